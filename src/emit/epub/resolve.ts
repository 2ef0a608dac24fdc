/** A division's tree made fit for its own document: addresses, page numbers and names of pictures resolved. */
import type {Element, ElementContent} from 'hast'
import type {Report} from '../../core/diagnostic.ts'
import {folioOf} from '../../core/folio.ts'
import {classesOf, h, isElement, replaceNodes, textOf} from '../../core/hast.ts'
import {commaOf} from '../../core/locale.ts'
import type {Edition, Id} from '../../core/model.ts'
import {standNumberUpright} from '../../core/typography/upright.ts'
import type {Pagination} from '../../core/pagination.ts'
import type {FolioNode} from '../../core/nodes.ts'
import {mergeLocators} from '../print/folios.ts'
import {maybeWebAddress} from './address.ts'
import {placeOf} from './barriers.ts'
import {maybeReachableFormula, maybeStyledFormula} from './formula.ts'
import type {Gallery} from './pictures.ts'
import {maybeAddress, type Home, type Places} from './places.ts'
import {maybeLong} from './vertical.ts'

export interface Resolver {
  readonly edition: Edition
  readonly places: Places
  readonly gallery: Gallery
  readonly report: Report
  readonly pagination?: Pagination | undefined
}

const codeElements = new Set(['pre', 'code', 'kbd', 'samp'])

/** A tree as it stands in its document. Links to ids that do not exist are left as they are, for verify to find. */
export function resolveTree(tree: Element, home: Home, resolver: Resolver): Element {
  return replaceNodes(tree, (node) => {
    if (node.type === 'folio') return node.use === 'index' ? listLocators(node, home, resolver) : []
    if (node.type !== 'element') return undefined
    if (isFolioWrapper(node)) return []
    const own = resolveElement(node, home, resolver)
    return own && [resolveTree(own, home, resolver)]
  })
}

/** "(p. 42)" and the leader of a contents line have no sense without pages. */
function isFolioWrapper(element: Element): boolean {
  return element.tagName === 'span' && classesOf(element).some((name) => name === 'folio-reference' || name === 'folio-contents')
}

/** The element itself as the document needs it, its children untouched; `undefined` when it may stay as it is. */
function resolveElement(element: Element, home: Home, resolver: Resolver): Element | undefined {
  const {tagName, properties: {href, src, dir}} = element
  if (tagName === 'a' && typeof href === 'string') return resolveLink(element, href, home, resolver)
  if (tagName === 'img' && typeof src === 'string') return resolvePicture(element, src, resolver)
  // Code runs from left to right in every book, and style sheets of EPUB may not say so (EPUB 3.3 § 6.3.1.2).
  if (codeElements.has(tagName) && dir === undefined && resolver.edition.spec.direction === 'rtl') return withProperty(element, 'dir', 'ltr')
  if (tagName === 'tr') return scopeHeads(element)
  if (tagName === 'math' && element.properties['alttext'] === undefined) return withProperty(element, 'alttext', textOf(element).trim())
  if (resolver.edition.spec.writing === 'vertical' && (tagName === 'table' || tagName === 'pre')) return maybeLong(element)
  return maybeReachableFormula(element) ?? maybeStyledFormula(element)
}

/** A head cell among others names its row, one among its like its column. */
function scopeHeads(row: Element): Element | undefined {
  const heads = row.children.filter((cell) => isElement(cell, 'th'))
  if (heads.every(({properties}) => properties['scope'] !== undefined)) return undefined
  const scope = row.children.some((cell) => isElement(cell, 'td')) ? 'row' : 'col'
  return {...row, children: row.children.map((cell) => isElement(cell, 'th') ? {...cell, properties: {scope, ...cell.properties}} : cell)}
}

function resolveLink(element: Element, href: string, home: Home, {places, report}: Resolver): Element | undefined {
  if (href.startsWith('#')) {
    const address = maybeAddress(href.slice(1), places, home.file)
    return address === undefined ? undefined : withProperty(element, 'href', address)
  }
  const address = maybeWebAddress(href)
  if (address !== undefined) return withProperty(element, 'href', address)
  report('epub/impossible-address', {url: href.slice(0, 80)}, placeOf(element, home.division.file))
  return withProperty(element, 'href', undefined)
}

function resolvePicture(element: Element, path: string, {gallery}: Resolver): Element {
  const src = gallery.place(path)
  if (src === undefined) throw new Error(`Unexpected picture \`${path}\` in a finished edition, expected one of its resources`)
  return withProperty(element, 'src', src)
}

function withProperty(element: Element, key: string, value: string | undefined): Element {
  return {...element, properties: {...element.properties, [key]: value}}
}

/** The places of an index entry: by page, merged as in print; by name where no pages are known. */
function listLocators({targets, isSecond}: FolioNode, home: Home, {edition, places, pagination}: Resolver): readonly ElementContent[] {
  const link = (id: Id, label: string): Element => h('a', {className: ['locator'], 'epub:type': 'index-locator', href: maybeAddress(id, places, home.file) ?? `#${id}`}, edition.spec.writing === 'vertical' ? standNumberUpright(label) : label)
  const locators = targets.flatMap((id) => {
    const page = pagination?.pageById.get(id)
    return page === undefined ? [] : [{id, page}]
  })
  const items = pagination && locators.length === targets.length ? listPages(locators, pagination, link) : listNames(targets, edition, places, link)
  const separator: ElementContent = {type: 'text', value: commaOf(isSecond && edition.second ? edition.second.script : edition.script)}
  return items.flatMap((item, index) => index === 0 ? item : [separator, ...item])
}

type MakeLink = (id: Id, label: string) => Element

function listPages(locators: Parameters<typeof mergeLocators>[0], pagination: Pagination, link: MakeLink): readonly (readonly ElementContent[])[] {
  return mergeLocators(locators, pagination.frontPages).map(({first, last}): readonly ElementContent[] => {
    const from = link(first.id, folioOf(first.page, pagination))
    if (first.page === last.page) return [from]
    return [h('span', {'epub:type': 'index-locator-range'}, from, '–', link(last.id, folioOf(last.page, pagination)))]
  })
}

/** Each name once: on a screen there are no pages to tell them apart. */
function listNames(targets: readonly Id[], edition: Edition, places: Places, link: MakeLink): readonly (readonly ElementContent[])[] {
  const targetByLabel = new Map<string, Id>()
  for (const id of targets) {
    const label = edition.graph.targetById.get(id)?.label ?? places.homeById.get(id)?.division.title ?? id
    if (!targetByLabel.has(label)) targetByLabel.set(label, id)
  }
  return Array.from(targetByLabel, ([label, id]) => [link(id, label)])
}
