/** The words, numbers and dates of a page in the language of its readers. */
import type {Properties} from 'hast'
import {languageMarks, longDate, nameOfLanguage, scriptOf, withDigits, wordFallbacksOf} from '../../core/locale.ts'
import type {Direction, Language} from '../../core/model.ts'
import type {ReleasedEdition} from '../../core/release.ts'
import {sayTerm, type TermName, type Terms} from '../../core/terms.ts'

export interface Voice {
  /** Of the text that authors wrote. */
  readonly language: Language
  readonly direction: Direction
  /** What an element of our own words says of its language, where they are not in that of the text. */
  readonly marks: Properties
  say(name: TermName, values?: Readonly<Record<string, string | number>>): string
  /** A term with one slot that takes words, ready for thousands of them. */
  sayer(name: TermName, slot: string): (value: string) => string
  /** Bytes as readers know them. */
  size(bytes: number): string
  /** The day of a moment, `2026-11-21T00:00:00Z`. */
  day(moment: string): string
}

/** The voice of an edition, given the terms of all languages; English, else any, stands in for one that has none. */
export function voiceOf({languages, direction}: ReleasedEdition, termsByLanguage: ReadonlyMap<Language, Terms>): Voice {
  const language = languages[0] ?? 'und'
  const terms = termsByLanguage.get(language) ?? termsByLanguage.get('en') ?? [...termsByLanguage.values()][0] // an edition may stay whose language the publication has left
  if (!terms) throw new Error(`no words for ${language}`)
  const isOwn = wordFallbacksOf(language).includes(terms.language)
  const units = (['kilobyte', 'megabyte', 'gigabyte'] as const).map((unit) =>
    new Intl.NumberFormat(withDigits(terms.language, terms.digits), {style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: unit === 'kilobyte' ? 0 : 1}))
  return {
    language, direction, marks: isOwn ? {} : {...languageMarks(terms.language, direction)},
    say: (name, values) => sayTerm(terms, name, values),
    sayer(name, slot) {
      const hole = '\uE000' // of private use
      const [before = '', ...rest] = sayTerm(terms, name, {[slot]: hole}).split(hole)
      return (value) => [before, ...rest].join(value)
    },
    size(bytes) {
      const step = bytes < 999_500 ? 0 : bytes < 999_950_000 ? 1 : 2
      return units[step]?.format(Math.max(step === 0 ? 1 : 0, bytes / 1000 ** (step + 1))) ?? ''
    },
    day: (moment) => longDate(terms.language, moment.slice(0, 10), terms.digits)
  }
}

/** Scripts whose small letters have capitals that begin a line of a list. */
const bicameral = new Set(['Latn', 'Cyrl', 'Grek', 'Armn'])

/** Name of a language in itself, as it stands alone: Français, العربية. */
export function listedName(language: Language): string {
  const name = nameOfLanguage(language)
  const [first = ''] = name
  return bicameral.has(scriptOf(language)) ? first.toLocaleUpperCase(language) + name.slice(first.length) : name
}
