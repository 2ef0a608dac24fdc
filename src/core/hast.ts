/** Making and walking HTML trees. */
import type {Element, ElementContent, Nodes, Properties, Root} from 'hast'

type Child = ElementContent | string | undefined

/** An element; strings become text, `undefined` nothing. */
export function h(tagName: string, properties: Properties, ...children: readonly (Child | readonly Child[])[]): Element {
  const nodes: ElementContent[] = []
  for (const child of children.flat() as readonly Child[]) { // flat() loses the type of readonly arrays
    if (typeof child === 'string') {
      if (child) nodes.push({type: 'text', value: child})
    } else if (child) nodes.push(child)
  }
  return {type: 'element', tagName, properties, children: nodes.slice()} // without the room to grow, a fifth of the memory of a large book
}

/** A node with its children, in document order; return `false` to pass over the children. */
export function walk(node: Nodes, visit: (node: Nodes) => boolean | void): void {
  if (visit(node) === false || !('children' in node)) return
  for (const child of node.children) walk(child, visit)
}

/** Every element below (and at) a node, in document order. */
export function walkElements(node: Nodes, visit: (element: Element) => boolean | void): void {
  walk(node, (each) => each.type === 'element' ? visit(each) : undefined)
}

/** The words of a node, without markup; pictures count with their text alternative. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && node.tagName === 'img') return String(node.properties['alt'] ?? '')
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/** A tree with some nodes replaced: `undefined` keeps the node and goes on below, a list takes its place as it is. What has not changed is shared with the old tree. */
export function replaceNodes<N extends Root | Element>(node: N, replace: (node: ElementContent) => readonly ElementContent[] | undefined): N {
  const old = node.children as readonly ElementContent[] // a doctype stands only in a root that we never make
  let children: ElementContent[] | undefined
  for (const [at, child] of old.entries()) {
    const instead = replace(child) ?? [child.type === 'element' ? replaceNodes(child, replace) : child]
    if (!children && instead.length === 1 && instead[0] === child) continue
    children ??= old.slice(0, at)
    for (const each of instead) children.push(each) // a spread of a hundred thousand would overflow the stack
  }
  return children ? {...node, children: children.slice()} : node
}

export function isElement(node: Nodes | undefined, ...tagNames: readonly string[]): node is Element {
  return node?.type === 'element' && (tagNames.length === 0 || tagNames.includes(node.tagName))
}

/** The class names of an element. */
export function classesOf(element: Element): readonly string[] {
  const names = element.properties['className']
  return Array.isArray(names) ? names.map(String) : []
}

/** What `:::description` becomes. */
export function isLongDescription(element: Element): boolean {
  return isElement(element, 'aside') && classesOf(element).includes('long-description')
}
