/** SVG files that a book may hold: shapes, text and gradients; nothing that runs, loads or refers outside. */
import type {Element, Root} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {writeXml} from '../core/xml.ts'

/** Elements that run, embed or lead elsewhere (SVG 2 § 15, § 5.8), in small letters. */
const forbidden = new Set(['script', 'foreignobject', 'iframe', 'object', 'embed', 'audio', 'video', 'canvas', 'handler', 'listener', 'set', 'animate', 'animatetransform', 'animatemotion'])
/** Attributes that hold an address, whatever their prefix. */
const addresses = /(?:^|:)(?:href|src|srcset|poster|action|formaction|data|base)$/i

/** The drawing without its unsafe parts, and what was removed. Throws when the file is not XML. */
export function sanitizeDrawing(bytes: Uint8Array): {readonly bytes: Uint8Array; readonly removed: readonly string[]} {
  const text = decodeXml(bytes).replace(/<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>/i, '')
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text)) throw new Error('a drawing with entities of its own')
  const removed = new Set<string>()
  const tree = fromXml(text)
  cleanChildren(tree, removed)
  return {bytes: new TextEncoder().encode(writeXml(tree)), removed: [...removed].sort()}
}

/** XML in the encoding that it declares, UTF-8 where it declares none that is known; what is written is UTF-8 without declaration. */
function decodeXml(bytes: Uint8Array): string {
  const label = /^(?:\xEF\xBB\xBF)?<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(String.fromCharCode(...bytes.subarray(0, 200)))?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

function cleanChildren(parent: Root | Element, removed: Set<string>): void {
  parent.children = parent.children.filter((child) => {
    if (child.type === 'comment' || child.type === 'doctype' || child.type === 'instruction') return false
    if (child.type !== 'element') return true
    const name = child.name.replace(/^.*:/, '') // a prefix may be bound to any name space
    if (forbidden.has(name.toLowerCase())) {
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
    const leadsOut = addresses.test(name) && !/^(?:#|data:image\/(?:png|jpeg|gif|webp);base64,)/i.test((value ?? '').trim())
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

/** Whether CSS or an attribute names anything but a place in the drawing; escapes could spell `url` in a hundred ways. */
function refersOutside(value: string): boolean {
  return /url\((?!\s*['"]?\s*#)/i.test(value) || /javascript:|image-set\(|\\[\da-z]/i.test(value)
}
