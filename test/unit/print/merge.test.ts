import {inflateSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {mergePdf, type BookFacts} from '../../../src/emit/print/pdf-merge.ts'
import {destinationsOf, objectAt, pagesOf, readPdf} from '../../../src/emit/print/pdf-reader.ts'
import {pdfDate, pdfName, pdfString} from '../../../src/emit/print/pdf-writer.ts'
import {makeSkiaPdf} from '../../support/skia-pdf.ts'

const facts: BookFacts = {
  title: 'Лавка (1)', authors: ['A & B'], description: undefined, language: 'ar', direction: 'rtl', identifier: 'urn:uuid:1', modified: 1_700_000_000, numbering: {frontPages: 2},
  outline: [{id: 'a', title: 'الباب', children: [{id: 'b', title: 'B', children: [{id: 'c', title: 'C', children: []}]}]}], width: 148, height: 210
}
const first = makeSkiaPdf([{head: 'Book', ids: ['a'], links: [{to: 'a', text: '1'}, {to: 'urn:x:b', text: '2'}, {to: 'https://example.org/', text: 'out'}], image: 'picture'}, {}], {tagged: true})
const second = makeSkiaPdf([{head: 'Book', ids: ['b'], image: 'picture'}, {head: 'Book', ids: ['c'], image: 'other'}], {tagged: true})
const parts = [first, second]
const leaves = makeSkiaPdf([{foot: 'ii'}, {head: 'Book', foot: '1'}])
const margins = {prints: [leaves], placeByPage: new Map([[2, {print: 0, page: 0}], [4, {print: 0, page: 1}]])}
const {bytes, pages} = mergePdf(parts, facts, margins)
const file = Buffer.from(bytes).toString('latin1')
const pdf = readPdf(bytes)

describe('mergePdf', () => {
  it('holds all pages in order and all destinations', () => {
    expect(pages).toBe(4)
    expect(pagesOf(pdf)).toHaveLength(4)
    expect([...destinationsOf(pdf)].map(([id, {page}]) => [id, page])).toEqual([['a', 0], ['b', 2], ['c', 3]])
  })

  it('leads links between parts home and lets links out of the book alone', () => {
    expect(file).toContain('/Dest /b')
    expect(file).not.toContain('urn:x:')
    expect(file).toContain('/URI (https://example.org/)')
  })

  it('gives the trim exactly, measured from the top', () => {
    expect(file.match(/\/MediaBox \[0 -0\.316 419\.528 594\.95996\]\n\/TrimBox/g)).toHaveLength(4)
  })

  it('joins the structure trees: keys and ids of their own', () => {
    expect(file).toMatch(/\/StructParents 0\b/)
    const keys = [...file.matchAll(/\/StructParents? (\d+)/g)].map(([, key]) => Number(key)).sort((a, b) => a - b)
    expect(keys).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(file).toContain('/ParentTreeNextKey 7')
    expect(file).toMatch(/\/Names \[\(p0000n000000\) \d+ 0 R \(p0001n000000\) \d+ 0 R\]/)
    expect(file).not.toContain('node0000')
  })

  it('writes a picture once, and fonts under names of their own', () => {
    expect(file.match(/\/Subtype \/Image/g)).toHaveLength(2)
    expect(file).toContain('/AAAAAA+NotoSerif')
    expect(file).toContain('/AAAAAB+NotoSerif')
  })

  it('says what the book is', () => {
    expect(file).toContain('/PageLabels <</Nums [0 <</S /r>> 2 <</S /D>>]>>')
    expect(file).toContain('/Direction /R2L')
    expect(file).toContain('/Lang (ar)')
    expect(file).toContain('/Creator (Hexapla)')
    expect(file).toContain(`/Title ${pdfString('Лавка (1)')}`)
    expect(file).toContain('A &#38; B')
  })

  it('lists parts open and articles closed', () => {
    expect(file).toMatch(/\/Type \/Outlines\n\/First \d+ 0 R\n\/Last \d+ 0 R\n\/Count 2>>/)
    expect(file).toMatch(/\/Title \(B\)[^>]*\/Count -1>>/)
  })

  it('lays heads and folios over the pages that have any, as artifacts', () => {
    const shown = pagesOf(pdf).map((page) => /\/Margins (\d+) 0 R/.exec(objectAt(pdf, page).text)?.[1])
    expect(shown.map((form) => form !== undefined)).toEqual([false, true, false, true])
    expect(pagesOf(pdf).map((page) => /\/Contents \[(\d+) 0 R \d+ 0 R\]/.test(objectAt(pdf, page).text))).toEqual([false, true, false, true])
    const form = objectAt(pdf, Number(shown[3]))
    expect(form.text).toMatch(/\/Subtype \/Form\n\/BBox \[0 0 420 594\.95996\]\n\/Resources <<\/Font <<\/F4 \d+ 0 R>>>>/)
    expect(inflateSync(form.tail ?? Buffer.alloc(0)).toString('latin1')).toContain(' 42 Tm')
    expect(file).toContain('/Artifact <</Type /Pagination>> BDC\nq\n/Margins Do')
  })

  it('labels pages one by one where no style of PDF does', () => {
    const native = Buffer.from(mergePdf(parts, {...facts, numbering: {frontPages: 2, digits: 'arab', letters: 'abjad'}}).bytes).toString('latin1')
    expect(native).toContain('/Nums [0 <</P <FEFF0623>>> 1 <</P <FEFF0628>>> 2 <</P <FEFF0661>>> 3 <</P <FEFF0662>>>]')
  })

  it('gives the same bytes for the same parts', () => {
    expect(Buffer.compare(Buffer.from(mergePdf(parts, facts, margins).bytes), Buffer.from(bytes))).toBe(0)
  })

  it('points every row of its table at an object', () => {
    pdf.starts.forEach((start, n) => { if (start > 0) expect(file.startsWith(`${n} 0 obj\n`, start)).toBe(true) })
  })
})

describe('PDF values', () => {
  it('writes strings, names and dates', () => {
    expect(pdfString('a(b)\\')).toBe('(a\\(b\\)\\\\)')
    expect(pdfString('é')).toBe('<FEFF00E9>')
    expect(pdfName('a--b.c')).toBe('/a--b.c')
    expect(pdfName('営')).toBe('/%E5%96%B6')
    expect(pdfDate(1_700_000_000)).toBe('(D:20231114221320Z)')
  })
})
