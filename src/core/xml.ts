/** Trees of XML as text. */
import type {Nodes} from 'xast'
import {toXml} from 'xast-util-to-xml'

/** Without a declaration. Sections of characters become text, and what may end such a section only is escaped, which the serialiser leaves undone. */
export function writeXml(tree: Nodes): string {
  return toXml(withoutSections(tree), {closeEmptyElements: true, tightClose: true}).replaceAll(']]>', ']]&gt;')
}

function withoutSections<T extends Nodes>(node: T): T {
  if (node.type === 'cdata') return {type: 'text', value: node.value} as unknown as T
  return 'children' in node ? {...node, children: node.children.map(withoutSections)} : node
}
