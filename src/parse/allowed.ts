/** What HTML of authors may become: elements, attributes, and what is renamed, unwrapped or left out. */
import type {Schema} from 'hast-util-sanitize'

/** Elements that stay. */
const kept = [
  'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'pre', 'div', 'hr', 'br', 'wbr', 'figure', 'figcaption',
  'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'img', 'a', 'span', 'em', 'strong', 'b', 'i', 'u', 's', 'code', 'kbd', 'samp', 'var',
  'sub', 'sup', 'abbr', 'ruby', 'rt', 'bdi', 'bdo', 'q', 'cite', 'dfn', 'mark', 'small', 'del', 'ins'
] as const

/** Elements that become others: obsolete ones, and sections whose headings must stay in the article's own order. */
export const renamed: ReadonlyMap<string, string> = new Map([
  ['details', 'div'], ['summary', 'p'], ['section', 'div'], ['article', 'div'], ['aside', 'div'], ['header', 'div'], ['footer', 'div'], ['main', 'div'],
  ['nav', 'div'], ['address', 'div'], ['hgroup', 'div'], ['center', 'div'], ['strike', 's'], ['tt', 'code'], ['acronym', 'abbr'], ['dir', 'ul'],
  ['menu', 'ul'], ['time', 'span'], ['rb', 'span']
])

/** Known and harmless, but nothing of theirs remains except their content. */
const unwrapped = ['font', 'big', 'nobr', 'basefont', 'blink', 'picture', 'html', 'body', 'head', 'rtc', 'data', 'label', 'fieldset', 'legend', 'search']
/** Known, without content worth keeping, not worth a word. */
const ignored = ['rp', 'col', 'colgroup', 'source', 'track', 'param']
/** Left out with a diagnostic; their content stays. */
const reported = [
  'form', 'button', 'input', 'output', 'progress', 'meter', 'datalist', 'option', 'optgroup', 'audio', 'video', 'canvas', 'object', 'embed', 'applet',
  'map', 'area', 'frame', 'frameset', 'marquee', 'meta', 'link', 'base', 'dialog', 'slot', 'portal', 'image', 'keygen'
]

/** Elements that the HTML parser feeds with all that follows, or in which it leaves HTML: they go with their content. */
export const swallowedTags: ReadonlySet<string> = new Set([
  'script', 'style', 'title', 'textarea', 'iframe', 'noscript', 'noembed', 'noframes', 'xmp', 'plaintext', 'template', 'select', 'svg', 'math', 'listing'
])

export const reportedTags: ReadonlySet<string> = new Set(reported)
/** Every tag of HTML; any other is a placeholder that the author typed as text. */
export const knownTags: ReadonlySet<string> = new Set([...kept, ...renamed.keys(), ...unwrapped, ...ignored, ...reported, ...swallowedTags])

const align = ['align', 'left', 'center', 'right', 'justify'] as [string, ...string[]] // hast-util-sanitize wants a mutable tuple
const size = /^\d{1,5}$/

/** Allow-list for `hast-util-sanitize`; addresses are judged later, by our own policy. */
export const schema: Schema = {
  tagNames: [...kept, ...renamed.keys()],
  strip: [...swallowedTags, ...ignored],
  clobber: [], clobberPrefix: '', protocols: {}, ancestors: {}, required: {}, allowComments: false, allowDoctypes: false,
  attributes: {
    '*': ['id', 'lang', ['dir', 'ltr', 'rtl', 'auto'], 'title', ['translate', 'yes', 'no'], align],
    a: ['href', 'name'],
    img: ['src', 'alt', ['width', size], ['height', size]],
    ol: [['start', /^-?\d{1,6}$/], ['reversed', true], ['type', '1', 'a', 'A', 'i', 'I']],
    li: [['value', /^-?\d{1,6}$/]],
    th: [['scope', 'row', 'col', 'rowgroup', 'colgroup'], ['colSpan', /^[1-9]\d{0,2}$/], ['rowSpan', /^[1-9]\d{0,2}$/]],
    td: [['colSpan', /^[1-9]\d{0,2}$/], ['rowSpan', /^[1-9]\d{0,2}$/]],
    code: [['className', /^language-[\w+#.-]+$/]],
    span: ['dataShelf']
  }
}
