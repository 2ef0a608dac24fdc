import {describe, expect, it} from 'vitest'
import {cutChunks} from '../../../src/emit/print/chunks.ts'
import {wordsPerPage} from '../../../src/emit/print/measure.ts'
import {findTargets, makeSheet} from '../../../src/emit/print/document.ts'
import {blankLayout, layOut} from '../../../src/emit/print/layout.ts'
import {makeDivision, makeSampleEdition} from '../../support/edition.ts'

const edition = makeSampleEdition('fr', {articles: 6})
const chunks = cutChunks(edition, 3)
const setting = {edition, targets: findTargets(edition)}
const placeOf = (id: string): number => chunks.findIndex(({divisions}) => divisions.some((division) => division.id === id))

describe('cutChunks', () => {
  it('keeps every division once and in order, front matter apart', () => {
    expect(chunks.flatMap(({divisions}) => divisions.map(({id}) => id))).toEqual(edition.divisions.map(({id}) => id))
    expect(chunks[0]?.divisions.every(({matter}) => matter === 'front')).toBe(true)
    expect(chunks.slice(1).every(({divisions}) => divisions.length <= 3)).toBe(true)
  })

  it('makes one body of a small book', () => expect(cutChunks(edition)).toHaveLength(2))

  it('estimates A5 at some 300 words, more for characters', () => {
    expect(wordsPerPage(edition.publication.page, 'Latn')).toBeGreaterThan(250)
    expect(wordsPerPage(edition.publication.page, 'Latn')).toBeLessThan(400)
    expect(wordsPerPage(edition.publication.page, 'Jpan')).toBeGreaterThan(500)
  })
})

describe('makeSheet', () => {
  const draft = chunks.map((chunk, place) => makeSheet(setting, chunk, blankLayout(chunks), place, true))

  it('is a whole document in the language and direction of the book', () => {
    expect(draft[0]?.html).toMatch(/^<!doctype html><html lang="fr" dir="ltr">/)
    expect(draft[0]?.html).toContain('<style id="house-fonts"></style>')
  })

  it('marks links into other chunks and keeps those within', () => {
    const html = draft[placeOf('inside-sales')]?.html ?? ''
    expect(html).toContain('href="urn:x:cold-calling-2"')
    expect(html).toContain('href="#inside-sales--fn-1"')
  })

  it('asks for a destination of every place that something leads to', () => {
    const html = draft[placeOf('inside-sales')]?.html ?? ''
    expect(html).toMatch(/<nav hidden>.*<a href="#inside-sales--mark"><\/a>.*<\/nav>/)
    expect(html).not.toContain('<a href="#inside-sales--title"></a>')
  })

  it('names pictures by their content', () => {
    expect(draft[placeOf('outside-sales')]?.html).toMatch(/<img src="pictures\/[0-9a-f]{64}\.svg"/)
  })

  it('prints a page to throw away before a chunk that begins on a verso, and blank pages where the layout says', () => {
    const pageById = new Map(edition.divisions.map(({id}, page) => [id, page] as const))
    const layout = layOut(chunks, chunks.map(({divisions}) => ({pages: 2, pageById: new Map(divisions.map(({id}) => [id, pageById.get(id) === undefined ? 0 : 1]))})))
    const verso = {...layout, chunks: layout.chunks.map((each) => ({...each, start: 8, vacats: new Set([chunks[1]?.divisions[0]?.id ?? ''])}))}
    const sheet = makeSheet(setting, chunks[1] ?? {matter: 'body', divisions: [], openings: new Map(), ids: new Set()}, verso, 1, false)
    expect(sheet.pageRanges).toBe('2-')
    expect(sheet.html.match(/class="vacat"/g)).toHaveLength(2)
  })

  it('throws on a node that should have been resolved long before', () => {
    const odd = {...edition, divisions: [makeDivision('odd', [{type: 'reference', url: 'x', children: []}])]}
    const [chunk] = cutChunks(odd)
    if (!chunk) throw new Error('no chunk')
    expect(() => makeSheet({edition: odd, targets: new Set()}, chunk, blankLayout([chunk]), 0, true)).toThrow()
  })

  it('cannot be broken out of by a style sheet', () => {
    const styled = {...edition, styles: {...edition.styles, pdf: 'a::before{content:"</style><script>"}'}}
    const sheet = makeSheet({...setting, edition: styled}, chunks[0] ?? {matter: 'front', divisions: [], openings: new Map(), ids: new Set()}, blankLayout(chunks), 0, true)
    expect(sheet.html).not.toContain('</style><script>')
  })

  it('sets contents with a leader, drawn and not spelt', () => {
    const html = draft[0]?.html ?? ''
    expect(html).toMatch(/<svg class="leader" aria-hidden="true"[^>]*><line[^>]*stroke-dasharray="0 6"/)
    expect(html).toContain(`<a class="folio" href="urn:x:inside-sales">000</a>`)
  })
})
