/** How long the markup of a tree will be, before its addresses are known: rather too much than too little. */
import type {Element, Nodes} from 'hast'
import type {Id} from '../../core/model.ts'
import type {FolioNode} from '../../core/nodes.ts'
import {escapeAttribute, escapeText} from './markup.ts'

/** Bytes of XHTML that a node becomes. */
export type Measure = (node: Nodes) => number

/** What an element has besides its tag names and attributes: `<>`, `</>`. */
const brackets = 5
/** What an attribute has besides name and value: a blank, `=""`. */
const quotes = 4
/** What the address of a place has besides the place: the file is named by the division, which the id repeats. */
const addressRest = 12
/** The markup around the words and the address of one locator. */
const locatorRest = 90

/** Measures each element once. `labelOf` gives the words that an index locator shows; what `isOverfull` is too long for any document. */
export function makeMeasure(labelOf: (id: Id) => string, isOverfull: (element: Element) => boolean): Measure {
  const sizes = new WeakMap<Element, number>()
  const measure = (node: Nodes): number => {
    if (node.type === 'text') return Buffer.byteLength(escapeText(node.value))
    if (node.type === 'folio') return measureFolio(node, labelOf)
    if (node.type !== 'element') return 'children' in node ? measureAll(node.children) : 0
    const known = sizes.get(node)
    if (known !== undefined) return known
    const size = isOverfull(node) ? Infinity : measureTags(node) + measureAll(node.children)
    sizes.set(node, size)
    return size
  }
  const measureAll = (nodes: readonly Nodes[]): number => nodes.reduce((sum, node) => sum + measure(node), 0)
  return measure
}

/** The element without its content. */
export function measureTags({tagName, properties}: Element): number {
  let size = 2 * tagName.length + brackets
  for (const key in properties) {
    const value = properties[key]
    if (value === undefined || value === null || value === false) continue
    const bytes = Buffer.byteLength(escapeAttribute(Array.isArray(value) ? value.join(' ') : String(value)))
    size += key.length + quotes + bytes
    if (key === 'lang') size += 'xml:'.length + key.length + quotes + bytes // written twice
    if (key === 'href' && String(value).startsWith('#')) size += bytes + addressRest
  }
  return size
}

function measureFolio({use, targets}: FolioNode, labelOf: (id: Id) => string): number {
  return use === 'index' ? targets.reduce((sum, id) => sum + locatorRest + 2 * id.length + Buffer.byteLength(labelOf(id)), 0) : 0
}
