/** Content that would run or fetch something in a reader's hands. EPUB allows it, most reading systems ignore it, shops refuse it. */
import type {Reading} from './document.ts'
import type {XmlElement} from './xml.ts'

const active = new Set(['script', 'iframe', 'object', 'embed', 'form', 'input', 'button', 'select', 'textarea', 'audio', 'video', 'base', 'set', 'animate', 'animateTransform', 'animateMotion', 'foreignObject', 'canvas'])
const forms = new Set(['form', 'input', 'button', 'select', 'textarea'])
const scriptTypes = /^(?:|module|(?:application|text)\/(?:x-)?(?:java|ecma|live|j)script\d?(?:\.\d)?)$/i

export function checkActive({book: {tell}, document, isXhtml}: Reading, {local, attributes, at, space}: XmlElement): void {
  const found = active.has(local) ? `element \`${local}\`` : maybeActiveAttribute(local, attributes)
  if (found !== undefined) tell('verify/active-content', {found}, document.path, at)
  if (space === 'epub' && local === 'switch') document.properties.add('switch')
  if (local === 'script' ? scriptTypes.test(attributes.get('type')?.trim() ?? '') : isXhtml && forms.has(local) || hasHandler(attributes)) document.properties.add('scripted')
}

function hasHandler(attributes: ReadonlyMap<string, string>): boolean {
  for (const key of attributes.keys()) if (isHandler(key)) return true
  return false
}

function isHandler(key: string): boolean {
  return key.charCodeAt(0) === 0x6f && key.charCodeAt(1) === 0x6e && /^on[a-z]+$/.test(key)
}

function maybeActiveAttribute(local: string, attributes: ReadonlyMap<string, string>): string | undefined {
  for (const [key, value] of attributes) {
    if (isHandler(key)) return `event handler \`${key}\``
    if (key.endsWith('href') && /^\s*(?:javascript|vbscript):/i.test(value)) return `address ${value.trim().slice(0, 60)} of \`${local}\``
    if (key === 'http-equiv' && /refresh/i.test(value)) return 'page that changes by itself (`http-equiv="refresh"`)'
  }
  return undefined
}
