/** Headwords of all editions brought together by what they mean. */
import type {Headword, PagePlace, Shelved} from '../core/concordance.ts'
import type {Language} from '../core/model.ts'

/** A headword with its places in the edition of its language. */
export interface PlacedTerm {
  readonly language: Language
  readonly heading: string
  readonly sortAs?: string
  /** By page; empty where the edition was not printed. */
  readonly places: readonly PagePlace[]
}

/** A headword of one edition, and what it is called in the others, in their order. */
export interface PolyglotEntry extends PlacedTerm {
  readonly equivalents: readonly PlacedTerm[]
}

/**
 * The entries of each edition, unsorted. Titles answer one another by article; marks where an article has as many of them, of the same
 * depth, as in the first edition, which is that of the source; keywords, which each language puts in an order of its own, by the glossary.
 */
export function pairHeadwords(editions: readonly Shelved[], glossary: readonly ReadonlyMap<Language, string>[]): ReadonlyMap<Language, readonly PolyglotEntry[]> {
  const marksOf = editions.map(({headwords}) => listDepths(headwords))
  const meanings = new Map<string, Map<Language, Headword[]>>()
  const keysByLanguage = editions.map(({headwords, spec: {language}}, at) => {
    const rows = new Map(glossary.flatMap((row, number) => row.has(language) ? [[foldWords(row.get(language) ?? '', language), number] as const] : []))
    const seen = new Map<string, number>()
    const keyed = headwords.map((headword): readonly [Headword, string] => {
      const {slug, kind} = headword
      const place = seen.get(slug) ?? 0
      if (kind === 'mark') seen.set(slug, place + 1)
      const row = rows.get(foldHeading(headword, language))
      const isAlike = kind === 'title' || kind === 'mark' && marksOf[at]?.get(slug) === marksOf[0]?.get(slug)
      const key = row !== undefined ? `glossary ${row}` : isAlike ? `${kind} ${place} ${slug}` : `${language} ${foldHeading(headword, language)}`
      return [headword, key]
    })
    for (const [headword, key] of keyed) {
      const meaning = meanings.get(key) ?? new Map<Language, Headword[]>()
      meanings.set(key, meaning.set(language, [...meaning.get(language) ?? [], headword]))
    }
    return [language, keyed] as const
  })
  return new Map(keysByLanguage.map(([language, keyed]) => [language, joinEntries(keyed, language, meanings, editions)]))
}

/** How deep the marks of each article go, in their order. */
function listDepths(headwords: readonly Headword[]): ReadonlyMap<string, string> {
  const depths = new Map<string, string>()
  for (const {slug, kind, path} of headwords) if (kind === 'mark') depths.set(slug, (depths.get(slug) ?? '') + String(path.length))
  return depths
}

/** One entry a heading, however many articles have it. */
function joinEntries(
  keyed: readonly (readonly [Headword, string])[], language: Language, meanings: ReadonlyMap<string, ReadonlyMap<Language, readonly Headword[]>>, editions: readonly Shelved[]
): readonly PolyglotEntry[] {
  const groups = new Map<string, Map<Language, Set<Headword>>>()
  for (const [headword, key] of keyed) {
    const folded = foldHeading(headword, language)
    const group = groups.get(folded) ?? new Map<Language, Set<Headword>>()
    groups.set(folded, group)
    for (const [other, answers] of meanings.get(key) ?? []) group.set(other, new Set([...group.get(other) ?? [], ...answers]))
    group.set(language, new Set([...group.get(language) ?? [], headword]))
  }
  return [...groups.values()].flatMap((group): readonly PolyglotEntry[] => {
    const terms = editions.map((edition) => placeTerms([...group.get(edition.spec.language) ?? []], edition))
    const [own] = terms[editions.findIndex(({spec}) => spec.language === language)] ?? []
    return own ? [{...own, equivalents: terms.flat().filter((term) => term.language !== language)}] : []
  })
}

function placeTerms(headwords: readonly Headword[], {spec: {language}, placeById}: Shelved): readonly PlacedTerm[] {
  const terms = new Map<string, {heading: string; sortAs: string | undefined; places: Map<number, PagePlace>}>()
  for (const headword of headwords) {
    const key = foldHeading(headword, language)
    const term = terms.get(key) ?? {heading: headword.path.join(', '), sortAs: undefined, places: new Map<number, PagePlace>()}
    terms.set(key, term)
    term.sortAs ??= headword.sortAs
    const place = placeById.get(headword.id)
    if (place) term.places.set(place.page, place)
  }
  return [...terms.values()].map(({heading, sortAs, places}) =>
    ({language, heading, ...(sortAs !== undefined && {sortAs}), places: [...places.values()].sort((a, b) => a.page - b.page)}))
}

function foldHeading({path}: Headword, language: Language): string {
  return path.map((words) => foldWords(words, language)).join(', ')
}

function foldWords(words: string, language: Language): string {
  return words.normalize('NFC').toLocaleLowerCase(language).trim()
}

/** Pages as an index writes them: equal ones once, neighbours as a range. */
export function writePlaces(places: readonly PagePlace[]): string {
  const runs: PagePlace[][] = []
  for (const place of places) {
    const run = runs.at(-1)
    if (run?.at(-1)?.page === place.page - 1) run.push(place)
    else runs.push([place])
  }
  return runs.map((run) => run.length === 1 ? run[0]?.label : `${run[0]?.label}–${run.at(-1)?.label}`).join(', ')
}
