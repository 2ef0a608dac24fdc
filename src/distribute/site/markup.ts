/** Trees of elements as HTML, attributes by their own names, every text escaped. */
import {createHash} from 'node:crypto'
import type {ElementContent, Properties} from 'hast'
import type {Direction, Language} from '../../core/model.ts'

const empty = new Set(['meta', 'link', 'br', 'hr', 'img'])
const onLinesOfTheirOwn = new Set(['li', 'section', 'header', 'main', 'footer', 'aside', 'nav', 'ul', 'ol', 'meta', 'link', 'h1', 'h2'])

export interface HtmlDocument {
  readonly language: Language
  readonly direction: Direction
  readonly title: string
  readonly head: readonly ElementContent[]
  /** Data for machines, as JSON. */
  readonly json: string
  readonly style: string
  readonly body: readonly ElementContent[]
  /** A script of ours that runs when the body has been read. */
  readonly script?: string
}

/** The whole page. Nothing runs and nothing is loaded but its own style, script and pictures of the same place; `file:` is that place on a disk, where not all browsers take it for `'self'`. */
export function writeDocument({language, direction, title, head, json, style, body, script = ''}: HtmlDocument): string {
  const css = `\n${style.replaceAll('\r', '').replaceAll('</', '<\\/')}`
  const policy = [
    'default-src \'none\'', 'base-uri \'none\'', 'form-action \'none\'', 'img-src \'self\' file:', `style-src '${digestOf(css)}'`, ...(script === '' ? [] : [`script-src '${digestOf(script)}'`])
  ].join('; ')
  return `<!doctype html>\n<html lang="${escapeMarkup(language)}" dir="${direction}"><head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${escapeMarkup(policy)}">\n` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${escapeMarkup(title)}</title>\n${writeMarkup(head)}<style>${css}</style>\n` +
    `<script type="application/ld+json">${json.replaceAll('<', '\\u003c')}</script>\n</head>\n<body>\n${writeMarkup(body)}${script === '' ? '' : `<script>${script}</script>\n`}</body></html>\n`
}

export function writeMarkup(nodes: readonly ElementContent[]): string {
  return nodes.map(write).join('')
}

function write(node: ElementContent): string {
  if (node.type === 'text') return escapeMarkup(node.value)
  if (node.type !== 'element') return ''
  const {tagName, properties, children} = node
  const attributes = Object.entries(properties).map(([name, value]) => writeAttribute(name, value)).join('')
  const end = empty.has(tagName) ? '' : `${writeMarkup(children)}</${tagName}>`
  return `<${tagName}${attributes}>${end}${onLinesOfTheirOwn.has(tagName) ? '\n' : ''}`
}

function writeAttribute(name: string, value: Properties[string]): string {
  if (value === undefined || value === null || value === false) return ''
  return value === true ? ` ${name}` : ` ${name}="${escapeMarkup(Array.isArray(value) ? value.join(' ') : String(value))}"`
}

const entities: ReadonlyMap<string, string> = new Map([['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;']])

/** Text fit for an element or an attribute of HTML and of XML; characters that neither may hold are replaced. */
export function escapeMarkup(text: string): string {
  return text.replaceAll(/[&<>"\0-\x08\x0B\x0C\x0E-\x1F\x7F\uFFFE\uFFFF]/g, (sign) => entities.get(sign) ?? '\uFFFD')
}

/** As the policy of a page names what is written in it (CSP 3, §2.3.1). */
function digestOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
