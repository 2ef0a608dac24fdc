/** The parts that handouts are made of: pages taken out of prints, batches, measures, codes. */
import {BarcodeFormat, BinaryBitmap, DecodeHintType, HybridBinarizer, QRCodeReader, RGBLuminanceSource} from '@zxing/library'
import {describe, expect, it} from 'vitest'
import type {Handout} from '../../../src/core/handouts.ts'
import {h} from '../../../src/core/hast.ts'
import {packBatches} from '../../../src/emit/handouts/batches.ts'
import {drawCode} from '../../../src/emit/handouts/code.ts'
import {columnRoom, measuresAt, tightest} from '../../../src/emit/handouts/measures.ts'
import {openSheaf} from '../../../src/emit/handouts/pick-pages.ts'
import {destinationsOf, objectAt, pagesOf, readPdf} from '../../../src/emit/print/pdf-reader.ts'
import {makeDivision} from '../../support/edition.ts'
import {sampleHandoutSetup} from '../../support/print-setup.ts'
import {makeSkiaPdf} from '../../support/skia-pdf.ts'

describe('pages taken out of a print', () => {
  const print = makeSkiaPdf([{ids: ['a'], image: 'XXXX'}, {ids: ['b'], links: [{to: 'b', text: 'x'}]}, {ids: ['c'], image: 'ZZZZ'}])

  it('are a print with their own destinations and nothing of other pages', () => {
    const picked = openSheaf(print).pick(1, 3)
    const pdf = readPdf(picked)
    expect(pagesOf(pdf)).toHaveLength(2)
    expect([...destinationsOf(pdf)].map(([id, {page}]) => [id, page])).toEqual([['b', 0], ['c', 1]])
    const text = Buffer.from(picked).toString('latin1')
    expect(text).toContain('ZZZZ')
    expect(text).not.toContain('XXXX')
    expect(pagesOf(pdf).map((page) => objectAt(pdf, page).text).join('\n')).toMatch(/\/Annots \[\d+ 0 R\]/)
  })

  it('are the same whatever is asked for before', () => {
    const sheaf = openSheaf(print)
    sheaf.pick(0, 1)
    expect(sheaf.pick(2, 3)).toEqual(openSheaf(print).pick(2, 3))
  })

  it('keep their structure tags', () => {
    const tagged = openSheaf(makeSkiaPdf([{ids: ['a'], links: [{to: 'a', text: 'x'}]}], {tagged: true})).pick(0, 1)
    const text = Buffer.from(tagged).toString('latin1')
    expect(text).toMatch(/\/StructTreeRoot \d+ 0 R/)
    expect(text).toMatch(/\/Nums \[0 (\d+) 0 R 1 \1 0 R\]/)
    expect(text).toContain('/S /TH')
  })
})

it('two handouts with one article are never in one document', () => {
  const make = (...ids: readonly string[]): Handout => ({
    name: ids.join('-'), title: '', authors: [], language: 'en', direction: 'ltr', outline: [], tree: h('section', {}), divisions: ids.map((id) => makeDivision(id, []))
  })
  const names = (limit: number) => packBatches([make('a'), make('b'), make('a', 'c'), make('c'), make('d')], limit).map((batch) => batch.map(({name}) => name))
  expect(names(9)).toEqual([['a', 'b'], ['a-c'], ['c', 'd']])
  expect(names(1)).toEqual([['a'], ['b'], ['a-c'], ['c'], ['d']])
})

describe('measures', () => {
  it('end at the limits and have two columns where lines would be too long', () => {
    const usual = measuresAt(0, sampleHandoutSetup, 'Latn', 'Source')
    const tight = measuresAt(tightest, sampleHandoutSetup, 'Latn', 'Source')
    expect(usual).toMatchObject({fontSize: 10.5, leading: 1, columns: 2, margins: {side: 18}})
    expect(tight).toMatchObject({fontSize: 9, columns: 2, margins: {side: 12, top: 12}})
    expect(tight.leading * 1.45).toBeCloseTo(1.3, 2)
    expect(columnRoom(usual) / 0.5).toBeLessThan(75)
    expect(measuresAt(0, {...sampleHandoutSetup, fontSize: 16}, 'Latn', '').columns).toBe(1)
    expect(measuresAt(0, sampleHandoutSetup, 'Jpan', '').columns).toBe(2)
  })

  it('leave room for a long source', () => {
    const bottom = (source: string): number => measuresAt(0, sampleHandoutSetup, 'Latn', source).margins.bottom
    expect(bottom('x'.repeat(300))).toBeGreaterThan(bottom('x') + 4)
  })
})

it('the code of an address can be read', () => {
  const address = 'https://example.org/fr/génération'
  const svg = drawCode(address, 'The book')
  const [, , size = 0] = String(svg.properties['viewBox']).split(' ').map(Number)
  const scale = 3
  const pixels = new Uint8ClampedArray((size * scale) ** 2).fill(255)
  const [path] = svg.children
  const inside = fillEvenOdd(path?.type === 'element' ? String(path.properties['d']) : '')
  for (let y = 0; y < size * scale; y++) for (let x = 0; x < size * scale; x++) if (inside(x / scale - 8 + 0.1, y / scale - 8 + 0.1)) pixels[y * size * scale + x] = 0
  const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(pixels, size * scale, size * scale)))
  expect(new QRCodeReader().decode(bitmap, new Map([[DecodeHintType.POSSIBLE_FORMATS, [BarcodeFormat.QR_CODE]]])).getText()).toBe(address)
})

/** Whether a point lies within a path of upright and level lines. */
function fillEvenOdd(d: string): (x: number, y: number) => boolean {
  const edges = d.split('Z').flatMap((ring) => {
    const points = [...ring.matchAll(/[ML](\S+) ([^MLZ\s]+)/g)].map(([, x, y]): readonly [number, number] => [Number(x), Number(y)])
    return points.map((point, at) => [point, points[(at + 1) % points.length] ?? point] as const).filter(([from, to]) => from[0] === to[0])
  })
  return (x, y) => edges.filter(([[edge, from], [, to]]) => edge > x && Math.min(from, to) <= y && y < Math.max(from, to)).length % 2 === 1
}
