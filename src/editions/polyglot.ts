/** What is made of all editions together: the concordance of pages, and the polyglot index. */
import {composePolyglot, type PolyglotSection, type PolyglotTerm} from '../compose/polyglot.ts'
import {writeConcordance} from '../concordance/csv.ts'
import {pairHeadwords, writePlaces, type PlacedTerm, type PolyglotEntry} from '../concordance/equivalents.ts'
import type {PagePlace, Shelved} from '../core/concordance.ts'
import type {Report} from '../core/diagnostic.ts'
import {folioOf} from '../core/folio.ts'
import type {Edition, EditionSpec, Id, Publication, Sources} from '../core/model.ts'
import type {Pagination} from '../core/pagination.ts'
import type {Product} from '../core/product.ts'
import type {World} from '../core/world.ts'
import {makeIndex} from '../indexing/entries.ts'
import {termsOf} from './parsing.ts'

/** What a concordance needs of an edition and its products, and no more: editions are many. */
export function shelve({spec, divisions, headwords}: Edition, products: readonly Product[], pagination: Pagination | undefined): Shelved {
  const wanted = new Set<Id>([...divisions.filter(({kind}) => kind === 'article').map(({id}) => id), ...headwords.map(({id}) => id)])
  const placeById = new Map<Id, PagePlace>([...pagination?.pageById ?? []].flatMap(([id, page]) =>
    wanted.has(id) && pagination ? [[id, {page, label: folioOf(page, pagination)}] as const] : []))
  return {
    spec, headwords, placeById,
    articles: divisions.flatMap(({id, title, article}) => article ? [{id, title, slug: article.slug}] : []),
    documentById: products.find(({format}) => format === 'epub')?.documentById ?? new Map()
  }
}

/** The table of pages, for two editions or more. */
export function makeConcordance({name}: Publication, editions: readonly Shelved[]): {readonly path: string; readonly content: Uint8Array} | undefined {
  return editions.length < 2 ? undefined : {path: `${name}-concordance.csv`, content: new TextEncoder().encode(writeConcordance(editions))}
}

/** The polyglot index of these editions, the source first. */
export async function makePolyglotIndex(editions: readonly Shelved[], sources: Sources, world: World, report: Report): Promise<Edition | undefined> {
  const {sourceLanguage, date} = sources.publication
  const ordered = [...editions.filter(({spec}) => spec.language === sourceLanguage), ...editions.filter(({spec}) => spec.language !== sourceLanguage)]
  const [lead] = ordered
  if (!lead || ordered.length < 2) return undefined
  const entries = pairHeadwords(ordered, sources.glossary)
  const sections = ordered.map(({spec}) => makeSection(spec, entries.get(spec.language) ?? [], sources, report))
  return composePolyglot(lead.spec, termsOf(lead.spec.language, sources), sections, await world.modified(date), sources, report)
}

/** In the order and under the letters of the language. */
function makeSection(spec: EditionSpec, entries: readonly PolyglotEntry[], sources: Sources, report: Report): PolyglotSection {
  const items = entries.map(({heading, sortAs}) => ({path: [heading], locator: heading, ...(sortAs !== undefined && {sortAs: [sortAs]})}))
  return {
    spec, groups: makeIndex(items, spec.language, termsOf(spec.language, sources).words.symbols, report),
    termsByHeading: new Map(entries.map((entry) => [entry.heading, {own: writeOut(entry), equivalents: entry.equivalents.map(writeOut)}]))
  }
}

function writeOut({language, heading, places}: PlacedTerm): PolyglotTerm {
  return {language, heading, pages: writePlaces(places)}
}
