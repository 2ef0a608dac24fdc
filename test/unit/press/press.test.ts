/** The press file: boxes, inks, blank pages, nothing that leads anywhere; judged by the preflight and by other people's programs. */
import {execFileSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import type {Edition} from '../../../src/core/model.ts'
import type {PressSetup, PrintSetup} from '../../../src/core/paper.ts'
import type {Product} from '../../../src/core/product.ts'
import {emitPress} from '../../../src/emit/press/book.ts'
import {makeSampleEdition} from '../../support/edition.ts'
import {makeIccProfile} from '../../support/icc-profile.ts'
import {makeMemoryWorld} from '../../support/memory-world.ts'
import {makeSkiaPdf, makeSkiaPress} from '../../support/skia-pdf.ts'
import {makeFolders} from '../../support/temporary.ts'
import {judgePdf} from '../../support/wrong-pdfs.ts'

const makeFolder = makeFolders()

/** A slug as the browser would print it: words and eleven signs. */
const press = {...makeSkiaPress(), print: async () => makeSkiaPdf(Array.from({length: 12}, (_, at) => ({head: String(at)})))}

async function make(pages: number, setup: Partial<PressSetup> = {}, language: 'fr' | 'ar' = 'fr', more: Partial<PrintSetup> = {}): Promise<Product> {
  const edition = makeSampleEdition(language)
  const {publication} = edition
  const changed: Edition = {...edition, publication: {...publication, print: {...publication.print, ...more, press: {...publication.print.press, ...setup}}}}
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

  it('is PDF/X-4 with the printer’s profile', async () => {
    const profile = {path: 'a.icc', name: 'PSO Coated', condition: 'FOGRA51', inks: 'cmyk', content: makeIccProfile()} as const
    const {content} = await make(3, {}, 'ar', {conformance: ['pdf-x-4'], output: {press: profile}})
    const {diagnostics, rows} = await judgePdf(content)
    expect(diagnostics).toEqual([])
    expect(rows.slice(0, 4).map(({topic, said}) => `${topic}: ${said}`)).toEqual(['version: PDF 1.6', 'standard: says to be PDF/X-4, which nothing here refutes', 'protection: none', 'output intent: FOGRA51'])
    const text = Buffer.from(content).toString('latin1')
    expect(text).toContain('/DefaultRGB [/ICCBased ')
    expect(text).toContain('/RegistryName (http://www.color.org)')
  })

  it('is PDF/X-4 with a profile of one ink, when it is black', async () => {
    const profile = {path: 'a.icc', name: 'News grey', inks: 'grey', content: makeIccProfile('prtr', 'GRAY')} as const
    const {content} = await make(3, {colour: 'black'}, 'fr', {conformance: ['pdf-x-4'], output: {press: profile}})
    expect((await judgePdf(content, {colour: 'black'})).diagnostics).toEqual([])
    expect(Buffer.from(content).toString('latin1')).not.toMatch(/DeviceCMYK|DeviceRGB|RegistryName/)
  })

  it.each([
    ['no profile', (text: string) => text.replace('/DestOutputProfile', '/SomeOtherProfile'), 'output intent without a profile'],
    ['a profile of a display', (text: string) => text, 'profile of class mntr'],
    ['a newer version', (text: string) => text.replace('%PDF-1.6', '%PDF-1.7'), 'PDF 1.7'],
    ['metadata without a document', (text: string) => text.replaceAll('xmpMM:DocumentID', 'xmpMM:DocumentXY'), 'metadata without xmpMM:DocumentID'],
    ['no trim', (text: string) => text.replaceAll('/TrimBox', '/TrimBux'), 'lack of a TrimBox on pages 1–4'],
    ['two output intents', (text: string) => text.replace('/S /GTS_PDFX', '/S /GTS_PDFY'), 'number of output intents for print']
  ])('is refuted by the preflight with %s', async (what, spoil, found) => {
    const profile = {path: 'a.icc', name: 'PSO Coated', inks: 'cmyk', content: makeIccProfile(what.includes('display') ? 'mntr' : 'prtr')} as const
    const {content} = await make(3, {}, 'fr', {conformance: ['pdf-x-4'], output: {press: profile}})
    const {diagnostics} = await judgePdf(Buffer.from(spoil(Buffer.from(content).toString('latin1')), 'latin1'))
    expect(diagnostics.filter(({code}) => code === 'preflight/standard').map(({message}) => message)).toContainEqual(expect.stringContaining(found))
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
