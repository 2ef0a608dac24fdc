/** Numbers as readers see them: the digits of an edition, and the one place where a physical page becomes a folio. */
import {scriptOf} from './locale.ts'
import type {Language} from './model.ts'

/** What the publisher says of digits: those of the language's trade, of its script, or 0 to 9. */
export type Numerals = 'default' | 'native' | 'latin'

/** How the pages of a book are numbered. */
export interface Numbering {
  /** Physical pages of the front matter, which count apart; an even number. */
  readonly frontPages: number
  /** Numbering system of CLDR: `latn`, `arab`, `deva`… Absent: `latn`. */
  readonly digits?: string
  /** How front matter counts: i, ii, iii; أ، ب، ج; א, ב, ג. Absent: `roman`. */
  readonly letters?: 'roman' | 'abjad' | 'hebrew'
}

/** Digits of a script, where they are still read; `Intl` does not tell them. */
const nativeDigits: Readonly<Record<string, string>> = {
  Arab: 'arab', Aran: 'arabext', Deva: 'deva', Beng: 'beng', Guru: 'guru', Gujr: 'gujr', Orya: 'orya', Taml: 'tamldec', Telu: 'telu', Knda: 'knda', Mlym: 'mlym',
  Jpan: 'hanidec', Hans: 'hanidec', Hant: 'hanidec', Thai: 'thai', Laoo: 'laoo', Khmr: 'khmr', Mymr: 'mymr', Tibt: 'tibt'
}

/** Languages in Arabic script that write the eastern forms of its digits. */
const easternArabic = new Set(['fa', 'ur', 'ps', 'ckb', 'ug', 'ks', 'sd'])

/** The style in which a language numbers its pages: by default the digits that CLDR names first. */
export function numberingOf(language: Language, numerals: Numerals): Omit<Numbering, 'frontPages'> {
  const script = scriptOf(language)
  const letters = script === 'Arab' ? 'abjad' : script === 'Hebr' ? 'hebrew' : 'roman'
  return {digits: digitsOf(language, numerals), letters}
}

/** Numbering system (CLDR) of every number that is not an author's: folios, notes, lists, counts, dates. */
export function digitsOf(language: Language, numerals: Numerals): string {
  if (numerals === 'latin') return 'latn'
  if (numerals === 'default') return new Intl.NumberFormat(language).resolvedOptions().numberingSystem
  return easternArabic.has(new Intl.Locale(language).language) ? 'arabext' : nativeDigits[scriptOf(language)] ?? 'latn'
}

/** The folio of a physical page from 1: front matter by letters, then 1, 2, 3…; every number in the book that names a page comes from here. */
export function folioOf(page: number, {frontPages, digits = 'latn', letters = 'roman'}: Numbering): string {
  return page > frontPages ? writeNumber(page - frontPages, digits) : letters === 'roman' ? romanOf(page) : letters === 'abjad' ? abjadOf(page) : hebrewOf(page)
}

const formats = new Map<string, Intl.NumberFormat>()

/** A whole number in the digits of a numbering system, without separators. */
export function writeNumber(number: number, digits = 'latn'): string {
  if (digits === 'latn') return String(number)
  const format = formats.get(digits) ?? new Intl.NumberFormat(`en-u-nu-${digits}`, {useGrouping: false})
  formats.set(digits, format)
  return format.format(number)
}

/** The number that a folio in any digits says; `undefined` for letters. */
export function maybeNumber(folio: string): number | undefined {
  if (!/^[\p{Nd}〇一二三四五六七八九]+$/u.test(folio)) return undefined
  return [...folio].reduce((sum, digit) => sum * 10 + valueOf(digit), 0)
}

/** Digits of a script stand together in Unicode, from zero on; those of Chinese are words. */
function valueOf(digit: string): number {
  const word = '〇一二三四五六七八九'.indexOf(digit)
  if (word >= 0) return word
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return code - zero
}

type Steps = readonly (readonly [value: number, letters: string])[]

const roman: Steps = [
  [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']
]
const hebrew: Steps = [
  ...[...'תשרקצפעסנמלכי'].map((letter, at): readonly [number, string] => [at < 4 ? 400 - at * 100 : 90 - (at - 4) * 10, letter]),
  ...[...'טחזוהדגבא'].map((letter, at): readonly [number, string] => [9 - at, letter])
]
/** The 28 letters in their old order, as Arabic books count their first pages; the fifth with the stroke that tells it from a zero. */
const abjad = ['أ', 'ب', 'ج', 'د', 'هـ', ...'وزحطيكلمنسعفصقرشتثخذضظغ']

function romanOf(number: number): string {
  return addUp(number, roman)
}

/** 15 and 16 are written 9 + 6 and 9 + 7: the plain letters would spell a name of God. */
function hebrewOf(number: number): string {
  return addUp(number, hebrew).replace(/יה$/, 'טו').replace(/יו$/, 'טז')
}

/** Roman where the letters are used up. */
function abjadOf(number: number): string {
  return abjad[number - 1] ?? romanOf(number)
}

function addUp(number: number, steps: Steps): string {
  let rest = number
  let numeral = ''
  for (const [value, letters] of steps) {
    while (rest >= value) {
      numeral += letters
      rest -= value
    }
  }
  return numeral
}
