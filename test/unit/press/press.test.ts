/** The press file: boxes, inks, blank pages, nothing that leads anywhere; judged by the preflight and by other people's programs. */
import {execFileSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import type {Edition} from '../../../src/core/model.ts'
import type {PressSetup} from '../../../src/core/paper.ts'
import type {Product} from '../../../src/core/product.ts'
import {emitPress} from '../../../src/emit/press/book.ts'
import {makeSampleEdition} from '../../support/edition.ts'
import {makeMemoryWorld} from '../../support/memory-world.ts'
import {makeSkiaPdf, makeSkiaPress} from '../../support/skia-pdf.ts'
import {makeFolders} from '../../support/temporary.ts'
import {judgePdf} from '../../support/wrong-pdfs.ts'

const makeFolder = makeFolders()

/** A slug as the browser would print it: words and eleven signs. */
const press = {...makeSkiaPress(), print: async () => makeSkiaPdf(Array.from({length: 12}, (_, at) => ({head: String(at)})))}

async function make(pages: number, setup: Partial<PressSetup> = {}, language: 'fr' | 'ar' = 'fr'): Promise<Product> {
  const edition = makeSampleEdition(language)
  const {publication} = edition
  const changed: Edition = {...edition, publication: {...publication, print: {...publication.print, press: {...publication.print.press, ...setup}}}}
  const interior = makeSkiaPdf(Array.from({length: pages}, (_, at) => ({head: 'Market', foot: String(at + 1), links: [{to: 'place', text: 'see'}], ids: at === 0 ? ['place'] : []})))
  const product = await emitPress(changed, interior, makeMemoryWorld({}, {press}), makeLedger().report)
  if (!product) throw new Error('nothing made')
  return product
}

describe('the press file', () => {
  it('has blank pages up to whole signatures', async () => {
    expect(await make(5)).toMatchObject({format: 'press', path: expect.stringMatching(/^fr\/.+-fr-press\.pdf$/), pages: 8, measures: {kind: 'press', blanks: 3, bleed: 3, colour: 'rgb'}})
    expect(await make(5, {signature: 32})).toMatchObject({pages: 32, measures: {blanks: 27}})
    expect(await make(4)).toMatchObject({pages: 4, measures: {blanks: 0}})
  })

  it('has black as one ink, no links, and its boxes within one another', async () => {
    const {content} = await make(3)
    const {rows} = await judgePdf(content)
    const said = new Map(rows.map(({topic, said: words}) => [topic, words]))
    expect(said.get('colours')).toMatch(/^black ink on 3 of 4 pages$/)
    expect(said.get('annotations')).toBe('none')
    expect(said.get('boxes')).toBe('trim on every page')
    expect(said.get('bleed')).toBe('3 mm, nothing reaches the edge')
    expect(said.get('blank pages')).toBe('page 4')
    expect(Buffer.from(content).includes('/Annots')).toBe(false)
  })

  it('is the same to the byte when made twice', async () => {
    expect(Buffer.compare((await make(3)).content, (await make(3)).content)).toBe(0)
  })

  it.each<[Partial<PressSetup>, number]>([[{}, 3], [{marks: false}, 3], [{colour: 'grey'}, 5]])('is sound to qpdf and Ghostscript, and exact to poppler, with %j', async (setup, pages) => {
    const file = join(makeFolder(), 'press.pdf')
    writeFileSync(file, (await make(pages, setup, 'ar')).content)
    expect(execFileSync('qpdf', ['--check', file], {encoding: 'utf8'})).toContain('No syntax or stream encoding errors found')
    execFileSync('gs', ['-q', '-sDEVICE=nullpage', '-dBATCH', '-dNOPAUSE', file])
    const boxes = execFileSync('pdfinfo', ['-box', file], {encoding: 'utf8'})
    const sizeOf = (name: string): readonly number[] => {
      const [left = 0, bottom = 0, right = 0, top = 0] = new RegExp(`${name}:\\s+([\\d.\\s]+)\n`).exec(boxes)?.[1]?.split(/\s+/).map(Number) ?? []
      return [right - left, top - bottom].map((points) => Math.round(points / 72 * 254) / 10)
    }
    const [width = 0, height = 0] = sizeOf('TrimBox')
    const room = setup.marks === false ? 6 : 26
    expect(sizeOf('BleedBox')).toEqual([width + 6, height + 6])
    expect(sizeOf('MediaBox')).toEqual([width + room, height + room])
  })
})
