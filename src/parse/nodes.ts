/** Nodes between Markdown and HTML: ours in mdast, and elements that only we can make in hast. */
import type {Element, ElementContent, Nodes as HastNodes, Properties} from 'hast'
import type {Data, FootnoteDefinition, Nodes, Parent, PhrasingContent, RootContent} from 'mdast'

export type AlertKind = 'note' | 'tip' | 'important' | 'warning' | 'caution'

/** An aside: its first child is its title. A description is that of the picture or table before it. */
export interface Admonition extends Parent {
  type: 'admonition'
  kind: AlertKind | 'description'
  children: RootContent[]
  data?: Data
}

/** The title of an admonition. */
export interface AdmonitionTitle extends Parent {
  type: 'admonitionTitle'
  children: PhrasingContent[]
}

/** The box of a task. */
export interface TaskMark {
  type: 'taskMark'
  done: boolean
  label: string
}

/** All notes that are called, in the order of their numbers. */
export interface Notes extends Parent {
  type: 'notes'
  children: FootnoteDefinition[]
}

/** What numbering writes on a call (`call` is 1 for the first) and on a definition (`calls` counts them). */
export interface NoteNumber {
  readonly number: number
  /** The number as readers see it. */
  readonly mark?: string
  readonly call?: number
  readonly calls?: number
  readonly label?: string
}

declare module 'mdast' {
  interface RootContentMap {
    admonition: Admonition
    admonitionTitle: AdmonitionTitle
    taskMark: TaskMark
    notes: Notes
  }
  interface PhrasingContentMap {
    taskMark: TaskMark
  }
  interface Data {
    note?: NoteNumber
    directiveLabel?: boolean | null | undefined
  }
}

interface Trusted {
  readonly type: 'trusted'
  readonly tagName: string
  readonly properties: Properties
  readonly children: ElementContent[]
  readonly position?: Element['position']
}

/** An element that author's HTML cannot forge: it passes the sanitiser untouched and becomes an element afterwards. */
export function makeTrusted(element: Element): ElementContent {
  return {...element, type: 'trusted'} as unknown as ElementContent // lives only within this stage, so hast's types do not know it
}

/** The element that was made trusted. */
export function maybeTrusted(node: HastNodes): Element | undefined {
  const other = node as unknown as Trusted
  return other.type === 'trusted' ? {...other, type: 'element'} as Element : undefined
}

/** Children of every parent replaced from the leaves up; `undefined` keeps the child. */
export function rewriteChildren(parent: Nodes, rewrite: (node: RootContent, parent: Nodes) => readonly RootContent[] | undefined): void {
  if (!('children' in parent)) return
  const children: RootContent[] = []
  for (const child of parent.children as RootContent[]) { // every kind of child is RootContent to us
    rewriteChildren(child, rewrite)
    const instead = rewrite(child, parent)
    if (instead) children.push(...instead)
    else children.push(child)
  }
  parent.children = children as never
}
