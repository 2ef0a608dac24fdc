/** One edition: its manuscripts parsed, linked, indexed and composed. */
import {composeEdition, type EditionParts} from '../compose/edition.ts'
import {arrangeArticles} from '../compose/spine.ts'
import {tagOf} from '../core/bilingual.ts'
import {dateOf, type FormerEdition, type Shelf} from '../core/changes.ts'
import type {Report} from '../core/diagnostic.ts'
import type {Article, Edition, EditionSpec, Language, Manuscript, Sources} from '../core/model.ts'
import type {World} from '../core/world.ts'
import {completeTranslation} from './completion.ts'
import {indexArticles} from '../indexing/articles.ts'
import {makeIndexOrder} from '../indexing/collation.ts'
import {linkArticles} from '../link/articles.ts'
import {fold} from '../link/targets.ts'
import {parseLanguage, termsOf} from './parsing.ts'

/** What all editions of a build share. */
export interface EditionSetting {
  readonly sources: Sources
  readonly drafts: boolean
  /** In which languages each article exists, by folded slug. */
  readonly languagesByName: ReadonlyMap<string, readonly Language[]>
  /** The release with which this one is compared. */
  readonly former?: Shelf
}

export function makeEditionSetting(sources: Sources, drafts: boolean): EditionSetting {
  return {sources, drafts, languagesByName: listLanguages(sources.manuscripts)}
}

/** The edition, complete but for its folios. */
export async function makeEdition(spec: EditionSpec, setting: EditionSetting, world: World, report: Report): Promise<Edition> {
  return composeEdition({...await prepareEdition(spec, setting, world, report), ...shareFormer(spec, setting)}, setting.sources, report)
}

/** The former edition, where books are to say what is new in them. */
export function shareFormer(spec: EditionSpec, {sources, former}: EditionSetting): {readonly former?: FormerEdition} {
  const edition = former?.release.editions.find(({tag}) => tag === tagOf(spec))
  return former && edition && sources.publication.changes?.backMatter ? {former: {date: dateOf(former.release), edition}} : {}
}

/** Its articles in reading order, linked and indexed. */
export async function prepareEdition(spec: EditionSpec, setting: EditionSetting, world: World, report: Report): Promise<EditionParts> {
  const {language} = spec
  const {sources, languagesByName, drafts} = setting
  const {publication, resources} = sources
  const terms = termsOf(language, sources)
  world.progress(`${language}: ${sources.manuscripts.filter((manuscript) => manuscript.language === language).length} manuscripts`)
  const parsed = await parseLanguage(language, sources, world)
  for (const {diagnostics} of parsed) for (const {code, facts, place} of diagnostics) report(code, facts as never, place)
  const {articles, bridges, sourceByName} = await completeTranslation(spec, parsed.filter(({article: {draft}}) => drafts || !draft), setting, world, report)
  const arranged = arrangeArticles(articles.map((article) => ({...article, siblings: listSiblings(article, setting)})), publication, spec, makeIndexOrder(language), report)
  const linked = linkArticles(arranged.flatMap((run) => run.articles), {publication, language, languagesByName, resources, terms, bridges, sourceByName}, report)
  const indexed = indexArticles(linked.articles, language, terms.words.symbols, report)
  const bySlug = new Map(indexed.articles.map((article) => [article.slug, article]))
  return {
    spec, terms, modified: await world.modified(publication.date), graph: linked.graph, index: indexed.index, headwords: indexed.headwords, articleByMark: indexed.articleByMark,
    arranged: arranged.map((run) => ({...run, articles: run.articles.flatMap(({slug}) => bySlug.get(slug) ?? [])}))
  }
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

/** The other languages that an article is to be had in, as the publication lists them. */
function listSiblings({slug, language}: Article, {languagesByName}: EditionSetting): readonly Language[] {
  return (languagesByName.get(fold(slug)) ?? []).filter((other) => other !== language)
}
