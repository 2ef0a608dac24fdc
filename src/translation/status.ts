/** Where all translations of a publication stand: the matrix, and what it sums up to. */
import type {Language, Manuscript} from '../core/model.ts'
import type {State, StatusRow} from './standing.ts'

export interface Status {
  /** Of the publication in its source language. */
  readonly title: string
  readonly source: Language
  /** What made it the source. */
  readonly chosenBy: 'publication' | 'size'
  /** The others, in their order. */
  readonly languages: readonly LanguageStatus[]
  readonly rows: readonly StatusRow[]
  /** Articles of the source. */
  readonly articles: number
  /** Words of the source. */
  readonly words: number
}

export interface LanguageStatus {
  readonly language: Language
  readonly counts: Readonly<Record<State, number>>
  /** Words of the source that are to be translated. */
  readonly open: number
  /** Whole percents, never rounded up: articles that are not behind or missing, and words. */
  readonly percent: {readonly articles: number; readonly words: number}
}

/** Sums up rows. What is unrecorded counts as translated, but for blocks that surely lack; `strict`: as not translated. */
export function sumUp(rows: readonly StatusRow[], languages: readonly Language[], strict: boolean): Pick<Status, 'languages' | 'rows' | 'articles' | 'words'> {
  const own = rows.filter(({file}) => file !== undefined)
  const words = own.reduce((sum, row) => sum + row.words, 0)
  return {rows, articles: own.length, words, languages: languages.map((language) => sumUpLanguage(language, rows, {articles: own.length, words}, strict))}
}

function sumUpLanguage(language: Language, rows: readonly StatusRow[], all: {readonly articles: number; readonly words: number}, strict: boolean): LanguageStatus {
  const counts: Record<State, number> = {current: 0, behind: 0, unrecorded: 0, missing: 0, orphan: 0}
  let open = 0
  for (const {standings, words} of rows) {
    const standing = standings.find((each) => each.language === language)
    if (!standing) continue
    counts[standing.state]++
    open += strict && standing.state === 'unrecorded' ? words : standing.open
  }
  const sound = counts.current + (strict ? 0 : counts.unrecorded)
  return {language, counts, open, percent: {articles: percentOf(sound, all.articles), words: percentOf(all.words - open, all.words)}}
}

/** Of nothing all is done. */
function percentOf(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.max(0, Math.floor(100 * part / whole))
}

/** The language that the others were translated from: as the publication says, else the one with most articles (of several English, else the first). */
export function chooseSource(given: Language | undefined, counts: ReadonlyMap<Language, number>): {readonly language: Language; readonly chosenBy: Status['chosenBy']} | undefined {
  if (given !== undefined && counts.has(given)) return {language: given, chosenBy: 'publication'}
  const most = Math.max(...counts.values())
  const largest = [...counts].filter(([, count]) => count === most).map(([language]) => language)
  const language = largest.find((each) => each === 'en') ?? largest.find((each) => each.startsWith('en-')) ?? largest.sort()[0]
  return language === undefined ? undefined : {language, chosenBy: 'size'}
}

/** How many manuscripts each language has. */
export function countByLanguage(manuscripts: readonly Manuscript[]): ReadonlyMap<Language, number> {
  const counts = new Map<Language, number>()
  for (const {language} of manuscripts) counts.set(language, (counts.get(language) ?? 0) + 1)
  return counts
}
