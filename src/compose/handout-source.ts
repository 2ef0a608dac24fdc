/** Where a handout comes from, at the foot of every sheet: book, edition, publisher, date, number, rights. */
import type {ElementContent} from 'hast'
import {h} from '../core/hast.ts'
import {longDate, nameOfLanguage} from '../core/locale.ts'
import type {Edition} from '../core/model.ts'
import {sayTerm} from '../core/terms.ts'

/** One `<li>` for each fact. */
export function listSource({spec, terms, publication: {publisher, date}}: Edition): readonly ElementContent[] {
  const {language, isbn, rights} = spec
  const format = isbn.pdf === undefined ? 'epub' : 'pdf'
  const number = isbn[format]
  const items: readonly (ElementContent | string)[] = [
    h('cite', {}, spec.title), sayTerm(terms, 'edition-line', {language: nameOfLanguage(language)}),
    ...(publisher === undefined ? [] : [sayTerm(terms, 'published-by', {publisher})]),
    ...(date === undefined ? [] : [sayTerm(terms, 'published-on', {date: longDate(language, date, terms.digits)})]),
    ...(number === undefined ? [] : [sayTerm(terms, 'isbn', {number, format: terms.words[`format-${format}`]})]),
    ...(rights === undefined ? [] : [rights])
  ]
  return items.map((item) => h('li', {}, item))
}
