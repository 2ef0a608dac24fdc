/** The units of translation of a manuscript: what is translated as one, with what stands in it. */
import type {Nodes, Root, Table} from 'mdast'
import type {ElementData, Root as HastRoot} from 'hast'
import type {FrontEntry, FrontValue} from '../core/front-matter.ts'
import {isElement, walkElements} from '../core/hast.ts'
import {hashBlock, listNumbers, type Block} from '../core/translation.ts'

type Found = Pick<Block, 'links' | 'pictures' | 'code' | 'notes'>

/** Blocks as they stand in Markdown's tree, before anything is rewritten in it; offsets of `tree` count `source`, those of the blocks `original`, which has the same lines. */
export function readBlocks(tree: Root, source: string, original: string): readonly Block[] {
  const lines = source === original ? undefined : lineStarts(original)
  const blocks: Block[] = []
  visit(tree, 'paragraph', (node, kind) => {
    const {start, end} = ('position' in node ? node.position : undefined) ?? {}
    if (start?.offset === undefined || end?.offset === undefined) return
    const slice = source.slice(start.offset, end.offset)
    const span = lines ? findSpan(slice, start, end, lines, original) : [start.offset, end.offset] as const
    blocks.push(makeBlock(kind, {line: start.line, column: start.column, span, markdown: original.slice(...span)}, node))
  })
  return resolveReferences(blocks, tree)
}

/** Blocks with the addresses of links that only name a definition: the name may be translated. */
function resolveReferences(blocks: readonly Block[], tree: Root): readonly Block[] {
  const urls = new Map<string, string>()
  const collect = (node: Nodes): void => {
    if (node.type === 'definition' && !urls.has(`[${node.identifier}]`)) urls.set(`[${node.identifier}]`, node.url)
    else if ('children' in node) node.children.forEach(collect)
  }
  collect(tree)
  const resolve = (url: string): string => urls.get(url) ?? url
  return urls.size === 0 ? blocks : blocks.map((block) => ({...block, links: block.links.map(resolve), pictures: block.pictures.map(resolve)}))
}

/** Front matter that is translated. */
export function readFrontBlocks(entries: readonly FrontEntry[]): readonly Block[] {
  return entries.flatMap(({key, value, line, column}) => {
    const kind = key.toLowerCase()
    if (!/^(?:title|description|keywords)$/.test(kind)) return []
    const words = (Array.isArray(value) ? value as readonly FrontValue[] : [value]).flatMap(wordsOfValue).join(', ')
    return words.trim() === '' ? [] : [makeBlock(kind, {line, column, markdown: words}, {type: 'text', value: words})]
  })
}

/** A term may stand with its reading. */
function wordsOfValue(value: FrontValue): readonly string[] {
  const word = value instanceof Map ? value.get('term') : value
  return typeof word === 'string' ? [word] : []
}

/** Tells each element of a settled tree which block begins with it. Changes the tree in place. */
export function markBlocks(tree: HastRoot, blocks: readonly Block[]): void {
  const byPlace = new Map(blocks.flatMap((block, at) => block.span ? [[`${block.line}:${block.column}`, at] as const] : []))
  const byLine = new Map(blocks.flatMap((block, at) => block.span ? [[block.line, at] as const] : []).reverse()) // the first of each line
  walkElements(tree, (element) => {
    const start = element.position?.start
    if (!start) return
    const isBare = /^(?:li|dd)$/.test(element.tagName) && !element.children.some((child) => isElement(child, 'p'))
    const block = isBare ? byLine.get(start.line) : byPlace.get(`${start.line}:${start.column}`)
    if (block !== undefined && (isBare || outer.test(element.tagName))) element.data = {...element.data, block} as ElementData
  })
}

const outer = /^(?:p|h[1-6]|pre|table|figure|dt|math|div|aside|section)$/

function makeBlock(kind: string, place: Pick<Block, 'line' | 'column' | 'span' | 'markdown'>, node: Nodes): Block {
  const found = {links: [], pictures: [], code: [], notes: []}
  const words = wordsOf(node, found).replaceAll(/\s+/g, ' ').trim()
  return {kind, ...place, words, hash: hashBlock(kind, place.markdown), numbers: listNumbers(words), ...found}
}

function visit(node: Nodes, paragraph: string, take: (node: Nodes, kind: string) => void): void {
  switch (node.type) {
    case 'heading': return take(node, `heading${node.depth}`)
    case 'paragraph': return take(node, node.children.length === 1 && node.children[0]?.type === 'image' ? 'picture' : paragraph)
    case 'code': case 'math': case 'table': return take(node, node.type)
    case 'html': return /^<!--[^]*?-->\s*$/.test(node.value) ? undefined : take(node, 'html')
  }
  const type = node.type as string // definition lists are no part of mdast's own types
  if (type === 'defListTerm') return take(node, 'term')
  const inner = type === 'listItem' ? 'item' : type === 'blockquote' ? 'quote' : type === 'footnoteDefinition' ? 'note' : type === 'defListDescription' ? 'definition' : paragraph
  if ('children' in node) for (const child of node.children) visit(child, inner, take)
}

/** The words of a node; what bears comparison goes to `found`. */
function wordsOf(node: Nodes, found: {readonly [K in keyof Found]: string[]}): string {
  switch (node.type) {
    case 'text': return node.value
    case 'inlineCode': case 'code': case 'inlineMath': case 'math': found.code.push(node.value); return node.type === 'code' ? '' : node.value
    case 'image': found.pictures.push(node.url); return node.alt ?? ''
    case 'link': found.links.push(node.url); break
    case 'linkReference': found.links.push(`[${node.identifier}]`); break
    case 'imageReference': found.pictures.push(`[${node.identifier}]`); return node.alt ?? ''
    case 'footnoteReference': found.notes.push(node.identifier); return ''
    case 'break': return ' '
    case 'table': return tableWords(node, found)
    case 'html': return ' '
  }
  return 'children' in node ? node.children.map((child) => wordsOf(child, found)).join('') : ''
}

function tableWords(table: Table, found: {readonly [K in keyof Found]: string[]}): string {
  return table.children.flatMap((row) => row.children.map((cell) => wordsOf(cell, found))).join(' ')
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

interface Point {readonly line: number; readonly column: number}

/** Where a slice stands in the author's own text; whole lines where it was written otherwise there. */
function findSpan(slice: string, start: Point, end: Point, lines: readonly number[], original: string): readonly [number, number] {
  const from = (lines[start.line - 1] ?? original.length) + start.column - 1
  if (original.startsWith(slice, from)) return [from, from + slice.length]
  const stop = (lines[end.line] ?? original.length + 1) - 1
  return [lines[start.line - 1] ?? original.length, stop]
}
