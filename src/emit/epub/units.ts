/** Where an element may be cut in two: its content as a sequence of units that stay whole, or are cut in their turn. */
import type {Element, ElementContent} from 'hast'
import {classesOf, isElement} from '../../core/hast.ts'

/** How good it is to cut before a unit. */
export const levels = {section: 0, subsection: 1, block: 2} as const
export type Level = typeof levels[keyof typeof levels]

/** What is not cut between: a heading with what follows it, words with their markup. Only the last node may be cut inside. */
export interface Unit {
  readonly nodes: readonly ElementContent[]
  readonly level: Level
  /** Stands in documents of its own. */
  readonly isApart: boolean
}

/** An element as units, in their order. */
export interface Anatomy {
  readonly units: readonly Unit[]
  /** Bytes that each part has besides its units. */
  readonly overhead: number
  /** Most units in one part. */
  readonly most: number
  /** One element for each part, the first the element itself as far as it goes. */
  readonly assemble: (parts: readonly (readonly ElementContent[])[]) => readonly Element[]
}

/** How large a document may be. */
export interface Limits {
  /** Bytes. */
  readonly size: number
  readonly notes: number
}

const blocks = [
  'section', 'div', 'nav', 'article', 'aside', 'header', 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'pre', 'table',
  'figure', 'figcaption', 'hr'
]
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'dt'])
const titleClasses = new Set(['label', 'admonition-title'])

/** The units of a flow of blocks. `isApart` says which blocks stand alone. */
export function listUnits({tagName, children}: Element, isApart: (block: Element) => boolean): readonly Unit[] {
  const units: Unit[] = []
  let open: ElementContent[] = []
  let last: Kind = 'title'
  const close = (): void => {
    if (open.length > 0) units.push({nodes: open, level: levelOf(open), isApart: open.some((node) => isElement(node) && isApart(node))})
    open = []
  }
  for (const child of children) {
    const kind = kindOf(child)
    const continues = kind === 'blank' || last === 'title' || (kind === 'words' && last === 'words') || (tagName === 'dl' && isElement(child, 'dd'))
    if (!continues) close()
    open.push(child)
    if (kind !== 'blank') last = kind
  }
  close()
  return units
}

/** Titles, and page breaks alike, belong to what follows. */
type Kind = 'blank' | 'title' | 'words' | 'block'

function kindOf(node: ElementContent): Kind {
  if (node.type === 'text' && node.value.trim() === '') return 'blank'
  if (isPageBreak(node) || isTitle(node)) return 'title'
  return isElement(node, ...blocks) ? 'block' : 'words'
}

export function isPageBreak(node: ElementContent): boolean {
  return isElement(node, 'span') && node.properties['role'] === 'doc-pagebreak'
}

function isTitle(node: ElementContent): boolean {
  return isElement(node) && (headings.has(node.tagName) || node.tagName === 'p' && classesOf(node).some((name) => titleClasses.has(name)))
}

/** By the first heading that the nodes begin with. */
function levelOf(nodes: readonly ElementContent[]): Level {
  for (const node of nodes) {
    if (node.type !== 'element' || isPageBreak(node)) continue
    if (node.tagName === 'h1' || node.tagName === 'h2') return levels.section
    if (node.tagName === 'h3') return levels.subsection
    return ['section', 'div', 'header'].includes(node.tagName) ? levelOf(node.children) : levels.block
  }
  return levels.block
}
