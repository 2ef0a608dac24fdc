/** XML made for the world outside: the little that feeds and trade metadata need. */
import type {Element, ElementContent} from 'xast'
import {writeXml} from '../core/xml.ts'

/** Without controls and halves of characters, which XML cannot hold. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
}

/** An element; attributes and children that are `undefined` are left out. */
export function element(name: string, attributes: Readonly<Record<string, string | number | undefined>>, children: readonly (ElementContent | string | undefined)[] = []): Element {
  const given = Object.entries(attributes).flatMap(([key, value]) => value === undefined ? [] : [[key, cleanText(String(value))] as const])
  const content = children.flatMap((child): readonly ElementContent[] => child === undefined ? [] : typeof child === 'string' ? [{type: 'text', value: cleanText(child)}] : [child])
  return {type: 'element', name, attributes: Object.fromEntries(given), children: content}
}

/** An element that holds words, or `undefined` where there are none. */
export function maybeText(name: string, words: string | number | undefined, attributes: Readonly<Record<string, string | undefined>> = {}): Element | undefined {
  return words === undefined || words === '' ? undefined : element(name, attributes, [String(words)])
}

/** A whole document, each element on a line of its own unless it holds words; a line end last. */
export function formatXml(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeXml(indent(root, 0))}\n`
}

function indent(node: Element, depth: number): Element {
  if (node.children.length === 0 || node.children.some((child) => child.type === 'text')) return node
  const line = (level: number): ElementContent => ({type: 'text', value: `\n${'  '.repeat(level)}`})
  const children = node.children.flatMap((child) => [line(depth + 1), child.type === 'element' ? indent(child, depth + 1) : child])
  return {...node, children: [...children, line(depth)]}
}
