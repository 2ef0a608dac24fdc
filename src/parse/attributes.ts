/** Attributes as HTML5 has them: obsolete ones become classes, wrong ones go, text is cleaned. */
import type {Element, Properties} from 'hast'
import {maybeLanguage} from '../core/locale.ts'
import {cleanText} from './characters.ts'
import type {Context} from './context.ts'

/** The properties of an author's element. */
export function settleProperties(element: Element, context: Context): Properties {
  const properties: Properties = {}
  const line = element.position?.start.line
  for (const [key, value] of Object.entries(element.properties)) {
    if (value === null || value === undefined || key === 'align' || key === 'dataReason') continue
    properties[key] = typeof value === 'string' ? cleanText(value, context, line) : value
  }
  settleId(properties)
  settleLanguage(properties, element, context)
  const align = element.properties['align']
  if (typeof align === 'string' && /^(?:t[dh]|p|div|h[1-6])$/.test(element.tagName)) {
    properties['className'] = [...classList(properties), `align-${align}`]
  }
  if (properties['title'] === '') delete properties['title']
  return properties
}

function classList(properties: Properties): readonly string[] {
  const names = properties['className']
  return Array.isArray(names) ? names.map(String) : []
}

function settleId(properties: Properties): void {
  const id = properties['id']
  if (id === undefined) return
  const trimmed = String(id).trim().replace(/\s+/g, '-')
  if (trimmed === '') delete properties['id']
  else properties['id'] = trimmed
}

/** An empty tag says that the language is unknown (HTML 3.2.6.1): nothing that a book could use. */
function settleLanguage(properties: Properties, element: Element, context: Context): void {
  const lang = properties['lang']
  if (lang === undefined) return
  const language = maybeLanguage(String(lang))
  if (language !== undefined) properties['lang'] = language
  else {
    delete properties['lang']
    if (String(lang).trim() !== '') context.report('parse/unknown-language', {tag: String(lang).slice(0, 80)}, element)
  }
}
