/** SVG files that a book may hold: shapes, text and gradients; nothing that runs, loads or refers outside. */
import type {Element, Root} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {toXml} from 'xast-util-to-xml'

/** Elements that run, embed or lead elsewhere (SVG 2 § 15, § 5.8). */
const forbidden = new Set(['script', 'foreignObject', 'iframe', 'object', 'embed', 'audio', 'video', 'canvas', 'handler', 'listener', 'set', 'animate', 'animateTransform', 'animateMotion'])

/** The drawing without its unsafe parts, and what was removed. Throws when the file is not XML. */
export function sanitizeDrawing(bytes: Uint8Array): {readonly bytes: Uint8Array; readonly removed: readonly string[]} {
  const text = new TextDecoder().decode(bytes).replace(/<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>/i, '')
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text)) throw new Error('a drawing with entities of its own')
  const removed = new Set<string>()
  const tree = fromXml(text)
  cleanChildren(tree, removed)
  return {bytes: new TextEncoder().encode(toXml(tree, {closeEmptyElements: true})), removed: [...removed].sort()}
}

function cleanChildren(parent: Root | Element, removed: Set<string>): void {
  parent.children = parent.children.filter((child) => {
    if (child.type === 'instruction') return child.name === 'xml'
    if (child.type === 'comment' || child.type === 'doctype') return false
    if (child.type !== 'element') return true
    const name = child.name.replace(/^svg:/, '')
    if (forbidden.has(name)) {
      removed.add(`<${name}>`)
      return false
    }
    cleanAttributes(child, removed)
    if (name === 'style') cleanStyle(child, removed)
    cleanChildren(child, removed)
    return true
  }) as typeof parent.children // a filter keeps the kinds of nodes
}

function cleanAttributes(element: Element, removed: Set<string>): void {
  for (const [name, value] of Object.entries(element.attributes)) {
    const leadsOut = /(?:^|:)href$/i.test(name) && !/^(?:#|data:image\/(?:png|jpeg|gif|webp);base64,)/i.test((value ?? '').trim())
    if (/^on/i.test(name) || leadsOut || refersOutside(value ?? '')) {
      removed.add(`attribute ${name}`)
      delete element.attributes[name]
    }
  }
}

function cleanStyle(element: Element, removed: Set<string>): void {
  const css = element.children.map((child) => 'value' in child ? child.value : '').join('')
  if (!/@import/i.test(css) && !refersOutside(css)) return
  removed.add('<style> that loads files')
  element.children = []
}

function refersOutside(value: string): boolean {
  return /url\(\s*['"]?(?!#)/i.test(value) || /javascript:/i.test(value)
}
