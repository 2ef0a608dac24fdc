/** One edition: its manuscripts parsed, linked, indexed and composed. */
import {composeEdition, type EditionParts} from './compose/edition.ts'
import {arrangeArticles} from './compose/spine.ts'
import type {Report} from './core/diagnostic.ts'
import type {Edition, EditionSpec, Language, Manuscript, Parsed, Sources} from './core/model.ts'
import type {Terms} from './core/terms.ts'
import type {World} from './core/world.ts'
import {indexArticles} from './indexing/articles.ts'
import {makeIndexOrder} from './indexing/collation.ts'
import {linkArticles} from './link/articles.ts'
import {fold} from './link/targets.ts'

/** What all editions of a build share. */
export interface EditionSetting {
  readonly sources: Sources
  readonly drafts: boolean
  /** In which languages each article exists, by folded slug. */
  readonly languagesByName: ReadonlyMap<string, readonly Language[]>
}

export function makeEditionSetting(sources: Sources, drafts: boolean): EditionSetting {
  return {sources, drafts, languagesByName: listLanguages(sources.manuscripts)}
}

/** The edition, complete but for its folios. */
export async function makeEdition(spec: EditionSpec, setting: EditionSetting, world: World, report: Report): Promise<Edition> {
  return composeEdition(await prepareEdition(spec, setting, world, report), setting.sources, report)
}

/** Its articles in reading order, linked and indexed. */
async function prepareEdition(spec: EditionSpec, setting: EditionSetting, world: World, report: Report): Promise<EditionParts> {
  const {language} = spec
  const {sources: {publication, resources}, languagesByName, drafts} = setting
  const terms = termsOf(language, setting)
  const parsed = await parseLanguage(spec, setting, world)
  for (const {diagnostics} of parsed) for (const {code, facts, place} of diagnostics) report(code, facts as never, place)
  const articles = parsed.map(({article}) => article).filter(({draft}) => drafts || !draft)
  const arranged = arrangeArticles(articles, publication, spec, makeIndexOrder(language), report)
  const linked = linkArticles(arranged.flatMap((run) => run.articles), {publication, language, languagesByName, resources, terms}, report)
  const indexed = indexArticles(linked.articles, language, terms.words.symbols, report)
  const bySlug = new Map(indexed.articles.map((article) => [article.slug, article]))
  return {
    spec, terms, modified: await world.modified(publication.date), graph: linked.graph, index: indexed.index, articleByMark: indexed.articleByMark,
    arranged: arranged.map((run) => ({...run, articles: run.articles.flatMap(({slug}) => bySlug.get(slug) ?? [])}))
  }
}

/** All manuscripts of a language, drafts too. */
async function parseLanguage({language, typography}: EditionSpec, setting: EditionSetting, world: World): Promise<readonly Parsed[]> {
  const {manuscripts, publication} = setting.sources
  const own = manuscripts.filter((manuscript) => manuscript.language === language)
  world.progress(`${language}: ${own.length} manuscripts`)
  return world.parse(own, {singleDollarMath: publication.singleDollarMath, typography, terms: termsOf(language, setting), blocks: publication.editions.length > 1})
}

function termsOf(language: Language, {sources}: EditionSetting): Terms {
  return sources.terms.get(language) as Terms // read gives terms for every language
}

/** In which languages each article exists, by folded slug. */
function listLanguages(manuscripts: readonly Manuscript[]): ReadonlyMap<string, readonly Language[]> {
  const languages = new Map<string, Language[]>()
  for (const {slug, language} of manuscripts) {
    const known = languages.get(fold(slug))
    if (known) known.push(language)
    else languages.set(fold(slug), [language])
  }
  return languages
}
