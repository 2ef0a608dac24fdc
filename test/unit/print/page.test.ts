import {describe, expect, it} from 'vitest'
import {gutterFor, withGutter} from '../../../src/emit/print/measure.ts'
import {makeTrimCss} from '../../../src/emit/print/page.ts'
import {fitHead} from '../../../src/emit/print/running-head.ts'
import {makeSampleEdition} from '../../support/edition.ts'

const latin = makeSampleEdition('fr')

describe('makeTrimCss', () => {
  it('puts the inner margin at the spine on both sides', () => {
    const css = makeTrimCss(latin.publication.page)
    expect(css).toContain('@page{size:148mm 210mm}')
    expect(css).toContain('@page:right{margin:18mm 16mm 20mm 20mm}')
    expect(css).toContain('@page:left{margin:18mm 20mm 20mm 16mm}')
    expect(css).toContain('--text-height:172mm')
  })
})

describe('the gutter', () => {
  it('grows with the number of pages', () => expect([80, 149, 150, 399, 400, 600, 5000].map(gutterFor)).toEqual([0, 0, 2, 2, 4, 6, 6]))

  it('takes its room from the text', () => {
    const page = withGutter(latin.publication.page, 4)
    expect(page.margins).toEqual({...latin.publication.page.margins, inner: 24})
    expect(makeTrimCss(page)).toContain('--text-width:108mm')
  })
})

describe('fitHead', () => {
  const {page} = latin.publication

  it('keeps what fits', () => expect(fitHead('  La vente\n sédentaire ', page)).toBe('La vente sédentaire'))

  it('cuts at a word what does not', () => {
    const head = fitHead('the art of selling, '.repeat(20), page)
    expect(head).toMatch(/^(?:the art of selling, )+.*[a-z]…$/)
    expect(head.length).toBeLessThan(80)
  })

  it('counts wide characters as wide', () => expect([...fitHead('営業'.repeat(60), page)].length).toBeLessThan(42))
})
