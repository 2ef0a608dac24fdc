/** XML trees made and read: the little that exchange formats need. */
import type {Element, ElementContent, Nodes, Root} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {writeXml} from '../../core/xml.ts'
import {ExchangeFault} from './unit.ts'

export type Attributes = Readonly<Record<string, string | undefined>>

export function element(name: string, attributes: Attributes, children: readonly (ElementContent | string)[] = []): Element {
  const given = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return {type: 'element', name, attributes: Object.fromEntries(given), children: children.map((child) => typeof child === 'string' ? {type: 'text', value: child} : child)}
}

/** An element whose children stand on lines of their own. */
export function nest(name: string, attributes: Attributes, children: readonly Element[], depth = 0): Element {
  const indent = `\n${'  '.repeat(depth + 1)}`
  return element(name, attributes, [...children.flatMap((child) => [indent, child]), ...children.length > 0 ? [`\n${'  '.repeat(depth)}`] : []])
}

/** A whole document, a line end last. */
export function formatXml(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeXml(root)}\n`
}

/** The root element. Throws `ExchangeFault`. */
export function readXml(bytes: Uint8Array): Element {
  const encoding = bytes[0] === 0xfe || bytes[1] === 0 && bytes[0] !== 0 || bytes[0] === 0xff ? bytes[0] === 0xfe ? 'utf-16be' : 'utf-16le' : 'utf-8'
  let tree: Root
  try {
    tree = fromXml(new TextDecoder(encoding, {fatal: true}).decode(bytes))
  } catch (error) {
    const place = (error as {line?: number}).line
    throw new ExchangeFault(`XML (${error instanceof Error ? error.message.split('\n')[0] : ''})`, place ?? 1)
  }
  const root = tree.children.find((node): node is Element => node.type === 'element')
  if (!root) throw new ExchangeFault('XML without an element', 1)
  return root
}

export function childrenOf(node: Element, ...names: readonly string[]): readonly Element[] {
  return node.children.filter((child): child is Element => child.type === 'element' && names.includes(localName(child)))
}

/** All below a node, in order. */
export function descendantsOf(node: Element, name: string): readonly Element[] {
  return node.children.flatMap((child) => child.type === 'element' ? [...localName(child) === name ? [child] : [], ...descendantsOf(child, name)] : [])
}

export function localName({name}: Element): string {
  return name.slice(name.indexOf(':') + 1)
}

export function wordsOf(node: Nodes): string {
  return node.type === 'text' || node.type === 'cdata' ? node.value : 'children' in node ? node.children.map(wordsOf).join('') : ''
}

export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1
}

/** Whether XML can hold a text: controls cannot stand in it, nor halves of a character. */
export function isXmlText(text: string): boolean {
  return text.isWellFormed() && !/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(text)
}
