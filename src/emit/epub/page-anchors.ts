/** Where a page break may stand: as near to the turn of the page as XHTML, speech and links allow. */
import type {Element, ElementContent} from 'hast'
import {classesOf, isElement, textOf} from '../../core/hast.ts'
import type {PageStart} from '../../core/pagination.ts'

/** Nodes before which breaks stand, or at some offset of a text; the division's own tree means its beginning. */
export type Anchors = ReadonlyMap<ElementContent, readonly {readonly start: PageStart; readonly offset: number}[]>

/** What stays in one piece: a break would be read out in its midst, or is not allowed there. A block of code may fill many pages and is broken between lines. */
const whole = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'code', 'kbd', 'samp', 'math', 'svg', 'ruby'])
/** Code in a line above this number of characters is rather a page of text. */
const longCode = 200
/** Their children are of certain kinds only. */
const closed = new Set(['ul', 'ol', 'dl', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'colgroup', 'ruby', 'math', 'svg', 'select', 'picture'])

/** A place for each start of a division. */
export function findAnchors(tree: Element, starts: readonly PageStart[], language: string): Anchors {
  const startsByNode = new Map<ElementContent, PageStart[]>()
  for (const start of starts) {
    const others = startsByNode.get(start.node)
    if (others) others.push(start)
    else startsByNode.set(start.node, [start])
  }
  const anchors = new Map<ElementContent, {start: PageStart; offset: number}[]>()
  const segmenter = new Intl.Segmenter(language, {granularity: 'word'})
  const visit = (node: ElementContent, path: readonly Element[]): void => {
    for (const start of startsByNode.get(node) ?? []) {
      const {anchor, offset} = node === tree ? {anchor: node, offset: 0} : settle(node, place(node, start.offset, path, segmenter), path)
      const others = anchors.get(anchor)
      if (others) others.push({start, offset})
      else anchors.set(anchor, [{start, offset}])
    }
    if (node.type === 'element') for (const child of node.children) visit(child, [...path, node])
  }
  visit(tree, [])
  return anchors
}

function place(node: ElementContent, offset: number, path: readonly Element[], segmenter: Intl.Segmenter): number {
  const line = node.type === 'text' && path.some(({tagName}) => tagName === 'pre') ? maybeLine(node.value, offset) : undefined
  return line ?? atWord(node, offset, segmenter)
}

/** The start of a line that is near: a long one is wrapped in print. */
function maybeLine(code: string, offset: number): number | undefined {
  const before = code.lastIndexOf('\n', offset - 1) + 1
  const after = code.indexOf('\n', offset) + 1
  const nearest = after > 0 && after - offset < offset - before ? after : before
  return Math.abs(nearest - offset) < 120 ? nearest : undefined
}

/** The nearest boundary between words: a page may turn within one. */
function atWord(node: ElementContent, offset: number, segmenter: Intl.Segmenter): number {
  if (node.type !== 'text' || offset === 0) return 0
  const found = segmenter.segment(node.value).containing(offset)
  if (!found || found.index === offset) return offset
  const end = found.index + found.segment.length
  return offset - found.index <= end - offset ? found.index : end
}

interface Settled {
  readonly anchor: ElementContent
  readonly offset: number
}

/** A node in the midst of what is whole gives way to it; a node that begins its parent gives way to the parent, as far up as a break may stand. */
function settle(node: ElementContent, offset: number, path: readonly Element[]): Settled {
  const chain = [...path.slice(1), node] // without the division's own tree, which is not left
  const outermost = chain.findIndex((each, at) => each.type === 'element' && isWhole(each) && !isElement(chain[at - 1], 'pre'))
  const isWithin = outermost >= 0
  if (offset > 0 && !isWithin) return {anchor: node, offset}
  let place = isWithin ? outermost : chain.length - 1
  let best = mayPrecede(chain[place], path[place]) ? place : undefined
  for (; place > 0 && (best === undefined || isFirst(chain[place], path[place])); ) {
    place--
    if (mayPrecede(chain[place], path[place])) best = place
  }
  return {anchor: chain[best ?? 0] ?? node, offset: 0}
}

function isWhole(element: Element): boolean {
  if (element.tagName === 'code' && textOf(element).length > longCode) return false
  return whole.has(element.tagName) || classesOf(element).some((name) => name === 'folio-reference' || name === 'folio-contents')
}

function mayPrecede(node: ElementContent | undefined, parent: Element | undefined): boolean {
  return node !== undefined && parent !== undefined && !closed.has(parent.tagName) && !isElement(node, 'rt', 'rp', 'caption', 'figcaption', 'summary')
}

function isFirst(node: ElementContent | undefined, parent: Element | undefined): boolean {
  return parent?.children.find((each) => each.type !== 'text' || each.value.trim() !== '') === node
}
