/** Markdown's tree made ready for HTML: references resolved, dialects recognised, formulas judged, raw HTML prepared. */
import type {Definition, Heading, Image, ImageReference, Link, LinkReference, ListItem, Nodes, Root, RootContent} from 'mdast'
import {sayTerm} from '../core/terms.ts'
import {admonitionOf, maybeAlert} from './admonitions.ts'
import type {Context} from './context.ts'
import {asWritten, languageProperties} from './languages.ts'
import {numberNotes} from './notes.ts'
import {rewriteChildren} from './nodes.ts'
import {prepareHtml} from './raw-html.ts'

/** Changes the tree in place; `source` is the text that its offsets count. Tells whether HTML is left to be parsed. */
export function prepareTree(tree: Root, source: string, context: Context): boolean {
  const definitions = new Map<string, Definition>()
  collectDefinitions(tree, definitions)
  let hasHtml = false
  prepareHtml(tree, context)
  rewriteChildren(tree, (node, parent) => {
    prepareHtml(node, context)
    if (node.type === 'html') hasHtml = true
    return rewrite(node, parent, source, definitions, context)
  })
  numberNotes(tree, context)
  return hasHtml
}

function rewrite(node: RootContent, parent: Nodes, source: string, definitions: ReadonlyMap<string, Definition>, context: Context): readonly RootContent[] | undefined {
  switch (node.type) {
    case 'linkReference':
    case 'imageReference': return resolveReference(node, definitions)
    case 'blockquote': return present(maybeAlert(node, context))
    case 'containerDirective': return node.name === 'div' ? undefined : [admonitionOf(node, context)]
    case 'textDirective': return node.name === 'span' && Object.keys(languageProperties(node.attributes)).length === 0 ? asWritten(node, source) : undefined
    case 'heading': return readHeadingId(node)
    case 'listItem': return markTask(node, context)
    case 'inlineMath': return isMoney(sourceOf(node, source), source[node.position?.end.offset ?? -1]) ? [{type: 'text', value: sourceOf(node, source)}] : undefined
    case 'paragraph': return isDisplayFormula(node.children, source, parent) ? node.children.flatMap((child) =>
      child.type === 'inlineMath' ? [{type: 'math', value: child.value, ...(node.position && {position: node.position})}] : []) : undefined
    default: return undefined
  }
}

function present(node: RootContent | undefined): readonly RootContent[] | undefined {
  return node && [node]
}

function collectDefinitions(node: Nodes, definitions: Map<string, Definition>): void {
  if (node.type === 'definition') {
    const key = node.identifier.toUpperCase()
    if (!definitions.has(key)) definitions.set(key, node)
  } else if ('children' in node) for (const child of node.children) collectDefinitions(child, definitions)
}

function resolveReference(node: LinkReference | ImageReference, definitions: ReadonlyMap<string, Definition>): readonly RootContent[] | undefined {
  const definition = definitions.get(node.identifier.toUpperCase())
  if (!definition) return undefined
  const {url, title} = definition
  const place = node.position && {position: node.position}
  const target: Link | Image = node.type === 'linkReference'
    ? {type: 'link', url, children: node.children, ...(title && {title}), ...place}
    : {type: 'image', url, alt: node.alt ?? '', ...(title && {title}), ...place}
  return [target]
}

/** `## Words {#id}`. */
function readHeadingId(heading: Heading): undefined {
  const last = heading.children.at(-1)
  const match = last?.type === 'text' ? /\s*\{#([^\s{}]+)\}\s*$/.exec(last.value) : undefined
  if (last?.type !== 'text' || !match) return
  last.value = last.value.slice(0, match.index)
  heading.data = {...heading.data, hProperties: {...heading.data?.hProperties, id: match[1] ?? ''}}
}

function markTask(item: ListItem, context: Context): undefined {
  if (typeof item.checked !== 'boolean') return
  const done = item.checked
  item.checked = null
  const mark = {type: 'taskMark', done, label: sayTerm(context.terms, done ? 'task-done' : 'task-open')} as const
  const first = item.children[0]
  if (first?.type === 'paragraph') first.children.unshift(mark)
  else item.children.unshift({type: 'paragraph', children: [mark]})
}

/** `$45 000 and $66 000` is money: TeX neither starts nor ends with a blank, nor is a digit right behind it (as pandoc reads it). */
function isMoney(formula: string, next: string | undefined): boolean {
  return /^\$(?!\$)/.test(formula) && (/^\$\s|\s\$$/.test(formula) || /\d/.test(next ?? ''))
}

function isDisplayFormula(children: readonly RootContent[], source: string, parent: Nodes): boolean {
  const full = children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  return full.length === 1 && full[0]?.type === 'inlineMath' && parent.type !== 'admonitionTitle' && sourceOf(full[0], source).startsWith('$$')
}

function sourceOf(node: Pick<Heading, 'position'>, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
}
