/** Units of translation, and how those of a translation answer to those of its source. */
import {createHash} from 'node:crypto'

/** What is translated as one: a paragraph, a heading, a cell of front matter. What stands in it bears comparison across languages. */
export interface Block {
  /** `heading2`, `paragraph`, `item`, `quote`, `note`, `term`, `definition`, `picture`, `table`, `code`, `math`, `html`; of front matter `title`, `description`, `keywords`. */
  readonly kind: string
  /** 1-based, in the file. */
  readonly line: number
  readonly column: number
  /** Offsets in the manuscript's text, in UTF-16 units; absent for front matter. */
  readonly span?: readonly [start: number, end: number]
  /** As the author wrote it. */
  readonly markdown: string
  /** Without markup, one line. */
  readonly words: string
  /** Of kind and markdown, what only typography changes folded away. */
  readonly hash: string
  /** Addresses as written, in order. */
  readonly links: readonly string[]
  readonly pictures: readonly string[]
  /** Code within the text; of a block of code all of it. */
  readonly code: readonly string[]
  /** Digits of each number, in European figures, signs between them left out: `1 234,50` is `123450`. */
  readonly numbers: readonly string[]
  /** Labels of the notes that it calls. */
  readonly notes: readonly string[]
}

/** Blocks of a source and of its translation that say the same: half-open ranges, one of them may be empty. */
export interface Bead {
  readonly source: Range
  readonly target: Range
  /** From 0 to 1: how far this answers better than the next best reading. */
  readonly confidence: number
}

export type Range = readonly [from: number, to: number]

declare module 'hast' {
  interface ElementData {
    /** Place of the unit of translation that begins here, in the article's list. */
    block?: number
  }
}

/** Characters that an editor may set otherwise without changing what is said. */
const folds: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u201b\u2039\u203a\u02bc']/g, '\''], [/[\u201c-\u201f\u00ab\u00bb"]/g, '"'], [/[\u2010-\u2015\u2212]|-{2,3}/g, '-'],
  [/\u2026/g, '...'], [/[\u00ad\u200b\u2060\ufeff]/g, ''], [/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g, ' ']
]

/** A short name of what a block says: 72 bits of SHA-256, base64url. */
export function hashBlock(kind: string, markdown: string): string {
  const plain = folds.reduce((text, [pattern, sign]) => text.replace(pattern, sign), markdown.normalize('NFC')).trim().replaceAll(/ ?" ?|(?<=[\p{L}\p{N}]) (?=[:;!?%])/gu, (found) => found.trim())
  return createHash('sha256').update(`${kind}\0${plain}`).digest('base64url').slice(0, 12)
}

/** The digits of each number of a text, in European figures. */
export function listNumbers(words: string): readonly string[] {
  return (words.match(/\p{Nd}(?:[\p{Nd}\u00a0\u202f.,\u066b\u066c'’]*\p{Nd})?/gu) ?? []).map((number) => number.replaceAll(/\P{Nd}/gu, '').replaceAll(/\p{Nd}/gu, valueOf))
}

/** Unicode keeps the ten digits of each script in a row that begins with zero. */
function valueOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (zero > 0 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String((code - zero) % 10)
}

/** What an edition does where its translation is not complete. */
export interface TranslationPolicy {
  /** Articles that it lacks: the text of another language stands in for them, they are left out, or there is no edition. */
  readonly missing: 'fallback' | 'omit' | 'fail'
  /** Whether passages that an article lacks are given in the language of the source. */
  readonly fill: boolean
  /** Languages that may stand in, nearest first; empty: what the tag falls back on, then the source. */
  readonly from: readonly string[]
  /** Whether an article says that its source has changed since. */
  readonly noticeBehind: boolean
  /** Whether an article names the other languages that it is to be had in. */
  readonly alsoIn: boolean
  /** Revision of the source that the edition was made from: all but its own folder is read as it was then. */
  readonly at?: string
}

/** How an article stands to the text that it was translated from. */
export interface TranslationState {
  /** `fallback`: it is that text itself; `partial`: some passages are; `behind`: that text has changed since. */
  readonly kind: 'fallback' | 'partial' | 'behind'
  readonly language: string
  /** Since when it is behind: calendar date. */
  readonly since?: string
}
