/** HTML as authors write it, before it is parsed: placeholders become text, what no book can hold goes. */
import type {Html, Nodes, RootContent} from 'mdast'
import {knownTags, swallowedTags} from './allowed.ts'
import type {Context} from './context.ts'

const token = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<[!?][^>]*(?:>|$)|<\/?([A-Za-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^"'>])*>/g

/** Prepares the HTML among a parent's children; nodes that are left must be parsed as HTML. */
export function prepareHtml(parent: Nodes, context: Context): void {
  if (!('children' in parent)) return
  const nodes = parent.children as RootContent[] // every kind of child is RootContent to us
  if (!nodes.some((node) => node.type === 'html')) return
  const children: RootContent[] = []
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    if (node?.type !== 'html') {
      if (node) children.push(node)
      continue
    }
    const swallowed = maybeSwallowed(node.value)
    const end = swallowed === undefined ? -1 : nodes.findIndex((each, at) => at > index && each.type === 'html' && isTagOf(each.value, swallowed))
    if (swallowed !== undefined && end > index && isClosing(nodes[end])) {
      context.tally('parse/dropped-html', swallowed, node.position?.start.line)
      index = end
    } else {
      const value = rewriteHtml(node, context)
      if (value !== '') children.push({...node, value})
    }
  }
  parent.children = children as never
}

/** Where a comment starts that never ends, as an offset into the source. */
export function maybeUnclosedComment(node: Nodes): Html | undefined {
  if (node.type === 'html') return node.value.replace(/<!--[\s\S]*?-->/g, '').includes('<!--') ? node : undefined
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const found = maybeUnclosedComment(child)
    if (found) return found
  }
  return undefined
}

/** The name of the only tag of an inline node, when HTML would swallow all that follows it. */
function maybeSwallowed(value: string): string | undefined {
  const name = /^<([A-Za-z][^\s/>]*)[^>]*>$/.exec(value)?.[1]?.toLowerCase()
  return name !== undefined && swallowedTags.has(name) ? name : undefined
}

function isTagOf(value: string, name: string): boolean {
  return new RegExp(`^</?${name}[\\s/>]`, 'i').test(value)
}

function isClosing(node: RootContent | undefined): boolean {
  return node?.type === 'html' && node.value.startsWith('</')
}

function rewriteHtml(node: Html, context: Context): string {
  const {value} = node
  const lineAt = (offset: number): number | undefined =>
    node.position && node.position.start.line + value.slice(0, offset).split('\n').length - 1
  let out = '', at = 0
  token.lastIndex = 0
  for (let match = token.exec(value); match; match = token.exec(value)) {
    out += escapeStray(value.slice(at, match.index))
    at = token.lastIndex
    const [source, tag] = match
    const name = tag?.toLowerCase()
    if (name === undefined) { // comments, declarations and instructions vanish; CDATA is text
      if (source.startsWith('<![CDATA[')) out += escapeText(source.slice(9).replace(/\]\]>$/, ''))
    } else if (swallowedTags.has(name)) {
      const close = new RegExp(`</${name}\\s*>`, 'gi')
      close.lastIndex = at
      const isOpening = !source.startsWith('</')
      const end = isOpening && close.exec(value) ? close.lastIndex : undefined
      if (end === undefined) out += escapeText(source) // "the <script> tag": words, not a script
      else {
        context.tally('parse/dropped-html', name, lineAt(match.index))
        at = token.lastIndex = end
      }
    } else if (!knownTags.has(name)) out += escapeText(source)
    else out += source
  }
  return out + escapeStray(value.slice(at))
}

/** A tag that never ends is text. */
function escapeStray(text: string): string {
  return text.replace(/<(?=[A-Za-z/!?])/g, '&lt;')
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
