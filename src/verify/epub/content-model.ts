/** What may stand in what (HTML Living Standard § 4), as far as the parent alone tells: e-readers differ in what they make of the rest. */
import type {Reading} from './document.ts'
import type {XmlElement} from './xml.ts'

const blocks = ['address', 'article', 'aside', 'blockquote', 'details', 'dialog', 'div', 'dl', 'fieldset', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'main', 'menu', 'nav', 'ol', 'p', 'pre', 'section', 'table', 'ul']
const inlines = ['a', 'abbr', 'area', 'audio', 'b', 'bdi', 'bdo', 'br', 'button', 'canvas', 'cite', 'code', 'data', 'datalist', 'del', 'dfn', 'em', 'embed', 'i', 'iframe', 'img', 'input', 'ins', 'kbd', 'label', 'link', 'map', 'mark', 'meta', 'meter', 'noscript', 'object', 'output', 'picture', 'progress', 'q', 'ruby', 's', 'samp', 'script', 'search', 'select', 'slot', 'small', 'span', 'strong', 'style', 'sub', 'sup', 'template', 'textarea', 'time', 'u', 'var', 'video', 'wbr']
const parts = ['base', 'body', 'caption', 'col', 'colgroup', 'dd', 'dt', 'figcaption', 'head', 'html', 'legend', 'li', 'optgroup', 'option', 'param', 'rp', 'rt', 'source', 'summary', 'tbody', 'td', 'tfoot', 'th', 'thead', 'title', 'tr', 'track']

const blockElements = new Set(blocks)
const known = new Set([...blocks, ...inlines, ...parts])
/** Those that hold words, not paragraphs. */
const wordy = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'span', 'em', 'strong', 'small', 's', 'cite', 'q', 'dfn', 'abbr', 'code', 'var', 'samp', 'kbd', 'sub', 'sup', 'i', 'b', 'u', 'mark', 'bdi', 'bdo', 'rt', 'label', 'button'])
const parents: ReadonlyMap<string, readonly string[]> = new Map([
  ['li', ['ul', 'ol', 'menu']], ['tr', ['table', 'thead', 'tbody', 'tfoot']], ['td', ['tr']], ['th', ['tr']], ['thead', ['table']], ['tbody', ['table']], ['tfoot', ['table']],
  ['caption', ['table']], ['colgroup', ['table']], ['col', ['colgroup']], ['dt', ['dl', 'div']], ['dd', ['dl', 'div']], ['figcaption', ['figure']], ['body', ['html']], ['head', ['html']]
])
const lists = new Set(['ul', 'ol'])
/** May not hold their like, however deep. */
const single = new Set(['a', 'dfn', 'label', 'form', 'button'])

export function isKnown(local: string): boolean {
  return known.has(local) || local.includes('-')
}

/** `path` of the reading ends with the element itself. */
export function checkContentModel({book: {tell}, document, path}: Reading, {local, at}: XmlElement): void {
  if (!known.has(local)) return
  const parent = path.at(-2)
  if (parent === undefined || !known.has(parent)) return
  const allowed = parents.get(local)
  const isMisplaced = allowed ? !allowed.includes(parent) && parent !== 'template'
    : lists.has(parent) ? local !== 'script' && local !== 'template'
    : blockElements.has(local) ? wordy.has(parent)
    : single.has(local) && path.indexOf(local) < path.length - 1
  if (isMisplaced) tell('verify/nesting', {element: local, parent: single.has(local) && !lists.has(parent) ? local : parent}, document.path, at)
}
