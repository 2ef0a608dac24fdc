/** A division's tree made fit for its own document: addresses, page numbers and picture names resolved. */
import type {Element, ElementContent} from 'hast'
import {classesOf, h, replaceNodes} from '../../core/hast.ts'
import type {Edition, FolioNode, Id} from '../../core/model.ts'
import type {Gallery} from './pictures.ts'
import {maybeAddress, type Places} from './places.ts'

export interface Resolver {
  readonly edition: Edition
  readonly places: Places
  readonly gallery: Gallery
}

const codeElements = new Set(['pre', 'code', 'kbd', 'samp'])

/** The tree as it stands in `file`. Links to ids that do not exist are left as they are, for verify to find. */
export function resolveTree(tree: Element, file: string, resolver: Resolver): Element {
  return replaceNodes(tree, (node) => {
    if (node.type === 'folio') return node.use === 'index' ? listLocators(node, file, resolver) : []
    if (node.type !== 'element') return undefined
    if (isFolioWrapper(node)) return []
    const {href, src} = node.properties
    if (node.tagName === 'a' && typeof href === 'string' && href.startsWith('#')) return [resolveLink(node, href, file, resolver)]
    if (node.tagName === 'img' && typeof src === 'string') return [resolvePicture(node, src, resolver)]
    if (codeElements.has(node.tagName) && node.properties['dir'] === undefined) return [directCode(node, file, resolver)]
    return undefined
  })
}

/** Code runs from left to right in every book; style sheets of EPUB may not say so (EPUB 3.3 § 6.3.1.2). */
function directCode(element: Element, file: string, resolver: Resolver): Element {
  const directed = {...element, properties: {...element.properties, dir: 'ltr'}}
  return resolver.edition.spec.direction === 'rtl' ? resolveTree(directed, file, resolver) : resolveTree(element, file, resolver)
}

/** "(p. 42)" and the leader of a contents line have no sense without pages. */
function isFolioWrapper(element: Element): boolean {
  return element.tagName === 'span' && classesOf(element).some((name) => name === 'folio-reference' || name === 'folio-contents')
}

function resolveLink(element: Element, href: string, file: string, resolver: Resolver): Element {
  const address = maybeAddress(href.slice(1), resolver.places, file)
  const inner = resolveTree(element, file, resolver)
  return address === undefined ? inner : {...inner, properties: {...inner.properties, href: address}}
}

function resolvePicture(element: Element, path: string, {gallery}: Resolver): Element {
  const src = gallery.place(path)
  if (src === undefined) throw new Error(`Unexpected picture \`${path}\` in a finished edition, expected one of its resources`)
  return {...element, properties: {...element.properties, src}}
}

/** The places of an index entry by name, each name once: on a screen there are no pages to tell them apart. */
function listLocators({targets}: FolioNode, file: string, {edition, places}: Resolver): readonly ElementContent[] {
  const targetByLabel = new Map<string, Id>()
  for (const id of targets) {
    const label = edition.graph.targetById.get(id)?.label ?? places.homeById.get(id)?.division.title ?? id
    if (!targetByLabel.has(label)) targetByLabel.set(label, id)
  }
  const links = Array.from(targetByLabel, ([label, id]) =>
    h('a', {className: ['locator'], 'epub:type': 'index-locator', href: maybeAddress(id, places, file) ?? `#${id}`}, label))
  const separator: ElementContent = {type: 'text', value: separatorOf(edition.script)}
  return links.flatMap((link, index) => index === 0 ? [link] : [separator, link])
}

/** ICU has patterns for lists with "and", not for locators: in Arabic even its plain list says "and". */
function separatorOf(script: string): string {
  if (['Jpan', 'Hans', 'Hant'].includes(script)) return '、'
  return ['Arab', 'Aran', 'Syrc', 'Thaa'].includes(script) ? '، ' : ', '
}
