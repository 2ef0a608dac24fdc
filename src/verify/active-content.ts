/** Content that would run or fetch something in a reader's hands: our books hold none. */
import type {Attributes} from './markup.ts'

const activeElements = new Set([
  'script', 'iframe', 'frame', 'object', 'embed', 'form', 'input', 'button', 'audio', 'video', 'base', 'set', 'animate', 'foreignObject'
])
const loadingAttributes = ['src', 'srcset', 'poster', 'data', 'background', 'xlink:href']
const outside = /^\s*(?:[a-z][a-z0-9+.-]*:|\/\/)/i

/** What is active in an element, or `undefined`. A link may lead to the web; nothing else may. */
export function maybeActiveElement(name: string, attributes: Attributes): string | undefined {
  if (activeElements.has(name)) return `element \`${name}\``
  for (const key of attributes.keys()) {
    if (/^on/i.test(key)) return `event handler \`${key}\``
  }
  const address = attributes.get('href')
  if (address !== undefined && outside.test(address) && !(name === 'a' && /^(?:https?|mailto|tel):/i.test(address))) return `address ${shorten(address)}`
  for (const key of loadingAttributes) {
    const value = attributes.get(key)
    if (value !== undefined && outside.test(value)) return `address ${shorten(value)}`
  }
  return maybeActiveStyle(attributes.get('style') ?? '')
}

/** What a style sheet would fetch, or `undefined`. */
export function maybeActiveStyle(css: string): string | undefined {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '')
  const found = /@import[^;]*|url\(\s*["']?\s*(?:[a-z][a-z0-9+.-]*:|\/\/)[^)]*/i.exec(plain)?.[0]
  return found === undefined ? undefined : `style ${shorten(found)}`
}

const activeDrawing = new RegExp([
  /<(?:\w+:)?(?:script|foreignObject|iframe)\b/,
  /\son\w+\s*=\s*["']/,
  /\bhref\s*=\s*["'](?!#|data:image\/)[^"']*/,
  /@import[^;]*/,
  /url\((?!\s*["']?\s*(?:#|data:))[^)]*/
].map(({source}) => source).join('|'), 'i')

/** What an SVG picture would run or fetch, or `undefined`. */
export function maybeActivePicture(svg: string): string | undefined {
  const found = activeDrawing.exec(svg)?.[0]
  return found === undefined ? undefined : `\`${shorten(found.trim())}\``
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
