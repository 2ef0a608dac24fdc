/** The nouns of paper: what the book is printed on, what goes around it, how its pages lie on sheets. All lengths in millimetres. */
import type {Element} from 'hast'

export interface Paper {
  /** As the publisher calls it: `uncoated-80`; `own` where only a thickness is given. */
  readonly name: string
  /** Of one leaf. */
  readonly thickness: number
}

/**
 * `saddle` nests all sheets and staples them in the fold, `perfect` gathers signatures, `n-up` only sets pages side by side,
 * `cut-and-stack` cuts the pile of sheets and lays the stacks one upon another.
 */
export type Scheme = 'saddle' | 'perfect' | 'n-up' | 'cut-and-stack'

export interface BookletSetup {
  readonly scheme: Scheme
  /** Pages of a signature, where the scheme has signatures. */
  readonly signature: number
  /** Pages on one side of a sheet. */
  readonly perSheet: 2 | 4 | 8 | 16
  readonly sheet: {readonly name: string; readonly width: number; readonly height: number}
  /** By how much each leaf further inside is moved to the fold; absent: the thickness of the paper. */
  readonly creep?: number
}

/** With what inks the interior is printed; `black` differs from `grey` in that type is never screened. */
export type PressColour = 'black' | 'grey' | 'rgb' | 'cmyk'

/** What the printer gets. */
export interface PressSetup {
  readonly colour: PressColour
  /** The number of pages is filled up to a multiple of it. */
  readonly signature: number
  /** Whether crop and registration marks and a slug line stand around the page. */
  readonly marks: boolean
}

/** Standards that the PDF says it keeps, because the publisher wants it said; no validator has judged it. The last is that of press file and cover. */
export type Conformance = 'pdf-ua' | 'pdf-a' | 'pdf-x-4'

/** A printing condition as its ICC profile describes it: press, paper and inks. */
export interface OutputProfile {
  /** Within the publication's folder. */
  readonly path: string
  /** What it calls itself. */
  readonly name: string
  /** Name of the condition in the registry of the ICC, such as FOGRA51, where the profile tells it. */
  readonly condition?: string
  readonly inks: 'cmyk' | 'grey'
  readonly content: Uint8Array
}

/** What the publisher says of paper and binding, every default applied. */
export interface PrintSetup {
  /** How far colour runs over the trim. */
  readonly bleed: number
  readonly paper: Paper
  /** Width of the spine, as the printer gave it; absent: computed. */
  readonly spine?: number
  /** Size of the barcode in percent of the nominal one. */
  readonly barcode: number
  readonly booklet: BookletSetup
  readonly press: PressSetup
  readonly conformance: readonly Conformance[]
  /** What the interior is printed with, and the cover, which is in four inks always; absent where no profile was given. */
  readonly output: {readonly press?: OutputProfile; readonly cover?: OutputProfile}
}

/** The words around the printed book, set by our template; `style` is its complete style sheet. */
export interface Jacket {
  readonly tree: Element
  readonly style: string
  /** Length of each line of the spine in its own type size, estimated. */
  readonly spineWords: {readonly title: number; readonly names: number; readonly publisher: number}
  /** Whether the description has room on the back in type that can be read. */
  readonly blurbFits: boolean
}

/** Around the book: two panels of the trim and the spine between them, in one piece. */
export interface CoverMeasures {
  readonly kind: 'cover'
  readonly trim: {readonly width: number; readonly height: number}
  readonly spine: number
  readonly bleed: number
  /** Of the interior, padded to whole leaves. */
  readonly pages: number
  /** Absent where the width of the spine was given. */
  readonly paper?: Paper
  readonly spineText: boolean
  /** Digits of the barcode. */
  readonly isbn?: string
}

/** The interior on sheets. */
export interface BookletMeasures {
  readonly kind: 'booklet'
  readonly scheme: Scheme
  readonly sheet: {readonly name: string; readonly width: number; readonly height: number}
  readonly sheets: number
  readonly pagesPerSide: number
  /** Pages of each signature, in order; absent where nothing is folded. */
  readonly signatures?: readonly number[]
  /** Blank pages at the end. */
  readonly blanks: number
  /** Of a page to its own size; at most 1. */
  readonly scale: number
  /** The edge about which the sheet is turned for its back. */
  readonly turn: 'short' | 'long'
}

/** The interior for the printer. */
export interface PressMeasures {
  readonly kind: 'press'
  readonly trim: {readonly width: number; readonly height: number}
  readonly bleed: number
  /** With the blank ones at the end. */
  readonly pages: number
  readonly blanks: number
  readonly colour: PressColour
}

export type PrintMeasures = CoverMeasures | BookletMeasures | PressMeasures
