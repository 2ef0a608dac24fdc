import {describe, expect, it} from 'vitest'
import {folioOf, maybeNumber, numberingOf} from '../../../src/core/folio.ts'

describe('folioOf', () => {
  it('counts front matter in roman, the body from 1', () => {
    expect([1, 4, 9, 12].map((page) => folioOf(page, {frontPages: 12}))).toEqual(['i', 'iv', 'ix', 'xii'])
    expect([13, 14, 112].map((page) => folioOf(page, {frontPages: 12}))).toEqual(['1', '2', '100'])
    expect([40, 49, 90, 99, 400, 944].map((page) => folioOf(page, {frontPages: 2000}))).toEqual(['xl', 'xlix', 'xc', 'xcix', 'cd', 'cmxliv'])
  })

  it('counts front matter by letters where books do', () => {
    expect([1, 5, 10, 28, 29].map((page) => folioOf(page, {frontPages: 40, letters: 'abjad'}))).toEqual(['أ', 'هـ', 'ي', 'غ', 'xxix'])
    expect([1, 9, 11, 15, 16, 120].map((page) => folioOf(page, {frontPages: 400, letters: 'hebrew'}))).toEqual(['א', 'ט', 'יא', 'טו', 'טז', 'קכ'])
  })

  it('writes the digits of the book', () => {
    expect(folioOf(1207, {frontPages: 0, digits: 'arab'})).toBe('١٢٠٧')
    expect(folioOf(12, {frontPages: 2, digits: 'deva'})).toBe('१०')
  })
})

describe('maybeNumber', () => {
  it('reads what folioOf writes', () => {
    for (const digits of ['latn', 'arab', 'arabext', 'deva', 'beng', 'thai', 'mymr', 'khmr', 'tibt', 'hanidec']) expect(maybeNumber(folioOf(10_927, {frontPages: 0, digits}))).toBe(10_927)
    for (const letters of ['xii', 'أ', '', '1a', '十']) expect(maybeNumber(letters)).toBeUndefined()
  })
})

describe('numberingOf', () => {
  it('takes the digits that CLDR names first, unless the publisher wants others', () => {
    expect(['ar', 'ar-EG', 'fa', 'hi', 'mr', 'bn', 'th', 'fr'].map((language) => numberingOf(language, 'default').digits)).toEqual(['latn', 'arab', 'arabext', 'latn', 'deva', 'beng', 'latn', 'latn'])
    expect(['ar', 'fa', 'hi', 'th', 'ja'].map((language) => numberingOf(language, 'native').digits)).toEqual(['arab', 'arabext', 'deva', 'thai', 'hanidec'])
    expect(numberingOf('fa', 'latin').digits).toBe('latn')
  })

  it('knows whose front matter counts by letters', () => {
    expect(['ar', 'fa', 'he', 'de', 'ja'].map((language) => numberingOf(language, 'default').letters)).toEqual(['abjad', 'abjad', 'hebrew', 'roman', 'roman'])
  })
})
