import sharp from 'sharp'
import {describe, expect, it} from 'vitest'
import {mergePdf, type BookFacts} from '../../../src/emit/print/pdf-merge.ts'
import {makeRgbProfile} from '../../../src/emit/print/rgb-profile.ts'
import {makeSkiaPdf} from '../../support/skia-pdf.ts'

const facts: BookFacts = {
  title: 'T', authors: [], description: undefined, language: 'en', direction: 'ltr', identifier: 'urn:uuid:1', modified: 0, numbering: {frontPages: 0}, outline: [], width: 148, height: 210
}
const merge = (conformance: NonNullable<BookFacts['conformance']>): string => Buffer.from(mergePdf([makeSkiaPdf([{}], {tagged: true})], {...facts, conformance}).bytes).toString('latin1')

describe('standards', () => {
  it('are named in the metadata only when they are asked for', () => {
    expect(merge([])).not.toMatch(/pdfuaid|pdfaid|OutputIntent/)
    expect(merge(['pdf-ua'])).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(merge(['pdf-ua'])).not.toMatch(/pdfaid|pdfaExtension|OutputIntent/)
    expect(Buffer.from(mergePdf([makeSkiaPdf([{}], {tagged: true})], {...facts, features: ['largePrint']}).bytes).toString('latin1')).toContain('<schema:accessibilityFeature><rdf:Bag><rdf:li>largePrint</rdf:li>')
    const both = merge(['pdf-a', 'pdf-ua'])
    expect(both).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>')
    expect(both).toContain('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>')
    expect(both).toMatch(/\/OutputIntents \[\d+ 0 R\]/)
  })
})

describe('the profile of sRGB', () => {
  it('leaves the colours of a picture as they are', async () => {
    const pixels = Buffer.from([255, 0, 0, 0, 128, 0, 10, 20, 200, 120, 120, 120])
    const {writeFileSync, mkdtempSync, rmSync} = await import('node:fs')
    const {tmpdir} = await import('node:os')
    const folder = mkdtempSync(`${tmpdir()}/hexapla-profile-`)
    try {
      writeFileSync(`${folder}/rgb.icc`, makeRgbProfile())
      const tagged = await sharp(pixels, {raw: {width: 4, height: 1, channels: 3}}).withIccProfile(`${folder}/rgb.icc`).png().toBuffer()
      expect((await sharp(tagged).metadata()).icc?.length).toBe(makeRgbProfile().length)
      const seen = await sharp(tagged).toColourspace('srgb').raw().toBuffer()
      seen.forEach((value, at) => expect(Math.abs(value - (pixels[at] ?? 0))).toBeLessThanOrEqual(1))
    } finally {
      rmSync(folder, {recursive: true, force: true})
    }
  })
})
