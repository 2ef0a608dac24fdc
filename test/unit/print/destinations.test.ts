/** Places at the first line of a page, whose letters stand out above it: the browser names the foot of the page before. */
import {describe, expect, it} from 'vitest'
import {destinationsOf, readPdf} from '../../../src/emit/print/pdf-reader.ts'
import {mergePdf} from '../../../src/emit/print/pdf-merge.ts'
import {lowestLine} from '../../../src/emit/print/page.ts'
import {makeSkiaPdf} from '../../support/skia-pdf.ts'

const page = {width: 148, height: 210, fontSize: 10, margins: {top: 18, bottom: 20, inner: 20, outer: 16}}
const low = lowestLine(page)
const pdf = (): Uint8Array => {
  const text = Buffer.from(makeSkiaPdf([{ids: ['a', 'b']}, {ids: ['c']}])).toString('latin1')
  return Buffer.from(text.replace(/\/b (\[\d+ 0 R \/XYZ 6 )582\.2/, '/b $1107.5').replace(/\/c (\[\d+ 0 R \/XYZ 6 )582\.2/, '/c $1107.5'), 'latin1') // as long as before
}

describe('a place where no line can begin', () => {
  it('is the top of the next page, if there is one', () => {
    const plain = destinationsOf(readPdf(pdf()))
    expect([plain.get('b')?.page, plain.get('b')?.top]).toEqual([0, 107.5])
    const settled = destinationsOf(readPdf(pdf()), low)
    expect([...settled].map(([id, {page: at}]) => [id, at])).toEqual([['a', 0], ['b', 1], ['c', 1]])
    expect(settled.get('b')?.top).toBeGreaterThan(500)
  })

  it('is so in the bound book too', () => {
    const facts = {
      title: 'T', authors: [], description: undefined, language: 'ar', direction: 'rtl' as const, identifier: 'urn:uuid:1', modified: 0, numbering: {frontPages: 0}, outline: [],
      width: page.width, height: page.height, lowest: low, features: [], conformance: []
    }
    expect(destinationsOf(readPdf(mergePdf([pdf()], facts).bytes)).get('b')?.page).toBe(1)
    expect(destinationsOf(readPdf(mergePdf([pdf()], {...facts, lowest: -Infinity}).bytes)).get('b')?.page).toBe(0)
  })
})
