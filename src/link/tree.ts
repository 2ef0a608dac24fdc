/** The tree of one article, linked: references, pictures and ids become those of the edition. */
import type {Element, ElementContent, Properties} from 'hast'
import {h, isElement, replaceNodes} from '../core/hast.ts'
import type {Article, Place, Publication, Slug} from '../core/model.ts'
import type {Resource} from '../core/resources.ts'
import type {Terms} from '../core/terms.ts'
import {resolvePicture} from './pictures.ts'
import {isOwnSite, makeLink, makePageReference, nameUntranslated, resolveReference, type LinkContext} from './references.ts'
import type {ArticleTarget} from './targets.ts'

/** What linking one article needs and what it counts on the way. */
export interface Weave {
  readonly target: ArticleTarget
  readonly context: LinkContext
  readonly resources: ReadonlyMap<string, Resource>
  readonly terms: Terms
  /** Other articles in the order of their first mention. */
  readonly mentioned: Set<Slug>
  /** Anchors already set: of two equal ones, which only raw HTML has, the first keeps it. */
  readonly placed: Set<string>
  readonly tally: {working: number; dangling: number}
}

/** What stands around a node: a heading takes no page number, a link no link. */
interface Within {
  readonly heading: boolean
  readonly link: boolean
}

/** The article's tree without `reference` nodes. */
export function linkTree(weave: Weave): Article['tree'] {
  return replaceNodes(weave.target.article.tree, (node) => linkNode(node, weave, {heading: false, link: false}))
}

function linkNode(node: ElementContent, weave: Weave, within: Within): readonly ElementContent[] | undefined {
  if (node.type === 'indexMark') return [{...node, children: linkChildren(node.children, weave, within)}]
  if (node.type === 'element' && node.tagName === 'img') return resolvePicture(node, weave, within.link, placeOf(node, weave))
  const url = urlOf(node, weave.context.publication)
  if (url !== undefined && 'children' in node) return linkReference(url, node, weave, within)
  return node.type === 'element' ? [linkElement(node, weave, within)] : undefined
}

function linkChildren(children: readonly ElementContent[], weave: Weave, within: Within): ElementContent[] {
  const linked = children.flatMap((child) => linkNode(child, weave, within) ?? [child])
  return isSame(linked, children) ? children as ElementContent[] : linked
}

function isSame(nodes: readonly ElementContent[], others: readonly ElementContent[]): boolean {
  return nodes.length === others.length && nodes.every((node, at) => node === others[at])
}

function linkReference(url: string, node: ElementContent & {readonly children: ElementContent[]}, weave: Weave, within: Within): readonly ElementContent[] {
  const {target, context, mentioned, tally} = weave
  const children = linkChildren(node.children, weave, {...within, link: true})
  const resolved = resolveReference(url, target, context, placeOf(node, weave))
  if (!resolved && isOwnSite(url, context.publication)) return [h('a', {href: url}, children)] // a page that is not in the book
  tally[resolved ? 'working' : 'dangling']++
  if (!resolved) return within.heading || within.link ? children : nameUntranslated(url, target, children, context)
  const isOther = resolved.slug !== target.article.slug
  const isFirst = isOther && !mentioned.has(resolved.slug)
  if (isOther) mentioned.add(resolved.slug)
  const link = makeLink(resolved.id, node.type === 'reference' ? node.title : undefined, children)
  return isFirst && !within.heading ? [link, makePageReference(resolved.id, context.language)] : [link]
}

function linkElement(element: Element, weave: Weave, within: Within): Element {
  const inside = {heading: within.heading || /^h[1-6]$/.test(element.tagName), link: within.link || element.tagName === 'a'}
  const children = linkChildren(element.children, weave, inside)
  const hadPicture = element.tagName === 'figure' && element.children.some((child) => isElement(child, 'img'))
  if (hadPicture && !children.some((child) => isElement(child, 'img'))) {
    return h('p', {}, children.filter((child) => !isElement(child, 'figcaption'))) // the note in its place names the picture
  }
  const properties = renameIds(element.properties, weave)
  const isChanged = children !== element.children || properties !== element.properties
  return isChanged ? {...element, properties, children} : element // large books would not fit into memory twice
}

function renameIds(properties: Properties, {target: {idByAnchor}, placed}: Weave): Properties {
  const {id, href, ...others} = properties
  const isLocal = typeof href === 'string' && href.startsWith('#')
  if (id === undefined && !isLocal) return properties
  const to = isLocal ? idByAnchor.get(href.slice(1)) : undefined
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
  const href = node.type === 'element' && node.tagName === 'a' ? node.properties['href'] : undefined
  return typeof href === 'string' && isOwnSite(href, publication) ? href : undefined
}

function placeOf(node: ElementContent, {target: {article: {file}}}: Weave): Place {
  const start = 'position' in node ? node.position?.start : undefined
  return {file, ...(start && {line: start.line, column: start.column})}
}
