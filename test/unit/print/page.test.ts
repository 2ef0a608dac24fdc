import {describe, expect, it} from 'vitest'
import {cutChunks} from '../../../src/emit/print/chunks.ts'
import {beginsOnVerso, makeHeadsCss, makeTrimCss, quoteCss} from '../../../src/emit/print/page.ts'
import {fitHead} from '../../../src/emit/print/running-head.ts'
import {makeSampleEdition} from '../../support/edition.ts'

const latin = makeSampleEdition('fr')
const arabic = makeSampleEdition('ar')
const still = {start: 1, vacats: new Set<string>(), closing: false}
const bodyOf = (edition: typeof latin) => {
  const chunk = cutChunks(edition)[1]
  if (!chunk) throw new Error('no body')
  return chunk
}

describe('makeTrimCss', () => {
  it('puts the inner margin at the spine on both sides', () => {
    const css = makeTrimCss(latin)
    expect(css).toContain('@page{size:148mm 210mm}')
    expect(css).toContain('@page:right{margin:18mm 16mm 20mm 20mm}')
    expect(css).toContain('@page:left{margin:18mm 20mm 20mm 16mm}')
    expect(css).toContain('--text-height:172mm')
  })
})

describe('makeHeadsCss', () => {
  it('sets the book on versos and the article on rectos, folios outside', () => {
    const css = makeHeadsCss(latin, bodyOf(latin), still, 0)
    expect(css).toContain('@page:left{@top-left{content:"La petite boutique"}}')
    expect(css).toContain('@page d1:right{@top-right{content:"La vente sédentaire"}}')
    expect(css).toContain('@page:right{@bottom-right{content:counter(page,decimal)}}')
    expect(css).toContain('@page bare:right{@top-right{content:none}@bottom-right{content:none}}')
  })

  it('mirrors a book read from right to left', () => {
    const css = makeHeadsCss(arabic, bodyOf(arabic), still, 0)
    expect(css).toContain('@page:right{@top-right{content:"الدكّان الصغير"}}')
    expect(css).toContain('@page d1:left{@top-left{')
  })

  it('counts from the chunk’s own folio, and from one before it when a page is thrown away', () => {
    expect(makeHeadsCss(latin, bodyOf(latin), {...still, start: 307}, 6)).toContain('counter-set:page 301')
    expect(makeHeadsCss(latin, bodyOf(latin), {...still, start: 308}, 6)).toContain('counter-set:page 301')
    expect(beginsOnVerso({...still, start: 308})).toBe(true)
  })

  it('counts front matter in roman', () => {
    const front = cutChunks(latin)[0]
    expect(front && makeHeadsCss(latin, front, still, 6)).toContain('counter(page,lower-roman)')
  })
})

describe('quoteCss', () => {
  it('lets no title out of its string or its style element', () => {
    expect(quoteCss('a"}</style>\\ \n')).toBe('"a\\22 }\\3c /style\\3e \\5c  \\a "')
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
