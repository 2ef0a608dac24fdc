/** The page breaks of the printed book, set into the tree of the same edition. */
import type {Element, ElementContent} from 'hast'
import {h, walkElements} from '../../core/hast.ts'
import type {Division, Edition, Id} from '../../core/model.ts'
import type {PageStart, Pagination} from '../../core/pagination.ts'
import {findAnchors, type Anchors} from './page-anchors.ts'

/** A page of the printed book as the page list names it. */
export interface PageBreak {
  readonly label: string
  readonly id: Id
  /** On a later page of the contents: the point whose line begins it. The contents themselves are set by the navigation document. */
  readonly point?: Id
  readonly inContents: boolean
}

/** What the e-book says of the printed one. */
export interface Paging {
  readonly breaks: readonly PageBreak[]
  readonly pagination: Pagination
}

export interface PagedEdition {
  readonly edition: Edition
  readonly paging: Paging
}

/** The edition with a break where each page begins. Starts name nodes of this very tree: it comes before any other change. */
export function setPageBreaks(edition: Edition, pagination: Pagination): PagedEdition {
  const {starts} = pagination
  const nameBreak = makeNamer(edition)
  const startsByDivision = new Map<Id, PageStart[]>()
  for (const start of starts) {
    const others = startsByDivision.get(start.division)
    if (others) others.push(start)
    else startsByDivision.set(start.division, [start])
  }
  const breaks: PageBreak[] = []
  const divisions = edition.divisions.map((division) => {
    const own = startsByDivision.get(division.id) ?? []
    const inContents = division.kind === 'contents'
    const lines = inContents ? findLines(division, own) : undefined
    const spans = new Map(own.map((start) => {
      const id = nameBreak(start.label)
      const point = lines?.get(start)
      breaks.push({label: start.label, id, inContents, ...(point !== undefined && {point})})
      return [start, makeBreak(start.label, id)]
    }))
    return inContents || own.length === 0 ? division : {...division, tree: insertBreaks(division.tree, own, spans, edition.spec.language)}
  })
  return {edition: {...edition, divisions}, paging: {breaks, pagination}}
}

/** DPUB-ARIA 1.1 § 4.28: the label says the number; the page shows nothing. */
export function makeBreak(label: string, id: Id): Element {
  return h('span', {'epub:type': 'pagebreak', role: 'doc-pagebreak', id, ariaLabel: label})
}

/** `page-42`, unless an author has named something so. */
function makeNamer({divisions}: Edition): (label: string) => Id {
  const taken = new Set<unknown>()
  for (const {tree} of divisions) walkElements(tree, ({properties: {id}}) => void taken.add(id))
  return (label) => {
    let id = `page-${/^[\x21-\x7e]+$/.test(label) ? label : [...label].map((char) => char.codePointAt(0)?.toString(16)).join('-')}` // ids are ASCII
    while (taken.has(id)) id += '-'
    taken.add(id)
    return id
  }
}

function insertBreaks(tree: Element, starts: readonly PageStart[], spans: ReadonlyMap<PageStart, Element>, language: string): Element {
  const anchors = findAnchors(tree, starts, language)
  const spansAt = (node: ElementContent | undefined, offset: number): readonly Element[] =>
    (node && anchors.get(node) || []).filter((each) => each.offset === offset).flatMap(({start}) => spans.get(start) ?? [])
  const insert = (element: Element): Element => {
    const children = element.children.flatMap((node): readonly ElementContent[] => {
      if (!anchors.has(node)) return [node.type === 'element' ? insert(node) : node]
      if (node.type === 'text') return splitText(node.value, anchors.get(node) ?? [], (offset) => spansAt(node, offset))
      return [...spansAt(node, 0), node.type === 'element' ? insert(node) : node]
    })
    return {...element, children}
  }
  const whole = insert(tree)
  return {...whole, children: [...spansAt(tree, 0), ...whole.children]}
}

function splitText(text: string, anchors: NonNullable<ReturnType<Anchors['get']>>, spansAt: (offset: number) => readonly Element[]): readonly ElementContent[] {
  const offsets = [...new Set(anchors.map(({offset}) => offset))].sort((a, b) => a - b)
  const pieces = offsets.flatMap((offset, place): readonly ElementContent[] =>
    [...spansAt(offset), {type: 'text', value: text.slice(offset, offsets[place + 1])}])
  return [{type: 'text', value: text.slice(0, offsets[0])} as const, ...pieces].filter((node) => node.type !== 'text' || node.value !== '')
}

/** The point of the contents in whose line each later page begins. */
function findLines({tree}: Division, starts: readonly PageStart[]): ReadonlyMap<PageStart, Id> {
  const lines = new Map<PageStart, Id>()
  const startByNode = new Map(starts.map((start) => [start.node, start]))
  const visit = (node: ElementContent, line: Id | undefined): Id | undefined => {
    const href = node.type === 'element' && node.tagName === 'a' ? node.properties['href'] : undefined
    let current = typeof href === 'string' && href.startsWith('#') ? href.slice(1) : line
    const start = node === tree ? undefined : startByNode.get(node)
    if (start && current !== undefined) lines.set(start, current)
    if ('children' in node) for (const child of node.children) current = visit(child as ElementContent, current) // references are resolved by now
    return current
  }
  visit(tree, undefined)
  return lines
}
