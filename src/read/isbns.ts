/** The ISBNs of a whole publication: each is sound, and belongs to one language and format alone. */
import type {Report} from '../core/diagnostic.ts'
import {formats} from '../core/formats.ts'
import {isbnDigits, isIsbn10, maybeIsbn13, modernIsbn} from '../core/isbn.ts'
import type {EditionSpec, Format, Place} from '../core/model.ts'

/** Numbers by format, as the publisher writes them. */
export type IsbnSpec = Readonly<Partial<Record<Format, string>>>

/** The sound ones of an edition, in thirteen digits; `tag` names the edition. What is wrong, or belongs to another product seen before, is reported and left out. */
export type IsbnCheck = (tag: string, written: IsbnSpec, placeOf: (format: Format) => Place) => EditionSpec['isbn']

/** A check that remembers; one for all editions, in one language and in two. */
export function makeIsbnCheck(report: Report): IsbnCheck {
  const ownerByIsbn = new Map<string, string>()
  return (tag, written, placeOf) => {
    const sound: Partial<Record<Format, string>> = {}
    for (const format of formats) {
      const number = written[format]
      if (number === undefined) continue
      const isbn = maybeIsbn13(number)
      const other = isbn === undefined ? undefined : ownerByIsbn.get(isbn)
      if (isbn === undefined) report('read/isbn', {isbn: number, ...findFault(number)}, placeOf(format))
      else if (other !== undefined) report('read/isbn-reused', {isbn: number, other}, placeOf(format))
      else {
        ownerByIsbn.set(isbn, `${tag}/${format}`)
        sound[format] = isbn
      }
    }
    return sound
  }
}

/** In words that follow the number, and what it is today where it is merely old. */
function findFault(number: string): {readonly fault: string; readonly modern: string | undefined} {
  const digits = isbnDigits(number)
  if (isIsbn10(digits)) return {fault: 'of ten digits', modern: modernIsbn(digits)}
  if (/\D/.test(digits)) return {fault: 'with other signs than digits', modern: undefined}
  if (digits.length !== 13) return {fault: `of ${digits.length} digits`, modern: undefined}
  if (digits.startsWith('9790')) return {fault: 'that is a number of printed music (ISMN)', modern: undefined}
  return {fault: /^97[89]/.test(digits) ? 'whose check digit is wrong' : 'that begins with neither 978 nor 979', modern: undefined}
}
