import {createHash} from 'node:crypto'
import {unzipSync} from 'fflate'
import {afterEach, describe, expect, it} from 'vitest'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import type {Edition} from '../../../src/core/model.ts'
import type {Product} from '../../../src/core/product.ts'
import {emitEpub} from '../../../src/emit/epub/book.ts'
import {packEntries} from '../../../src/emit/epub/container.ts'
import {makeSampleEdition} from '../../support/edition.ts'
import {samplePicture} from '../../support/sample-article.ts'

const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

async function emit(edition: Edition): Promise<Product> {
  const {list, report} = makeLedger()
  const product = await emitEpub(edition, report)
  expect(list).toEqual([])
  return product
}

describe('emitEpub', () => {
  it('packs everything in a fixed order, without folders', async () => {
    const product = await emit(makeSampleEdition('fr'))
    expect(product).toMatchObject({format: 'epub', language: 'fr', path: 'fr/small-shop-fr.epub'})
    expect(Object.keys(unzipSync(product.content))).toEqual([
      'mimetype', 'META-INF/container.xml', 'EPUB/package.opf', 'EPUB/nav.xhtml', 'EPUB/toc.ncx', 'EPUB/style.css', 'EPUB/half-title.xhtml',
      'EPUB/title-page.xhtml', 'EPUB/imprint.xhtml', 'EPUB/part-meeting.xhtml', 'EPUB/inside-sales.xhtml', 'EPUB/outside-sales.xhtml',
      'EPUB/cold-calling.xhtml', 'EPUB/index.xhtml', 'EPUB/colophon.xhtml', 'EPUB/images/1-balance-sheet.svg'
    ])
  })

  it('gives the same bytes in every time zone', async () => {
    const hashes = []
    for (const name of ['UTC', 'Asia/Tokyo', 'America/Los_Angeles']) {
      process.env['TZ'] = name
      hashes.push(createHash('sha256').update((await emit(makeSampleEdition('ar'))).content).digest('hex'))
    }
    expect(new Set(hashes).size).toBe(1)
  })

  it('reports a picture that cannot be read any more', async () => {
    const edition = makeSampleEdition('en')
    const picture = edition.resources.get(samplePicture)
    if (!picture) throw new Error('the sample has a picture')
    const broken = {...picture, load: () => Promise.reject(new Error('gone'))}
    const {list, report} = makeLedger()
    await emitEpub({...edition, resources: new Map([[samplePicture, broken]])}, report)
    expect(list.map(({code, place}) => [code, place?.file])).toEqual([['epub/picture-unreadable', samplePicture]])
  })
})

describe('packEntries', () => {
  it('dates before 1980 as 1980, which is where the zip format begins', async () => {
    const zip = await packEntries([], 0)
    expect([...zip.subarray(10, 14)]).toEqual([0, 0, 0b00100001, 0])
  })

  it('stores what is compressed already', async () => {
    const zip = Buffer.from(await packEntries([{path: 'a.png', content: new Uint8Array(1000), stored: true}, {path: 'b.css', content: 'p {}'.repeat(250)}], 0))
    const at = (name: string): number => zip.readUInt16LE(zip.indexOf(name) - 22)
    expect([at('EPUB/a.png'), at('EPUB/b.css')]).toEqual([0, 8])
  })
})
