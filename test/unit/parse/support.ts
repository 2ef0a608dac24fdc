/** Parsing a text in a test, and the tree of an article as one line of markup. */
import type {Nodes} from 'hast'
import type {Diagnostic} from '../../../src/core/diagnostic.ts'
import type {Article} from '../../../src/core/model.ts'
import {parseManuscript} from '../../../src/parse/manuscript.ts'
import {makeTerms} from '../../support/articles.ts'

interface Options {
  readonly language?: string
  readonly slug?: string
  readonly dollars?: boolean
}

interface Tried {
  readonly article: Article
  readonly html: string
  readonly found: readonly Diagnostic[]
  readonly codes: readonly string[]
  /** `code line:column` of each diagnostic. */
  readonly places: readonly string[]
}

export function tryParse(text: string, {language = 'en', slug = 'cold-calling', dollars = false}: Options = {}): Tried {
  const file = `${language}/${slug}.md`
  const {article, diagnostics} = parseManuscript({file, language, slug, text}, {singleDollarMath: dollars, typography: false, terms: makeTerms(language)})
  const places = diagnostics.map(({code, place}) => `${code.slice(6)} ${place?.line ?? '-'}:${place?.column ?? '-'}`)
  return {article, html: print(article.tree), found: diagnostics, codes: diagnostics.map(({code}) => code), places}
}

/** Markup of a Markdown text that stands below a title, without whitespace between blocks. */
export function htmlOf(text: string, options: Options = {}): string {
  return tryParse(`---\ntitle: T\n---\n${text}`, options).html
}

export function print(node: Nodes): string {
  if (node.type === 'text') return node.value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  if (node.type === 'root') return node.children.map(print).join('')
  if (node.type === 'reference') return `<ref url="${node.url}">${node.children.map(print).join('')}</ref>`
  if (node.type === 'indexMark') {
    const more = [node.sortAs && ` sort-as="${node.sortAs}"`, node.see && ` see="${node.see}"`, node.seeAlso && ` seealso="${node.seeAlso}"`]
    return `<mark-index entry="${node.entry.join('; ')}"${more.filter(Boolean).join('')}>${node.children.map(print).join('')}</mark-index>`
  }
  if (node.type !== 'element') return `[${node.type}]`
  const attributes = Object.entries(node.properties).map(([key, value]) => ` ${key === 'className' ? 'class' : key}="${Array.isArray(value) ? value.join(' ') : value}"`)
  return `<${node.tagName}${attributes.join('')}>${node.children.map(print).join('')}</${node.tagName}>`
}
