/** The gate behind raw HTML: an allow-list through which only our own elements pass unseen. */
import type {Element, ElementContent, Nodes, Root} from 'hast'
import {sanitize} from 'hast-util-sanitize'
import {h, walkElements} from '../core/hast.ts'
import {reportedTags, schema} from './allowed.ts'
import type {Context} from './context.ts'
import {maybeTrusted} from './nodes.ts'

/** The tree with nothing in it but what the allow-list names and what this stage made itself. */
export function sanitizeTree(tree: Root, context: Context): Root {
  const shelf: ElementContent[] = []
  const shelved: Root = {type: 'root', children: shelveNodes(tree.children as ElementContent[], shelf, context)} // no doctype in a fragment
  const safe = sanitize(shelved, schema)
  return {type: 'root', children: unshelveNodes(safe.type === 'root' ? safe.children as ElementContent[] : [safe as ElementContent], shelf)}
}

/** Our nodes become numbered spans; their children are judged like all others. */
function shelveNodes(nodes: readonly ElementContent[], shelf: ElementContent[], context: Context): ElementContent[] {
  return nodes.map((node): ElementContent => {
    if (node.type === 'indexMark' || maybeTrusted(node)) {
      const number = shelf.push(node) - 1
      const {children} = node as Element
      const isFormula = (node as Element).tagName === 'math' || children.some((child) => child.type === 'element' && child.tagName === 'math')
      return h('span', {dataShelf: number}, isFormula ? [] : shelveNodes(children, shelf, context))
    }
    if (node.type !== 'element') return node
    noteLoss(node, context)
    const properties = {...node.properties}
    delete properties['dataShelf']
    return {...node, properties, children: shelveNodes(node.children, shelf, context)}
  })
}

function noteLoss(element: Element, context: Context): void {
  const line = element.position?.start.line
  if (reportedTags.has(element.tagName)) context.tally('parse/dropped-html', element.tagName, line)
  for (const name of Object.keys(element.properties)) {
    if (/^on[a-z]/i.test(name)) context.tally('parse/dropped-handler', name.toLowerCase(), line)
  }
}

function unshelveNodes(nodes: readonly ElementContent[], shelf: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node): ElementContent => {
    if (node.type !== 'element') return node
    const number = node.properties['dataShelf']
    const ours = number === undefined ? undefined : shelf[Number(number)]
    if (!ours) return {...node, children: unshelveNodes(node.children, shelf)}
    const children = node.children.length > 0 ? unshelveNodes(node.children, shelf) : (ours as Element).children
    return {...ours, children} as ElementContent // the same node with judged children
  })
}

/** Whether an element is below a node. */
export function hasElement(node: Nodes, isWanted: (element: Element) => boolean): boolean {
  let found = false
  walkElements(node, (element) => {
    if (isWanted(element)) found = true
    return !found
  })
  return found
}
