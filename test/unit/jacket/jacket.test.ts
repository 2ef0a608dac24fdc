/** Wrap-around covers: measures, spine, barcode, boxes of the finished file. */
import {describe, expect, it} from 'vitest'
import {BarcodeFormat, BinaryBitmap, HybridBinarizer, MultiFormatOneDReader, RGBLuminanceSource} from '@zxing/library'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import {h} from '../../../src/core/hast.ts'
import type {Edition, EditionSpec} from '../../../src/core/model.ts'
import {makeBarcode} from '../../../src/emit/jacket/barcode.ts'
import {emitCover} from '../../../src/emit/jacket/book.ts'
import {computeSpine, measureCover} from '../../../src/emit/jacket/geometry.ts'
import {directSpine, maybeSpineLine} from '../../../src/emit/jacket/spine-text.ts'
import {readPdf} from '../../../src/emit/print/pdf-reader.ts'
import {makeSampleEdition} from '../../support/edition.ts'
import {makeJacketPress} from '../../support/jacket-press.ts'
import {makeMemoryWorld} from '../../support/memory-world.ts'
import {samplePrintSetup} from '../../support/print-setup.ts'

const isbn = '9782070368228'

describe('the spine', () => {
  it.each([[52, 0.1, 3], [100, 0.1, 5], [101, 0.1, 5.5], [320, 0.12, 19.5], [1, 0.1, 0.5], [300, 0.104, 16]])('of %i pages of %d mm is %d mm wide', (pages, thickness, width) => {
    expect(computeSpine(pages, thickness)).toBe(width)
  })

  it('is as wide as the printer says', () => {
    expect(measureCover(51, {width: 148, height: 210}, {...samplePrintSetup, spine: 12})).toEqual(
      {kind: 'cover', trim: {width: 148, height: 210}, spine: 12, bleed: 3, pages: 52, spineText: true})
  })

  it('carries no words when it is thin', () => {
    const spineText = (pages: number, thickness: number): boolean =>
      measureCover(pages, {width: 148, height: 210}, {...samplePrintSetup, paper: {name: 'own', thickness}}).spineText
    expect([spineText(78, 0.2), spineText(80, 0.2), spineText(80, 0.1), spineText(100, 0.1)]).toEqual([false, true, false, true])
  })

  it.each([['en', 'down'], ['fr', 'up'], ['de', 'up'], ['pt', 'down'], ['pt-PT', 'up'], ['nl', 'down'], ['ar', 'down'], ['hi', 'down'], ['ja', 'upright']] as const)(
    'is lettered in %s: %s', (language, way) => expect(directSpine({language}, language === 'ja' ? 'Jpan' : 'Latn')).toBe(way))

  it('is lettered as the publisher says', () => expect(directSpine({language: 'fr', spineText: 'down'}, 'Latn')).toBe('down'))

  it('drops words before it makes them tiny', () => {
    expect(maybeSpineLine({title: 14, names: 6, publisher: 8}, 12, 210)).toMatchObject({names: true, publisher: true})
    expect(maybeSpineLine({title: 14, names: 6, publisher: 80}, 12, 210)).toMatchObject({names: true, publisher: false})
    expect(maybeSpineLine({title: 50, names: 60, publisher: 0}, 12, 210)).toMatchObject({names: false})
    expect(maybeSpineLine({title: 200, names: 6, publisher: 8}, 12, 210)).toBeUndefined()
    expect(maybeSpineLine({title: 1, names: 0, publisher: 0}, 5, 210)?.size).toBeLessThan(3)
  })
})

describe('the barcode', () => {
  it.each([[isbn, undefined], [isbn, '51995'], ['9789999999991', undefined]])('%s %s can be read', (number, code) => {
    expect(decode(makeBarcode(number, code, 100).operators)).toBe(number)
  })

  it('is black and nothing else, and as large as is asked', () => {
    const {width, height, operators} = makeBarcode(isbn, undefined, 100)
    expect(operators).not.toMatch(/ (rg|RG|g|G)\b/)
    expect(width).toBeCloseTo((113 + 3 + 6) * 0.33, 5)
    expect(makeBarcode(isbn, undefined, 200)).toMatchObject({width: width * 2, height: height * 2})
    expect(makeBarcode(isbn, '51995', 100).width).toBeGreaterThan(width + 15)
  })
})

