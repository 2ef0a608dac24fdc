/** Links: out of the book, to a place of the publication, or nowhere. */
import type {Element, ElementContent} from 'hast'
import {h, textOf} from '../core/hast.ts'
import type {ReferenceNode} from '../core/nodes.ts'
import {cleanText} from './characters.ts'
import type {Context} from './context.ts'

const outside = /^(?:https?|mailto|tel):/i
const scheme = /^[a-z][a-z0-9+.-]*:/i

/** What an author's `a` becomes: a link, a reference, an anchor, or its content. Calls of notes inside stand behind it. */
export function settleLink(element: Element, context: Context): ElementContent[] {
  const {href, id, name, title} = element.properties
  const anchor = typeof id === 'string' ? id : typeof name === 'string' ? name : undefined
  const calls: ElementContent[] = []
  const children = unlink(element.children, calls)
  const anchored = anchor ? {id: anchor} : {}
  if (typeof href !== 'string') return anchor ? [h('span', anchored, children), ...calls] : [...children, ...calls]
  if (children.every((child) => textOf(child).trim() === '' && !hasPicture(child))) return [...(anchor ? [h('span', anchored)] : []), ...children, ...calls]
  const address = readAddress(cleanText(href, context, element.position?.start.line))
  const place = element.position && {position: element.position}
  const titled = typeof title === 'string' && title !== '' ? {title} : {}
  if (address === undefined) {
    context.report('parse/refused-link', {url: href.slice(0, 80)}, element)
    return [...(anchor ? [h('span', anchored)] : []), ...children, ...calls]
  }
  if (outside.test(address)) return [{...h('a', {...anchored, href: address, ...titled}, children), ...place}, ...calls]
  const reference: ReferenceNode = {type: 'reference', url: address, children, ...titled, ...place}
  return [...(anchor ? [h('span', anchored)] : []), reference, ...calls]
}

/** The address as it may be written: protocol made explicit; `undefined` for schemes that a book does not follow. */
function readAddress(href: string): string | undefined {
  const address = href.replace(/[\t\n\r]/g, '').trim() // browsers do the same, so `java\nscript:` is what it seems
  if (address === '') return undefined
  if (/^\/\//.test(address)) return `https:${address}`
  if (/^www\./i.test(address)) return `https://${address}`
  if (outside.test(address)) return /^https?:\/*$/i.test(address) ? undefined : address
  return scheme.test(address) ? undefined : address
}

/** Children without links, since links do not nest; calls of notes are set aside. */
function unlink(children: readonly ElementContent[], calls: ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'reference') return unlink(child.children, calls)
    if (child.type === 'indexMark') return [{...child, children: unlink(child.children, calls)}]
    if (child.type !== 'element') return [child]
    if (child.tagName !== 'a') return [{...child, children: unlink(child.children, calls)}]
    if (child.properties['role'] !== 'doc-noteref') return unlink(child.children, calls)
    calls.push(child)
    return []
  })
}

function hasPicture(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'img' || node.tagName === 'math' || node.children.some(hasPicture))
}
