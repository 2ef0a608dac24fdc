/** The words that a reader sees and that no author wrote: a closed list, one file per language. */
import {IntlMessageFormat} from 'intl-messageformat'
import {withDigits} from './locale.ts'
import type {Language} from './model.ts'

export const termNames = [
  'contents', 'list-of-figures', 'list-of-tables', 'index', 'imprint', 'colophon', 'cover', 'half-title', 'title-page', 'notes', 'begin-reading', 'page-list', 'landmarks',
  'cross-references', 'points-to', 'referenced-in', 'see', 'see-also', 'page-reference', 'note-call', 'back-to-text',
  'symbols', 'figure', 'table', 'note', 'tip', 'important', 'warning', 'caution', 'description', 'by-author', 'edited-by',
  'translated-by', 'illustrated-by', 'published-by', 'edition-line', 'published-on', 'isbn', 'format-epub', 'format-kepub', 'format-kindle', 'format-pdf',
  'colophon-text', 'image-missing', 'image-remote', 'task-done', 'task-open', 'untitled', 'accessibility-summary', 'accessibility-described', 'accessibility-undescribed', 'accessibility-formulas', 'accessibility-pages',
  'book-page', 'book-page-again', 'see-also-in-book', 'book-online', 'embedded-fonts',
  'not-translated', 'partly-translated', 'behind-source', 'behind-undated', 'also-in',
  'choose-language', 'all-languages', 'download', 'articles', 'count-pages', 'count-articles', 'format-screen', 'format-large-print', 'format-booklet', 'format-handouts', 'handout',
  'subscribe', 'accessibility', 'checksums', 'whats-new', 'compared-with', 'new-articles', 'changed-articles', 'removed-articles', 'formerly-on-page',
  'errata', 'errata-intro', 'errata-page', 'errata-printed', 'errata-correct'
] as const

export type TermName = (typeof termNames)[number]

/** The slots that `{…}` in a term may name; a term that is not here has none. */
export const slotsByTerm: ReadonlyMap<TermName, readonly string[]> = new Map([
  ['page-reference', ['page']], ['note-call', ['number']], ['by-author', ['names']], ['edited-by', ['names']], ['translated-by', ['names']],
  ['illustrated-by', ['names']], ['published-by', ['publisher']], ['edition-line', ['language']], ['published-on', ['date']],
  ['book-page', ['page', 'title']], ['book-page-again', ['page']], ['isbn', ['number', 'format']], ['colophon-text', ['articles']], ['image-missing', ['alternative']], ['image-remote', ['alternative']], ['embedded-fonts', ['fonts']],
  ['not-translated', ['language']], ['partly-translated', ['language']], ['behind-source', ['date']], ['also-in', ['languages']],
  ['count-pages', ['pages']], ['count-articles', ['articles']], ['compared-with', ['date']], ['formerly-on-page', ['page']], ['errata-intro', ['date']]
])

export interface Terms {
  /** The language that the words are in, which is not the edition's when its own file is missing. */
  readonly language: Language
  readonly words: Readonly<Record<TermName, string>>
  /** Numbering system (CLDR) of numbers in them; absent: the language's. */
  readonly digits?: string
}

/** The term with its `{slots}` filled, plurals by the rules of its language (ICU MessageFormat). */
export function sayTerm(terms: Terms, name: TermName, values: Readonly<Record<string, string | number>> = {}): string {
  const pattern = terms.words[name]
  return pattern.includes('{') ? String(new IntlMessageFormat(pattern, withDigits(terms.language, terms.digits)).format({...values})) : pattern
}