describe('the cover', () => {
  it.each(['fr', 'ar'] as const)('has its boxes in %s', async (language) => {
    const {product, content} = await emit(makeBook(language, {}), 200)
    expect(product).toMatchObject({format: 'cover', path: `${language}/small-shop-${language}-cover.pdf`, pages: 1, measures: {spine: 10, pages: 200}})
    expect(boxOf(content, 'TrimBox')).toEqual([306, 210])
    expect(boxOf(content, 'BleedBox')).toEqual([312, 216])
    expect(boxOf(content, 'MediaBox')).toEqual([328, 232])
    expect(readPdf(product?.content ?? new Uint8Array()).root).toBeGreaterThan(0)
  })

  it('is wider for more pages', async () => {
    const widths = await Promise.all([100, 200, 400].map(async (pages) => boxOf((await emit(makeBook('fr', {}), pages)).content, 'TrimBox')[0]))
    expect(widths).toEqual([301, 306, 316])
  })

  it('has a barcode only with an ISBN, and says which', async () => {
    const [without, with_] = [await emit(makeBook('fr', {}), 100), await emit(makeBook('fr', {isbn: {pdf: isbn}}), 100)]
    expect(without.product?.measures).not.toHaveProperty('isbn')
    expect(with_.product?.measures).toMatchObject({isbn})
    expect(with_.html).toContain('--barcode-width:40.26mm')
    expect(without.html).toContain('--barcode-width:0.00mm')
    expect(without.codes).toEqual([])
  })

  it('tells the style sheet what the spine carries', async () => {
    expect((await emit(makeBook('fr', {}), 200)).html).toContain('<section class="jacket up without-publisher"')
    expect((await emit(makeBook('ar', {}), 20)).html).toContain('<section class="jacket down bound-right bare without-names without-publisher"')
  })

  it('is the same twice', async () => {
    expect((await emit(makeBook('ar', {isbn: {pdf: isbn}}), 200)).content).toBe((await emit(makeBook('ar', {isbn: {pdf: isbn}}), 200)).content)
  })
})

function makeBook(language: 'fr' | 'ar', more: Partial<EditionSpec>): Edition {
  const edition = makeSampleEdition(language)
  const tree = h('section', {className: ['jacket']}, h('div', {className: ['spine']}, edition.spec.title))
  return {
    ...edition, spec: {...edition.spec, ...more}, jacket: {tree, style: '', spineWords: {title: 10, names: 5, publisher: 300}, blurbFits: true},
    cover: {
      alternative: 'Cover', tree, style: '', language, direction: edition.spec.direction, script: edition.script, words: {title: edition.spec.title},
      colours: {paper: '#000', ink: '#fff', accent: '#ccc'}
    }
  }
}

async function emit(edition: Edition, pages: number) {
  const {list, report} = makeLedger()
  const press = makeJacketPress()
  const product = await emitCover(edition, pages, makeMemoryWorld({}, {press}), report)
  return {product, content: Buffer.from(product?.content ?? []).toString('latin1'), html: press.jackets[0]?.html ?? '', codes: list.map(({code}) => code)}
}

/** Width and height of a page's box in whole millimetres. */
function boxOf(content: string, name: string): readonly number[] {
  const [left = 0, bottom = 0, right = 0, top = 0] = (new RegExp(`/${name} \\[([^\\]]*)\\]`).exec(content)?.[1] ?? '').split(' ').map(Number)
  return [right - left, top - bottom].map((points) => Math.round(points / 72 * 25.4 * 100) / 100)
}

/** What a scanner reads off a line across the bars. */
function decode(operators: string): string {
  const scale = 4
  const width = 220 * scale
  const line = new Uint8ClampedArray(width).fill(255)
  for (const [, stroke = '', path = ''] of operators.matchAll(/^([\d.]+) w (.*) S$/gm)) {
    for (const [, x = ''] of path.matchAll(/([\d.]+) [\d.]+ m/g)) {
      line.fill(0, Math.round((Number(x) - Number(stroke) / 2) * scale), Math.round((Number(x) + Number(stroke) / 2) * scale))
    }
  }
  const rows = Array.from({length: 40}, () => [...line]).flat()
  const result = new MultiFormatOneDReader(undefined).decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(new Uint8ClampedArray(rows), width, 40))))
  expect(result.getBarcodeFormat()).toBe(BarcodeFormat.EAN_13)
  return result.getText()
}
