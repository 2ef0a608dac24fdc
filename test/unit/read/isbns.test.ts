import {describe, expect, it} from 'vitest'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import {isIsbn10, maybeIsbn13, modernIsbn} from '../../../src/core/isbn.ts'
import {makeIsbnCheck, type IsbnSpec} from '../../../src/read/isbns.ts'
import {makeMemoryWorld} from '../../support/memory-world.ts'
import {readSources} from '../../../src/read/sources.ts'

/** What is said of the numbers of editions, in order. */
function check(...editions: readonly (readonly [tag: string, isbns: IsbnSpec])[]): readonly string[] {
  const {list, report} = makeLedger()
  const take = makeIsbnCheck(report)
  for (const [tag, isbns] of editions) take(tag, isbns, (format) => ({file: `${tag}/${format}`}))
  return list.map(({code, facts, place}) => [code, place?.file, facts['fault'], facts['modern'], facts['other']].filter((fact) => fact !== undefined).join(' '))
}

describe('ISBNs', () => {
  it.each(['9780306406157', '978-0-306-40615-7', '978 0 306 40615 7', '978\u20110\u2011306\u201140615\u20117', '978–0–306–40615–7', '978\u00a00306406157', '\u200e9780306406157', '979-10-90636-07-1'])('reads %j', (text) => {
    expect(maybeIsbn13(text)).toMatch(/^97[89]\d{10}$/)
  })

  it('knows those of ten digits, and what they are today', () => {
    expect(['0-306-40615-2', '080442957X', '0 8044 2957 x'].map((text) => [isIsbn10(text), modernIsbn(text)])).toEqual([[true, '9780306406157'], [true, '9780804429573'], [true, '9780804429573']])
    expect(['0306406153', '9780306406157', '08044X9573'].map(isIsbn10)).toEqual([false, false, false])
    expect(maybeIsbn13(modernIsbn('080442957X'))).toBe('9780804429573')
  })

  it('are the thirteen digits, each for one product', () => {
    const {list, report} = makeLedger()
    expect(makeIsbnCheck(report)('fr', {epub: '978-0-306-40615-7', screen: '9782070360246'}, () => ({file: 'x'}))).toEqual({epub: '9780306406157', screen: '9782070360246'})
    expect(list).toEqual([])
  })

  it('are found again in other formats, languages and books in two languages, however they are written', () => {
    expect(check(['fr', {epub: '9780306406157', 'large-print': '978 0 306 40615 7'}], ['es', {pdf: '978-0-306-40615-7'}], ['fr+es', {pdf: '978–0–306–40615–7'}])).toEqual([
      'read/isbn-reused fr/large-print fr/epub', 'read/isbn-reused es/pdf fr/epub', 'read/isbn-reused fr+es/pdf fr/epub'
    ])
  })

  it.each([
    ['0-306-40615-2', 'of ten digits 9780306406157'], ['978-0-306-40615-8', 'whose check digit is wrong'], ['97803064061', 'of 11 digits'], ['', 'of 0 digits'],
    ['979-0-2600-0043-8', 'that is a number of printed music (ISMN)'], ['4006381333931', 'that begins with neither 978 nor 979'], ['ISBN 9780306406157', 'with other signs than digits'], ['٩٧٨٠٣٠٦٤٠٦١٥٧', 'with other signs than digits']
  ])('says what is wrong with %j', (isbn, fault) => expect(check(['fr', {epub: isbn}])).toEqual([`read/isbn fr/epub ${fault}`]))

  it('are compared over the whole publication', async () => {
    const {list, report} = makeLedger()
    const isbn = 'isbn: {large-print: "978-3-16-148410-0"}\n'
    await readSources(makeMemoryWorld({
      'publication.yaml': 'bilingual:\n  - languages: [en, fr]\n    isbn: {pdf: "9783161484100"}\n', 'en/edition.yaml': isbn, 'fr/edition.yaml': isbn, 'en/a.md': '# A\n\nB.\n', 'fr/a.md': '# A\n\nB.\n'
    }), 'book', report)
    expect(list.map(({code, facts, place}) => [code, facts['other'], `${place?.file}:${place?.line}`])).toEqual([['read/isbn-reused', 'en/large-print', 'fr/edition.yaml:1'], ['read/isbn-reused', 'en/large-print', 'publication.yaml:3']])
  })
})
