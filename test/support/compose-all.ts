/** A publication in memory, composed in all its languages: the flow of the build up to what emit is given. */
import {composeEdition} from '../../src/compose/edition.ts'
import {arrangeArticles} from '../../src/compose/spine.ts'
import type {FormerEdition} from '../../src/core/changes.ts'
import {makeLedger, sortDiagnostics, type Diagnostic, type Report} from '../../src/core/diagnostic.ts'
import type {Edition, EditionSpec, Sources} from '../../src/core/model.ts'
import type {Terms} from '../../src/core/terms.ts'
import {indexArticles} from '../../src/indexing/articles.ts'
import {makeIndexOrder} from '../../src/indexing/collation.ts'
import {linkArticles} from '../../src/link/articles.ts'
import {readSources} from '../../src/read/sources.ts'
import {makeMemoryWorld, type MemoryOptions, type MemoryWorld} from './memory-world.ts'

export type Files = ReadonlyMap<string, string | Uint8Array>

export interface ComposeOptions extends MemoryOptions {
  /** What was published before in every language. */
  readonly former?: FormerEdition
}

/** Diagnostics sorted; editions in the order of their languages. */
export async function composeAll(files: Files, options: ComposeOptions = {}): Promise<{readonly editions: readonly Edition[]; readonly diagnostics: readonly Diagnostic[]}> {
  const {list, report} = makeLedger()
  const world = makeMemoryWorld(Object.fromEntries(files), options)
  const sources = await readSources(world, 'book', report)
  const editions: Edition[] = []
  for (const spec of sources.publication.editions) editions.push(await compose(spec, sources, world, report, options.former))
  return {editions, diagnostics: sortDiagnostics(list)}
}

async function compose(spec: EditionSpec, sources: Sources, world: MemoryWorld, report: Report, former?: FormerEdition): Promise<Edition> {
  const {publication, resources} = sources
  const {language} = spec
  const terms = sources.terms.get(language) as Terms // read gives terms for every language
  const parsed = await world.parse(sources.manuscripts.filter((manuscript) => manuscript.language === language), {singleDollarMath: false, typography: true, terms})
  for (const {diagnostics} of parsed) for (const {code, facts, place} of diagnostics) report(code, facts as never, place) // made from these facts
  const arranged = arrangeArticles(parsed.map(({article}) => article), publication, spec, makeIndexOrder(language), report)
  const linked = linkArticles(arranged.flatMap((run) => run.articles), {publication, language, languagesByName: new Map(), resources, terms}, report)
  const indexed = indexArticles(linked.articles, language, terms.words.symbols, report)
  const bySlug = new Map(indexed.articles.map((article) => [article.slug, article]))
  const runs = arranged.map((run) => ({...run, articles: run.articles.flatMap(({slug}) => bySlug.get(slug) ?? [])}))
  return composeEdition({spec, terms, graph: linked.graph, index: indexed.index, headwords: indexed.headwords, articleByMark: indexed.articleByMark, modified: 1_800_000_000, arranged: runs, ...(former && {former})}, sources, report)
}
