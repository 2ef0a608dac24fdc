/** Links the articles of an edition: every reference becomes a link or plain words, every picture a file or its alternative. */
import type {Element, ElementContent, Properties} from 'hast'
import type {Report} from '../core/diagnostic.ts'
import {replaceNodes} from '../core/hast.ts'
import type {Article, Language, Place, Publication, ReferenceGraph, Resource, Slug} from '../core/model.ts'
import type {Terms} from '../core/terms.ts'
import {resolvePicture} from './pictures.ts'
import {isOwnSite, makeLink, makePageReference, resolveReference, type LinkContext} from './references.ts'
import {makeTargets, type ArticleTarget} from './targets.ts'

export interface Linked {
  /** In the order given; no `reference` nodes, ids unique in the edition. */
  readonly articles: readonly LinkedArticle[]
  readonly graph: ReferenceGraph
}

/** An article with the id that its section will have. */
export interface LinkedArticle extends Article {
  readonly id: string
}

export interface LinkSettings {
  readonly publication: Publication
  readonly language: Language
  readonly languagesByName: ReadonlyMap<string, readonly Language[]>
  readonly resources: ReadonlyMap<string, Resource>
  readonly terms: Terms
}

/** Links the articles of one edition, given in reading order. */
export function linkArticles(articles: readonly Article[], settings: LinkSettings, report: Report): Linked {
  const targets = makeTargets(articles, report)
  const context: LinkContext = {...settings, targets, report}
  const tally = {working: 0, dangling: 0}
  const outgoing = new Map<Slug, readonly Slug[]>()
  const linked = articles.map((article) => {
    const target = targets.bySlug.get(article.slug) as ArticleTarget // made from these same articles
    const mentioned = new Set<Slug>()
    const tree = linkTree(target, context, settings, mentioned, tally)
    outgoing.set(article.slug, [...mentioned])
    return {...article, id: target.id, tree}
  })
  return {articles: linked, graph: {targetById: targets.targetById, outgoing, incoming: reverse(outgoing), ...tally}}
}

function linkTree(target: ArticleTarget, context: LinkContext, settings: LinkSettings, mentioned: Set<Slug>, tally: {working: number; dangling: number}): Article['tree'] {
  const {article} = target
  const placed = new Set<string>()
  const replace = (inHeading: boolean) => (node: ElementContent): readonly ElementContent[] | undefined => {
    if (node.type === 'indexMark') return [{...node, children: node.children.flatMap((child) => replace(inHeading)(child) ?? [child])}]
    const place = placeOf(node, article)
    if (node.type === 'element' && node.tagName === 'img') {
      return resolvePicture(node, article, settings.resources, settings.terms, context.report, place)
    }
    const url = urlOf(node, context.publication)
    if (url === undefined || !('children' in node)) return node.type === 'element' ? [finishElement(node, target, placed, replace)] : undefined
    const children = node.children.flatMap((child) => replace(inHeading)(child) ?? [child])
    const resolved = resolveReference(url, target, context, place)
    tally[resolved ? 'working' : 'dangling']++
    if (!resolved) return children
    const link = makeLink(resolved.id, node.type === 'reference' ? node.title : undefined, children)
    const isFirst = resolved.slug !== article.slug && !mentioned.has(resolved.slug)
    if (resolved.slug !== article.slug) mentioned.add(resolved.slug)
    return isFirst && !inHeading ? [link, makePageReference(resolved.id, context.language)] : [link]
  }
  return replaceNodes(article.tree, replace(false))
}

/** The element with its ids made unique in the edition, its children linked. */
function finishElement(element: Element, target: ArticleTarget, placed: Set<string>, replace: (inHeading: boolean) => (node: ElementContent) => readonly ElementContent[] | undefined): Element {
  const inHeading = /^h[1-6]$/.test(element.tagName)
  return {...replaceNodes(element, replace(inHeading)), properties: renameIds(element.properties, target, placed)}
}

/** `placed` holds the anchors already set: of two equal ones, which only raw HTML has, the first keeps it. */
function renameIds(properties: Properties, {idByAnchor}: ArticleTarget, placed: Set<string>): Properties {
  const {id, href, ...others} = properties
  if (id === undefined && !(typeof href === 'string' && href.startsWith('#'))) return properties
  const to = typeof href === 'string' && href.startsWith('#') ? idByAnchor.get(href.slice(1)) : undefined
  const isFirst = typeof id === 'string' && !placed.has(id)
  if (isFirst) placed.add(id)
  return {
    ...others,
    ...(isFirst && {id: idByAnchor.get(id) ?? id}),
    ...(href !== undefined && {href: to === undefined ? href : `#${to}`})
  }
}

/** The URL of a node that is a link between articles. */
function urlOf(node: ElementContent, publication: Publication): string | undefined {
  if (node.type === 'reference') return node.url
  if (node.type !== 'element' || node.tagName !== 'a') return undefined
  const href = node.properties['href']
  return typeof href === 'string' && isOwnSite(href, publication) ? href : undefined
}

function placeOf(node: ElementContent, article: Article): Place {
  const start = 'position' in node ? node.position?.start : undefined
  return {file: article.file, ...(start && {line: start.line, column: start.column})}
}

function reverse(outgoing: ReadonlyMap<Slug, readonly Slug[]>): ReadonlyMap<Slug, readonly Slug[]> {
  const incoming = new Map<Slug, Slug[]>()
  for (const [from, slugs] of outgoing) {
    for (const slug of slugs) {
      const froms = incoming.get(slug)
      if (froms) froms.push(from)
      else incoming.set(slug, [from])
    }
  }
  return incoming
}
