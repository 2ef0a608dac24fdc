/** Composes an edition: divisions of one HTML tree, contents, landmarks, style sheets, the pictures it needs. */
import type {Report} from '../core/diagnostic.ts'
import {tagOf} from '../core/bilingual.ts'
import type {FormerEdition} from '../core/changes.ts'
import type {Headword} from '../core/concordance.ts'
import {h, walkElements} from '../core/hast.ts'
import type {IndexGroup} from '../core/index-entries.ts'
import {scriptOf} from '../core/locale.ts'
import type {Division, Edition, EditionSpec, Id, Language, Publication, Sources, StyledFormat} from '../core/model.ts'
import type {Resource} from '../core/resources.ts'
import type {ReferenceGraph, Target} from '../core/references.ts'
import type {Terms} from '../core/terms.ts'
import {handOf, sheetsOf} from '../core/typefaces.ts'
import {standUpright} from '../core/typography/upright.ts'
import {makeUuid} from '../core/uuid.ts'
import {makeArticle, type Composable} from './article.ts'
import {makeBilingualBody, type SecondParts} from './bilingual.ts'
import {markFolios, prefixOf} from './bilingual-ids.ts'
import {listSideStyles} from './bilingual-styles.ts'
import {titleCover} from './bilingual-titles.ts'
import {listArticleContributors} from './contributors.ts'
import {makeCover} from './cover.ts'
import {makeJacket} from './jacket.ts'
import {makeLists} from './lists.ts'
import {maybeIndex} from './index-matter.ts'
import {makeColophon, makeHalfTitle, makeImprint, makePart, makeTitlePage, type MatterContext} from './matter.ts'
import {listContents, listLandmarks, makeContents} from './navigation.ts'
import {makeNumeralStyle} from './numerals.ts'
import {listLanguages, makePhraseStyle} from './phrases.ts'
import type {Arranged} from './spine.ts'
import {makeFill} from './template.ts'
import {maybeWhatsNew} from './whats-new.ts'

/** What the earlier stages give for one edition. */
export interface EditionParts {
  readonly spec: EditionSpec
  readonly terms: Terms
  readonly arranged: readonly Arranged<Composable>[]
  readonly graph: ReferenceGraph
  readonly index: readonly IndexGroup[]
  readonly headwords: readonly Headword[]
  readonly articleByMark: ReadonlyMap<Id, Id>
  readonly modified: number
  /** What was published before, where books say what is new in them. */
  readonly former?: FormerEdition
  /** The second language of a book in two. */
  readonly second?: SecondParts
}

/** The edition, complete but for its folios. */
export function composeEdition(parts: EditionParts, sources: Sources, report: Report): Edition {
  const {spec, terms, second} = parts
  const publication = spec.pairing ? withPlainNotes(sources.publication) : sources.publication
  const context: MatterContext = {publication, spec, terms, fill: makeFill(sources.templates, terms, report)}
  const other = second && {publication, spec: second.parts.spec, terms: second.parts.terms, fill: makeFill(sources.templates, second.parts.terms, report)}
  const articles = [parts, ...second ? [second.parts] : []].flatMap(({arranged}) => arranged.flatMap((run) => run.articles))
  if (articles.length === 0) report('compose/empty-edition', {language: spec.language})

  const body = second && other ? makeBilingualBody(parts, second, [context, other]) : makeBody(parts, context)
  const count = body.divisions.filter(({kind}) => kind === 'article').length
  const front = [makeHalfTitle(context), makeTitlePage(context), makeImprint(context)]
  const indexes = [maybeIndex(parts.index, context), ...second && other ? [maybeSecondIndex(second, other)] : []]
  const back = [...indexes, maybeWhatsNew(parts.former, body.divisions, context), makeColophon(context, count)].filter((division) => division !== undefined)
  const {divisions: text, lists} = makeLists(body.divisions, context)
  const listed = [...front, ...lists, ...text, ...back]
  const contents = listContents(listed, body.articlesByPart, second?.parts.spec)
  const whole = [...front, makeContents(contents, listed, context), ...lists, ...text, ...back]
  const divisions = spec.writing === 'vertical' ? whole.map((division) => ({...division, tree: standUpright(division.tree)})) : whole
  const script = scriptOf(spec.language)
  const around = {...context, spec: titleCover(spec)}
  const cover = makeCover(around, sources, report)
  return {
    publication, spec, script, terms, divisions, contents,
    articleContributors: listArticleContributors(articles, spec),
    cover,
    jacket: makeJacket(around, cover, sources),
    landmarks: listLandmarks(divisions, terms),
    graph: joinGraphs(parts, second?.parts),
    articles: count, headwords: second ? [] : parts.headwords,
    ...(other && {second: {language: other.spec.language, script: scriptOf(other.spec.language), terms: other.terms}}),
    styles: joinStyles(sources.styles, spec, listLanguages(divisions)),
    resources: pickResources(divisions, sources.resources),
    uuid: makeUuid(`${publication.identifier} ${tagOf(spec)}`),
    modified: parts.modified
  }
}

