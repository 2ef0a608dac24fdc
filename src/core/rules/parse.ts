/** Diagnostics of parse: front matter and Markdown. */
import type {Rules} from './rule.ts'

const times = (count: number): string => count > 1 ? ` (${count} times in this file)` : ''

export const parseRules = {
  'parse/limit-exceeded': {
    severity: 'error',
    message: (f: {limit: string}) => `Unexpected manuscript that exceeds the limit of ${f.limit}, expected one that can be parsed; its text is left out of the book. Split it, or look for runs of repeated brackets or marks`
  },
  'parse/fault': {
    severity: 'error',
    message: (f: {reason: string}) => `Unexpected fault of Hexapla at this manuscript (${f.reason}), expected it to be parsed; its text is left out of the book. Please report it with the manuscript`
  },
  'parse/broken-front-matter': {
    severity: 'warning',
    message: (f: {reason: string}) => `Unexpected front matter ${f.reason}, expected keys and values in YAML or TOML; what could not be read is left out. Values with a colon or a leading mark need quotation marks`
  },
  'parse/joined-key': {
    severity: 'warning',
    message: (f: {key: string}) => `Unexpected value right after "${f.key}:", expected a blank between; it is read as if there were one. Add the blank`
  },
  'parse/unknown-key': {
    severity: 'warning',
    message: (f: {key: string; suggestion: string}) => `Unexpected key "${f.key}" in front matter, expected "${f.suggestion}"? It is ignored as it stands`
  },
  'parse/wrong-value': {
    severity: 'warning',
    message: (f: {key: string; found: string; expected: string}) => `Unexpected ${f.found} for "${f.key}" in front matter, expected ${f.expected}; mend the value or remove the key`
  },
  'parse/missing-title': {
    severity: 'warning',
    message: (f: {title: string}) => `Unexpected article without a title, expected "title" in front matter or a first-level heading; "${f.title}" is made from its file name`
  },
  'parse/illegal-character': {
    severity: 'warning',
    message: (f: {characters: string; count: number}) => `Unexpected ${f.characters}${times(f.count)}, expected text without control characters; removed, since no XML document can hold it. Delete it from the manuscript`
  },
  'parse/bidi-override': {
    severity: 'warning',
    message: (f: {characters: string; count: number}) => `Unexpected ${f.characters}${times(f.count)}, expected text whose order is what it shows; removed. Use <bdi>, dir="…" or isolates (U+2066 to U+2069) instead`
  },
  'parse/unknown-language': {
    severity: 'warning',
    message: (f: {tag: string}) => `Unexpected language "${f.tag}", expected a tag such as de, pt-BR or zh-Hant; the words are treated as the language around them. Correct the tag`
  },
  'parse/unbalanced-isolate': {
    severity: 'warning',
    message: (f: {characters: string; count: number}) => `Unexpected ${f.characters} without its partner${times(f.count)}, expected isolates (U+2066 to U+2068) that end with U+2069 in the same paragraph; removed, since it would turn what follows. Add the other one, or use <bdi>`
  },
  'parse/refused-link': {
    severity: 'warning',
    message: (f: {url: string}) => `Unexpected link to "${f.url}", expected http, https, mailto, tel or a place of the publication; its text stays and leads nowhere. Mend the address or remove the link`
  },
  'parse/dropped-html': {
    severity: 'warning',
    message: (f: {tag: string; count: number}) => `Unexpected <${f.tag}>${times(f.count)}, expected HTML that a book can hold; left out. Say the same in Markdown, or write the tag in backticks to show it`
  },
  'parse/dropped-handler': {
    severity: 'warning',
    message: (f: {attribute: string; count: number}) => `Unexpected attribute "${f.attribute}"${times(f.count)}, expected HTML without scripts; left out. Remove it`
  },
  'parse/unclosed-comment': {
    severity: 'warning',
    message: () => 'Unexpected comment without an end, expected "-->"; "<!--" is shown as text so that nothing after it is lost. Close the comment'
  },
  'parse/missing-alt': {
    severity: 'warning',
    message: (f: {src: string}) => `Unexpected picture "${f.src}" without a text alternative, expected what it shows in words between the brackets; readers who cannot see it are told nothing`
  },
  'parse/broken-formula': {
    severity: 'warning',
    message: (f: {reason: string}) => `Unexpected formula (${f.reason}), expected TeX that can become MathML; its source is shown instead. Mend the formula, or escape the dollar sign if it is none`
  },
  'parse/unused-note': {
    severity: 'warning',
    message: (f: {label: string}) => `Unexpected note "[^${f.label}]" that no text calls, expected a call; the note is left out. Call it or remove it`
  },
  'parse/stray-description': {
    severity: 'warning',
    message: () => 'Unexpected description without anything described, expected a picture alone in its paragraph, or a table, right before it; the text stays where it is. Move it there'
  },
  'parse/empty-index-mark': {
    severity: 'warning',
    message: () => 'Unexpected index mark that names nothing, expected :index[words] or :index{entry="words"}; it is left out'
  }
} as const satisfies Rules
