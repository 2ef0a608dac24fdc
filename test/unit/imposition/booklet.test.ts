/** Booklets as PDF: every page once, in its place, text and fonts taken over, links left behind. */
import {describe, expect, it} from 'vitest'
import type {Edition} from '../../../src/core/model.ts'
import type {BookletSetup} from '../../../src/core/paper.ts'
import {arrangeSheet, placePage} from '../../../src/emit/imposition/arrange.ts'
import {emitBooklet} from '../../../src/emit/imposition/book.ts'
import {imposePages} from '../../../src/emit/imposition/impose.ts'
import {drawMarks} from '../../../src/emit/imposition/marks.ts'
import {maybeValue} from '../../../src/emit/imposition/pdf-values.ts'
import {contentOf} from '../../../src/emit/print/page-content.ts'
import {objectAt, pagesOf, readPdf, referencesIn} from '../../../src/emit/print/pdf-reader.ts'
import {makeSampleEdition} from '../../support/edition.ts'
import {makeMemoryWorld} from '../../support/memory-world.ts'
import {samplePrintSetup} from '../../support/print-setup.ts'
import {makeSkiaPdf} from '../../support/skia-pdf.ts'

const a5 = {width: 148, height: 210}
const setup = samplePrintSetup.booklet

describe('a booklet', () => {
  it('sets two pages on each side of an A4 sheet, at their own size', async () => {
    const {product, sides} = await make('fr', 6, {})
    expect(product).toMatchObject({
      format: 'booklet', path: 'fr/small-shop-fr-booklet.pdf', pages: 4,
      measures: {scheme: 'saddle', sheets: 2, pagesPerSide: 2, blanks: 2, scale: 1, turn: 'short', signatures: [8]}
    })
    expect(sides.map(({words}) => words)).toEqual([['page1'], ['page2'], ['page6', 'page3'], ['page4', 'page5']])
    expect(product.content.toString()).not.toContain('/Annot')
  })

  it('is bound on the right where it is read from the right', async () => {
    expect((await make('ar', 8, {})).sides[0]?.words).toEqual(['page1', 'page8'])
    expect((await make('fr', 8, {})).sides[0]?.words).toEqual(['page8', 'page1'])
  })

  it('copies a font once for all pages', async () => {
    expect(Buffer.from((await make('fr', 40, {})).product.content).toString('latin1').match(/\/BaseFont/g)).toHaveLength(1)
  })

  it('is the same twice', async () => expect((await make('ar', 9, {})).product.content).toEqual((await make('ar', 9, {})).product.content))

  it('moves inner pages to the fold', () => {
    const imposed = imposePages(16, setup, 'ltr')
    const arrangement = arrangeSheet(a5, imposed, setup)
    const form = {object: 7, box: [0, 0, 419.528, 595.276]} as const
    const at = (sheet: number, column: number): number => {
      const cell = imposed.sheets[sheet]?.front.find((each) => each.column === column)
      return Number(cell && / ([-\d.]+) [-\d.]+ cm/.exec(placePage(form, cell, arrangement, 1, 1, 'ltr'))?.[1])
    }
    expect(at(3, 0) - at(0, 0)).toBeCloseTo(3 * 72 / 25.4, 2) // verso: to the right
    expect(at(3, 1) - at(0, 1)).toBeCloseTo(-3 * 72 / 25.4, 2)
  })

  it('takes a thousand pages', async () => {
    const {product} = await make('fr', 1000, {scheme: 'perfect', signature: 16, perSheet: 8, sheet: {name: 'SRA2', width: 450, height: 640}})
    expect(product).toMatchObject({pages: 126, measures: {sheets: 63, blanks: 8, scale: 1}})
    expect(product.measures).toMatchObject({signatures: [...Array.from({length: 63}, () => 16)]})
  })
})

describe('a sheet', () => {
  it('lies upright or level, and never enlarges', () => {
    const arrange = (perSheet: BookletSetup['perSheet'], name: string, width: number, height: number) =>
      arrangeSheet(a5, imposePages(8, {...setup, perSheet}, 'ltr'), {...setup, perSheet, sheet: {name, width, height}})
    expect(arrange(2, 'A3', 297, 420)).toMatchObject({scale: 1, turn: 'short', media: [0, 0, 1190.551, 841.89]})
    expect(arrange(4, 'A3', 297, 420)).toMatchObject({scale: 1, turn: 'long'})
    expect(arrange(2, 'A5', 148, 210).scale).toBeCloseTo(0.705, 2)
  })

  it('is marked only where there is room', () => {
    const trim = [10, 10, 90, 90] as const
    expect(drawMarks({trim, media: [0, 0, 100, 100], offset: 6})).toBe('')
    const marked = drawMarks({trim, media: [-40, -40, 140, 140], offset: 6, folds: {upright: [50], level: []}})
    expect(marked.match(/ S$/gm)).toHaveLength(10)
    expect(marked).toContain('[2 1.5] 0 d\n50 4 m')
  })
})

describe('a dictionary', () => {
  it('gives the value of a key at its own level', () => {
    const text = '<</Type /Page\n/Kids <</Font <</F4 9 0 R>> /Box [0 1]>>\n/Box [1 2 [3]]\n/Contents 7 0 R/Title (a \\) /Box >>)/Font/Last>>'
    expect(['Type', 'Box', 'Contents', 'Title', 'Font', 'Kids', 'F4'].map((key) => maybeValue(text, key)))
      .toEqual(['/Page', '[1 2 [3]]', '7 0 R', '(a \\) /Box >>)', '/Last', '<</Font <</F4 9 0 R>> /Box [0 1]>>', undefined])
  })
})

async function make(language: 'fr' | 'ar', pages: number, booklet: Partial<BookletSetup>) {
  const sample = makeSampleEdition(language)
  const edition: Edition = {...sample, publication: {...sample.publication, print: {...samplePrintSetup, booklet: {...setup, ...booklet}}}}
  const interior = makeSkiaPdf(Array.from({length: pages}, (_, page) => ({head: `page${page + 1}`, links: [{to: 'https://example.org', text: 'x'}]})))
  const product = await emitBooklet(edition, interior, makeMemoryWorld({}))
  return {product, sides: readSides(product.content)}
}

/** The running heads of the pages on each side, from the left. */
function readSides(content: Uint8Array): readonly {readonly words: readonly string[]}[] {
  const pdf = readPdf(content)
  return pagesOf(pdf).map((page) => {
    const {text} = objectAt(pdf, page)
    const operators = contentOf(pdf, referencesIn(maybeValue(text, 'Contents') ?? '')[0] ?? 0)
    const placed = [...operators.matchAll(/q ([-\d.]+) [^\n]*\/F(\d+) Do/g)].sort((a, b) => Number(a[1]) - Number(b[1]))
    return {words: placed.map(([, , form]) => headOf(contentOf(pdf, Number(form))))}
  })
}

function headOf(content: string): string {
  const block = /Tm\n([\s\S]*?)ET/.exec(content)?.[1] ?? ''
  return [...block.matchAll(/<([0-9a-f]{4})> Tj/g)].map(([, code = '']) => String.fromCharCode(Number.parseInt(code, 16))).join('')
}
