/** A long table, cut between rows; each part has the head and the caption again. */
import type {Element, ElementContent} from 'hast'
import {classesOf, isElement, replaceNodes} from '../../core/hast.ts'
import {continueElement} from './continuation.ts'
import {measureTags, type Measure} from './measure.ts'
import {isPageBreak, levels, type Anatomy, type Limits, type Unit} from './units.ts'

/** `undefined` when its head alone would fill a document, or when its parts do not stand in the order of HTML. */
export function cutTable(table: Element, measure: Measure, {size}: Limits): Anatomy | undefined {
  const {children} = table
  const begin = children.findIndex(isBody)
  const end = children.findLastIndex(isBody) + 1
  const [head, bodies, foot] = [children.slice(0, Math.max(begin, 0)), children.slice(Math.max(begin, 0), end), children.slice(end)]
  const overhead = [...head, ...foot].reduce((sum, node) => sum + measure(node), measureTags(table))
  if (begin < 0 || overhead > size / 2 || bodies.some((node) => isElement(node) && !isBody(node))) return undefined
  const bodyByRows = new Map<ElementContent, Element>()
  const units = bodies.flatMap((body): readonly Unit[] => {
    if (!isElement(body, 'tbody')) return [makeUnit(body)]
    return groupRows(body).map((rows) => {
      const node: Element = {...body, children: [...rows]}
      bodyByRows.set(node, body)
      return makeUnit(node)
    })
  })
  const repeated = head.map(repeat)
  return {
    units, overhead, most: Infinity,
    assemble: (parts) => {
      const begun = new Set<Element>()
      return parts.map((rows, at) => {
        const content = [...at === 0 ? head : repeated, ...joinRows(rows, bodyByRows, begun), ...at === parts.length - 1 ? foot : []]
        return at === 0 ? {...table, children: content} : continueElement(table, content)
      })
    }
  }
}

function isBody(node: ElementContent): boolean {
  return isElement(node, 'tbody', 'tr')
}

function makeUnit(node: ElementContent): Unit {
  return {nodes: [node], level: levels.block, isApart: false}
}

/** Rows that a cell spans stay together; what is no row stays with the one before it. */
function groupRows({children}: Element): readonly (readonly ElementContent[])[] {
  const groups: ElementContent[][] = []
  let spanned = 0
  for (const child of children) {
    const last = groups.at(-1)
    if (last && (spanned > 0 || !isElement(child, 'tr'))) last.push(child)
    else groups.push([child])
    if (!isElement(child, 'tr')) continue
    spanned = Math.max(spanned - 1, 0)
    for (const cell of child.children) if (isElement(cell)) spanned = Math.max(spanned, Number(cell.properties['rowSpan'] ?? 1) - 1)
  }
  return groups
}

/** Rows of one `tbody` stand in one again. */
function joinRows(rows: readonly ElementContent[], bodyByRows: ReadonlyMap<ElementContent, Element>, begun: Set<Element>): readonly ElementContent[] {
  const joined: ElementContent[] = []
  let current: {readonly body: Element; readonly children: ElementContent[]} | undefined
  for (const node of rows) {
    const body = bodyByRows.get(node)
    if (!body || !isElement(node)) joined.push(node)
    else if (current?.body === body) current.children.push(...node.children)
    else {
      const element = begun.has(body) ? continueElement(body, []) : {...body, children: []}
      begun.add(body)
      element.children.push(...node.children)
      current = {body, children: element.children}
      joined.push(element)
    }
    if (!body) current = undefined
  }
  return joined
}

function repeat(node: ElementContent): ElementContent {
  if (!isElement(node)) return node
  const bare = stripMarks(node)
  return {...bare, properties: {...bare.properties, className: [...classesOf(bare), 'repeated']}}
}

/** What is repeated: ids and page breaks belong to the first, to which all that points at them leads. */
export function stripMarks(element: Element): Element {
  const {id: _, ...properties} = element.properties
  return replaceNodes({...element, properties}, (node) => {
    if (isPageBreak(node)) return []
    return isElement(node) && node.properties['id'] !== undefined ? [stripMarks(node)] : undefined
  })
}
