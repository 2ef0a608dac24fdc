/** Negative control: a file of sheets that is not what it was to be is found, one that is passes. */
import {describe, expect, it} from 'vitest'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import type {Product} from '../../../src/core/product.ts'
import {emitBooklet} from '../../../src/emit/imposition/book.ts'
import {verifyPress} from '../../../src/verify/press.ts'
import {verifyBooklet} from '../../../src/verify/sheets.ts'
import {makeSampleEdition} from '../../support/edition.ts'
import {makeMemoryWorld} from '../../support/memory-world.ts'
import {makeSkiaPdf} from '../../support/skia-pdf.ts'

const edition = makeSampleEdition('ar')
const booklet = await emitBooklet(edition, makeSkiaPdf(Array.from({length: 6}, (_, at) => ({head: String(at)}))), makeMemoryWorld({}))

async function judge(change: Partial<Product>, spoil: (text: string) => string = (text) => text): Promise<readonly string[]> {
  const {list, report} = makeLedger()
  await verifyBooklet({...booklet, ...change, content: Buffer.from(spoil(Buffer.from(booklet.content).toString('latin1')), 'latin1')}, edition, report)
  return list.map(({message}) => message)
}

describe('a booklet', () => {
  it('is what it was to be', async () => { expect(await judge({})).toEqual([]) })

  it.each<readonly [string, Partial<Product>, (text: string) => string]>([
    ['number of 4 pages where 6 were made', {pages: 6}, (text) => text],
    ['boxes of page 1', {}, (text) => text.replace('/MediaBox [0 0 841.89 595.276]', '/MediaBox [0 0 841.89 594.276]')],
    ['boxes of page 1', {measures: {...booklet.measures, kind: 'booklet', sheet: {name: 'A3', width: 297, height: 420}} as NonNullable<Product['measures']>}, (text) => text],
    ['scale of', {measures: {...booklet.measures, kind: 'booklet', scale: 0.5} as NonNullable<Product['measures']>}, (text) => text],
    ['font that is not embedded', {}, (text) => text.replaceAll('/FontFile2', '/FontFile9')],
    ['lack of metadata', {}, (text) => text.replaceAll('<dc:title>', '<dc:titel>')],
    ['title “”', {}, (text) => text.replace('<</Title ', '<</Titel ')],
    ['PDF without a page', {}, (text) => text.slice(0, 300)]
  ])('with a wrong %s is found', async (words, change, spoil) => {
    expect(await judge(change, spoil)).toEqual([expect.stringContaining(words)])
  })
})

describe('a press file', () => {
  it('is compared with its trim and bleed', async () => {
    const {list, report} = makeLedger()
    const measures = {kind: 'press', trim: {width: 148, height: 210}, bleed: 3, pages: 4, blanks: 0, colour: 'rgb'} as const
    await verifyPress({...booklet, format: 'press', measures}, edition, report)
    expect(list.map(({message}) => message).filter((message) => message.includes('sound PDF'))).toEqual([expect.stringContaining('boxes of page 1')])
  })
})