function makeBody({arranged, graph}: EditionParts, context: MatterContext): {readonly divisions: readonly Division[]; readonly articlesByPart: ReadonlyMap<Id, readonly Id[]>} {
  const articleBySlug = new Map(arranged.flatMap((run) => run.articles).map((article) => [article.slug, article]))
  const articlesByPart = new Map<Id, readonly Id[]>()
  const divisions = arranged.flatMap((run) => {
    const articles = run.articles.map((article) => makeArticle(article, articleBySlug, graph, context))
    if (run.title === undefined) return articles
    const part = makePart(context, articlesByPart.size + 1, run.title)
    articlesByPart.set(part.id, articles.map(({id}) => id))
    return [part, ...articles]
  })
  return {divisions, articlesByPart}
}

/** Beside a second language notes and tables stay where they are: with their article, upright. */
function withPlainNotes(publication: Publication): Publication {
  return {...publication, typesetting: {...publication.typesetting, notes: 'article', tables: 'shrink'}}
}

/** In the words, the order and the letters of the second language. */
function maybeSecondIndex({parts: {index, spec: {language, direction}}}: SecondParts, context: MatterContext): Division | undefined {
  const division = maybeIndex(index, context, `${prefixOf(language)}index`)
  const phrases = [h('span', {lang: language, dir: direction}, division?.title)]
  const tree = division && markFolios(division.tree)
  return division && tree && {...division, phrases, tree: {...tree, properties: {...tree.properties, lang: language, dir: direction}}}
}

/** Links lead to places of their own language. */
function joinGraphs({graph, articleByMark}: EditionParts, second: EditionParts | undefined): ReferenceGraph {
  const own = nameMarks(graph.targetById, articleByMark)
  if (!second) return {...graph, targetById: own}
  const {working, dangling, targetById} = second.graph
  return {...graph, targetById: new Map([...own, ...nameMarks(targetById, second.articleByMark)]), working: graph.working + working, dangling: graph.dangling + dangling}
}

/** A locator at an index mark is named by the article that the mark stands in. */
function nameMarks(targetById: ReadonlyMap<Id, Target>, articleByMark: ReadonlyMap<Id, Id>): ReadonlyMap<Id, Target> {
  const all = new Map(targetById)
  for (const [mark, article] of articleByMark) {
    const target = targetById.get(article)
    if (target) all.set(mark, {...target, id: mark})
  }
  return all
}

/** Digits of lists, base, format, script, phrases in other languages, shop: in this order, so that what is special wins. */
export function joinStyles(styles: ReadonlyMap<string, string>, spec: EditionSpec, languages: readonly Language[]): Readonly<Record<StyledFormat, string>> {
  const phrases = makePhraseStyle(languages, spec.language, styles)
  const script = sheetsOf(handOf(spec.language))
  const [onScreen, onPaper] = spec.writing === 'vertical' ? [['vertical', 'vertical-epub'], ['vertical', 'vertical-print']] as const : [[], []]
  const sides = spec.pairing ? listSideStyles([spec.language, spec.pairing.second.language], styles) : []
  const join = (markup: 'html' | 'xhtml', ...names: readonly string[]): string =>
    [makeNumeralStyle(spec, languages, markup), ...names.map((name) => styles.get(name) ?? ''), phrases, ...sides].filter((sheet) => sheet !== '').join('\n')
  const epub = join('xhtml', 'base', 'epub', ...script, ...onScreen)
  const kindle = styles.get('kindle') ?? ''
  return {epub, kepub: epub, kindle: `${epub}\n${kindle}`, pdf: join('html', 'base', 'print', ...script, ...onPaper), 'large-print': join('html', 'base', 'print', 'large-print', ...script, ...onPaper)}
}

function pickResources(divisions: readonly Division[], resources: ReadonlyMap<string, Resource>): ReadonlyMap<string, Resource> {
  const used = new Map<string, Resource>()
  for (const {tree} of divisions) {
    walkElements(tree, ({tagName, properties}) => {
      const resource = tagName === 'img' ? resources.get(String(properties['src'])) : undefined
      if (resource) used.set(resource.path, resource)
    })
  }
  return new Map([...used].sort(([a], [b]) => a < b ? -1 : 1))
}
