/** A translation beside its source: what it lacks stands in, what it says otherwise is told, anchors of the source lead to its own. */
import type {Report} from '../core/diagnostic.ts'
import {fallbacksOf} from '../core/locale.ts'
import type {Article, EditionSpec, Language, Parsed, Slug} from '../core/model.ts'
import {recordPath, type Sidecar} from '../core/sidecar.ts'
import type {TranslationState} from '../core/translation.ts'
import type {World} from '../core/world.ts'
import type {EditionSetting} from './edition.ts'
import {fold} from '../link/targets.ts'
import {parseLanguage, parseSettingsOf} from './parsing.ts'
import {findBases, type Translated} from '../translation/bases.ts'
import {bridgeAnchors} from '../translation/bridge.ts'
import {fillPassages, standIn} from '../translation/fallback.ts'
import {pairArticles, type Pair} from '../translation/pair.ts'
import {checkParity} from '../translation/parity/check.ts'
import {checkRecord} from '../translation/sidecar.ts'
import {judgeTranslation} from '../translation/standing.ts'

export interface Completed {
  readonly articles: readonly Article[]
  /** Anchors of each article by those of its source. */
  readonly bridges: ReadonlyMap<Slug, ReadonlyMap<string, string>>
  /** Articles of the source, by folded slug. */
  readonly sourceByName: ReadonlyMap<string, Article>
}

/** The articles of an edition, given as parsed, with what the publisher wants done about those that are not translated. */
export async function completeTranslation(spec: EditionSpec, parsed: readonly Parsed[], setting: EditionSetting, world: World, report: Report): Promise<Completed> {
  const {sources, drafts} = setting
  const {publication: {sourceLanguage, editions}} = sources
  const own = parsed.map(({article}) => article)
  if (sourceLanguage === undefined || sourceLanguage === spec.language || !editions.some(({language}) => language === sourceLanguage)) {
    return {articles: own, bridges: new Map(), sourceByName: new Map()}
  }
  const source = (await parseLanguage(sourceLanguage, sources, world)).filter(({article: {draft}}) => drafts || !draft)
  const sourceBySlug = new Map(source.map((each) => [each.article.slug, each]))
  const bridges = new Map<Slug, ReadonlyMap<string, string>>()
  const behind = spec.translation.noticeBehind ? await listBehind(spec, parsed, sourceBySlug, setting, world) : new Map<string, TranslationState>()
  const articles = parsed.map((target) => {
    const from = sourceBySlug.get(target.article.slug)
    if (!from) return target.article
    const record = sources.records.get(recordPath(target.article))
    const pair = pairArticles(from, target, record)
    if (record) checkRecord(record, pair, recordPath(target.article), report)
    bridges.set(target.article.slug, bridgeAnchors(pair))
    checkParity(pair, {source: sourceLanguage, target: spec.language}, report)
    const state = behind.get(target.article.file)
    const article = spec.translation.fill ? fill(pair, record, report) : target.article
    return state && !article.translation ? {...article, translation: state} : article
  })
  return {
    articles: [...articles, ...await replaceMissing(spec, new Set(own.map(({slug}) => slug)), sourceBySlug, setting, world, report)],
    bridges, sourceByName: new Map(source.map(({article}) => [fold(article.slug), article]))
  }
}

/** Translations whose source has changed since they were made, by file. */
async function listBehind({language}: EditionSpec, parsed: readonly Parsed[], sourceBySlug: ReadonlyMap<Slug, Parsed>, {sources}: EditionSetting, world: World): Promise<ReadonlyMap<string, TranslationState>> {
  const writtenByFile = new Map(sources.manuscripts.map((manuscript) => [manuscript.file, manuscript]))
  const translated = parsed.flatMap((target): readonly Translated[] => {
    const source = sourceBySlug.get(target.article.slug)
    const [from, to] = [writtenByFile.get(source?.article.file ?? ''), writtenByFile.get(target.article.file)]
    const record = to && sources.records.get(recordPath(to))
    return source && from && to ? [{source, target, written: {source: from, target: to}, ...(record && {record})}] : []
  })
  const original = translated[0]?.source.article.language
  if (original === undefined) return new Map()
  const bases = await findBases(translated, await world.history(), (older) => world.parse(older, parseSettingsOf(original, sources)))
  return new Map(translated.flatMap(({source, target}, at) => {
    const basis = bases[at]
    const standing = judgeTranslation({language, source, target, ...(basis && {basis})})
    const since = basis?.date
    return standing?.state === 'behind' ? [[target.article.file, {kind: 'behind', language: original, ...(since && {since})} as const] as const] : []
  }))
}

/** The article with the passages of its source that it lacks; those that the record says were left out stay out. */
function fill(pair: Pair, record: Sidecar | undefined, report: Report): Article {
  const leftOut = new Set(record?.beads.flatMap(({source, target}) => target.length === 0 ? source : []))
  const {article, unfilled} = fillPassages(pair, (hash) => leftOut.has(hash))
  for (const at of unfilled) {
    const block = pair.source.blocks?.[at]
    if (block) report('translation/unfilled', {language: pair.source.article.language}, {file: pair.source.article.file, line: block.line, column: block.column})
  }
  return article
}

/** What stands for the articles of the source that an edition lacks. */
async function replaceMissing(
  {language, translation: {missing, from}}: EditionSpec, present: ReadonlySet<Slug>, sourceBySlug: ReadonlyMap<Slug, Parsed>, {sources, drafts}: EditionSetting, world: World, report: Report
): Promise<readonly Article[]> {
  const lacking = [...sourceBySlug.values()].filter(({article: {slug}}) => !present.has(slug)).map(({article}) => article)
  if (missing === 'fail') for (const {slug, file} of lacking) report('translation/missing', {slug, language}, {file})
  if (missing !== 'fallback') return []
  const wanted = new Set(lacking.map(({slug}) => slug))
  const found = new Map<Slug, Article>()
  for (const other of from.length > 0 ? from : nearestOf(language, sources.publication.editions)) {
    if (wanted.size === found.size) break
    const parsed = await parseLanguage(other, sources, world, (slug) => wanted.has(slug) && !found.has(slug))
    for (const {article} of parsed) if (drafts || !article.draft) found.set(article.slug, article)
  }
  return lacking.map((article) => standIn(found.get(article.slug) ?? article, language))
}

/** Languages of the publication that a tag falls back on, itself left out. */
function nearestOf(language: Language, editions: readonly EditionSpec[]): readonly Language[] {
  const near = new Set(fallbacksOf(language))
  return editions.map((spec) => spec.language).filter((other) => other !== language && near.has(other))
}
