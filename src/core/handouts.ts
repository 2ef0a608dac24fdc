/** The nouns of handouts: articles on sheets of their own, to be given away one by one. */
import type {Element, ElementContent} from 'hast'
import type {Direction, Division, Language, NavPoint, Place, Slug} from './model.ts'

/** What the publisher says of all handouts, every default applied. */
export interface HandoutSetup {
  /** Millimetres. */
  readonly paper: {readonly name: 'A4' | 'Letter'; readonly width: number; readonly height: number}
  /** Points; what is to fit a number of pages may become smaller. */
  readonly fontSize: number
  /** Pages that each may have; absent: as many as it takes. */
  readonly fit?: number
  /** Where the whole edition is to be had, with `{language}` and `{slug}` in it; absent: nowhere. */
  readonly address?: string
  /** Empty: one handout of each article. */
  readonly sets: readonly HandoutSet[]
}

/** Articles that make one handout: those that are named, or those with one of the keywords. */
export interface HandoutSet {
  /** Stem of the file's name; absent: made from the articles. */
  readonly name?: string
  readonly title?: string
  readonly articles: readonly Slug[]
  readonly keywords: readonly string[]
  readonly fit?: number
  readonly place?: Place
}

/** A handout, complete but for page numbers of the book, which it names by `folio` nodes. */
export interface Handout {
  /** Stem of the file's name, unique in its edition. */
  readonly name: string
  readonly title: string
  readonly authors: readonly string[]
  /** The manuscript and its article, where it is one. */
  readonly file?: string
  readonly slug?: Slug
  readonly language: Language
  readonly direction: Direction
  /** The articles in it; their ids are ids of the tree. */
  readonly divisions: readonly Division[]
  readonly outline: readonly NavPoint[]
  readonly fit?: number
  readonly address?: string
  /** `<section>`; what has the class `code` is room for the code of the address. */
  readonly tree: Element
}

/** All handouts of an edition with their style sheet. */
export interface Handouts {
  readonly list: readonly Handout[]
  /** Where they come from, as items of a list; at the foot of every sheet. */
  readonly source: readonly ElementContent[]
  readonly style: string
}

/** A file that is made when it is staged, for there may be more of them than memory holds. */
export interface LateFile {
  /** Path below the output folder. */
  readonly path: string
  /** The only article in it. */
  readonly slug?: Slug
  readonly make: () => Uint8Array
}
