/** A book that must be cut everywhere: its files, their sizes, their order, and every way into them. */
import {strFromU8, unzipSync} from 'fflate'
import {beforeAll, describe, expect, it} from 'vitest'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import {emitEpub} from '../../../src/emit/epub/book.ts'
import {makeLargeEdition} from '../../support/large-edition.ts'

const files = new Map<string, string>()
const limits = {size: 40_000, notes: 500}

beforeAll(async () => {
  const {edition, breaks} = makeLargeEdition()
  const {list, report} = makeLedger()
  const {content} = await emitEpub(edition, report, {documents: limits, paging: {breaks, pagination: {starts: [], pageById: new Map(), frontPages: 0}}})
  expect(list).toEqual([])
  for (const [path, bytes] of Object.entries(unzipSync(content))) files.set(path.replace('EPUB/', ''), strFromU8(bytes))
}, 60_000)

const read = (file: string): string => files.get(file) ?? ''
const spine = (): readonly string[] => [...read('package.opf').matchAll(/<itemref idref="document-([^"]*)"/g)].map(([, name = '']) => `${name}.xhtml`)

describe('a large book', () => {
  it('has no document of more than the limit and what stands around it', () => {
    const long = [...files].filter(([path, text]) => path.endsWith('.xhtml') && path !== 'nav.xhtml' && Buffer.byteLength(text) > limits.size + 1000).map(([path, text]) => [path, text.length])
    expect(long).toEqual([])
  })

  it('goes on in documents that follow one another', () => {
    const order = spine()
    const pieces = order.filter((file) => file.startsWith('megabyte'))
    expect(pieces.length).toBeGreaterThan(30)
    expect(pieces).toEqual(pieces.map((_, at) => at === 0 ? 'megabyte.xhtml' : `megabyte--${at + 1}.xhtml`))
    expect(order.indexOf(pieces.at(-1) ?? '') - order.indexOf('megabyte.xhtml')).toBe(pieces.length - 1)
    expect(order.slice(-1)[0]).toMatch(/^index--\d+\.xhtml$/)
  })

  it('has its long contents in the reading order and the navigation document beside it', () => {
    expect(spine().slice(0, 4)).toEqual(['title-page.xhtml', 'contents.xhtml', 'contents--2.xhtml', 'megabyte.xhtml'])
    expect(read('package.opf')).toContain('href="nav.xhtml"')
    expect(read('package.opf')).not.toContain('idref="nav"')
    expect(read('nav.xhtml').match(/<a href="chapter-\d+\.xhtml"/g)).toHaveLength(150)
    expect(read('nav.xhtml')).toContain('<a epub:type="toc" href="contents.xhtml">')
    expect(read('contents.xhtml')).toMatch(/<nav id="contents"[^>]*><span [^>]*id="page-v"[^>]*><\/span><h1/)
    expect(read('contents.xhtml')).toMatch(/<li class="article"><span [^>]*id="page-vi"[^>]*><\/span><a href="chapter-2\.xhtml">/)
  })

  it('leads everywhere: links, notes, locators, contents, pages', () => {
    const dead: string[] = []
    for (const [path, text] of files) {
      for (const [, address = ''] of text.matchAll(/(?:href|src)="([^":]*)"/g)) {
        const [file, id] = address.split('#')
        const target = read(file || path)
        if (!files.has(file || path) || id !== undefined && !target.includes(` id="${id}"`)) dead.push(`${path} ${address}`)
      }
    }
    expect(dead).toEqual([])
    expect(read('megabyte.xhtml')).toMatch(/href="megabyte--\d+\.xhtml#note-1"/)
    expect(read('toc.ncx')).toMatch(/<content src="megabyte(?:--\d+)?\.xhtml#page-60"\/>/)
    const orders = [...read('toc.ncx').matchAll(/playOrder="(\d+)"/g)].map(([, order]) => Number(order))
    expect(new Set(orders)).toEqual(new Set(Array.from({length: Math.max(...orders)}, (_, at) => at + 1)))
  })

  it('has the same page breaks and ids, each once, in their order', () => {
    const text = spine().map(read).join('')
    expect([...text.matchAll(/id="page-(\d+)"/g)].map(([, label]) => Number(label))).toEqual(Array.from({length: 60}, (_, at) => at + 1))
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id).filter((id) => !/^heading--/.test(id))
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    expect([...text.matchAll(/id="note-(\d+)"/g)]).toHaveLength(1200)
    expect([...text.matchAll(/id="x-(\d+)"/g)].map(([, number]) => Number(number))).toEqual(Array.from({length: 3000}, (_, at) => at))
  })
})
