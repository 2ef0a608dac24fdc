/** Trees of elements as a page of HTML; attributes by their own names, every text escaped. */
import type {ElementContent} from 'hast'

const empty = new Set(['meta', 'br', 'hr', 'img'])
/** Nothing of what authors wrote may do anything. */
const policy = 'default-src \'none\'; style-src \'unsafe-inline\''

export function writePage(title: string, style: string, body: readonly ElementContent[]): string {
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<meta name="viewport" content="width=device-width"><title>${escape(title)}</title><style>\n${style.replaceAll('</', '<\\/')}</style></head>\n<body>\n${body.map(write).join('\n')}\n</body></html>\n`
}

function write(node: ElementContent): string {
  if (node.type === 'text') return escape(node.value)
  if (node.type !== 'element') return ''
  const {tagName, properties, children} = node
  const attributes = Object.entries(properties).flatMap(([name, value]) => value === undefined || value === null || value === false ? [] : [` ${name}="${escape(String(value))}"`]).join('')
  const line = /^(?:tr|li|details|section|thead|tbody)$/.test(tagName) ? '\n' : ''
  return empty.has(tagName) ? `<${tagName}${attributes}>` : `<${tagName}${attributes}>${children.map(write).join('')}</${tagName}>${line}`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
