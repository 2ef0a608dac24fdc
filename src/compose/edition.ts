/** Composes an edition: divisions of one HTML tree, contents, landmarks, style sheets, the pictures it needs. */
import type {Report} from '../core/diagnostic.ts'
import {walkElements} from '../core/hast.ts'
import {scriptOf} from '../core/locale.ts'
import type {Division, Edition, EditionSpec, Format, Id, IndexGroup, ReferenceGraph, Resource, Sources, Target} from '../core/model.ts'
import type {Terms} from '../core/terms.ts'
import {makeUuid} from '../core/uuid.ts'
import {makeArticle, type Composable} from './article.ts'
import {makeCover} from './cover.ts'
import {maybeIndex} from './index-matter.ts'
import {makeColophon, makeHalfTitle, makeImprint, makePart, makeTitlePage, type MatterContext} from './matter.ts'
import {listContents, listLandmarks, makeContents} from './navigation.ts'
import type {Arranged} from './spine.ts'
import {makeFill} from './template.ts'

/** What the earlier stages give for one edition. */
export interface EditionParts {
  readonly spec: EditionSpec
  readonly terms: Terms
  readonly arranged: readonly Arranged<Composable>[]
  readonly graph: ReferenceGraph
  readonly index: readonly IndexGroup[]
  readonly articleByMark: ReadonlyMap<Id, Id>
  readonly modified: number
}

/** The edition, complete but for its folios. */
export function composeEdition(parts: EditionParts, sources: Sources, report: Report): Edition {
  const {spec, terms, graph} = parts
  const {publication} = sources
  const context: MatterContext = {publication, spec, terms, fill: makeFill(sources.templates, terms, report)}
  const articles = parts.arranged.flatMap((run) => run.articles)
  if (articles.length === 0) report('compose/empty-edition', {language: spec.language})

  const body = makeBody(parts, context)
  const front = [makeHalfTitle(context), makeTitlePage(context), makeImprint(context)]
  const back = [maybeIndex(parts.index, context), makeColophon(context, articles.length)].filter((division) => division !== undefined)
  const contents = listContents([...front, ...body.divisions, ...back], body.articlesByPart)
  const divisions = [...front, makeContents(contents, [...front, ...body.divisions, ...back], context), ...body.divisions, ...back]
  const script = scriptOf(spec.language)
  return {
    publication, spec, script, terms, divisions, contents,
    cover: makeCover(context, sources, report),
    landmarks: listLandmarks(divisions, terms),
    graph: {...graph, targetById: nameMarks(graph.targetById, parts.articleByMark)},
    articles: articles.length,
    styles: {epub: joinStyles(sources.styles, 'epub', script), pdf: joinStyles(sources.styles, 'pdf', script)},
    resources: pickResources(divisions, sources.resources),
    uuid: makeUuid(`${publication.identifier} ${spec.language}`),
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

/** A locator at an index mark is named by the article that the mark stands in. */
function nameMarks(targetById: ReadonlyMap<Id, Target>, articleByMark: ReadonlyMap<Id, Id>): ReadonlyMap<Id, Target> {
  const all = new Map(targetById)
  for (const [mark, article] of articleByMark) {
    const target = targetById.get(article)
    if (target) all.set(mark, {...target, id: mark})
  }
  return all
}

const sheetByFormat: Readonly<Record<Format, string>> = {epub: 'epub', pdf: 'print'}

/** Base, format, script: in this order, so that what is special wins. */
function joinStyles(styles: ReadonlyMap<string, string>, format: Format, script: string): string {
  return ['base', sheetByFormat[format], `scripts/${script}`].map((name) => styles.get(name) ?? '').join('\n')
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
