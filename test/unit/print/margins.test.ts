import {describe, expect, it} from 'vitest'
import type {Division, Edition} from '../../../src/core/model.ts'
import type {Typesetting} from '../../../src/core/page.ts'
import {cutChunks} from '../../../src/emit/print/chunks.ts'
import {articleOpening, findOpenings} from '../../../src/emit/print/openings.ts'
import {blankLayout, layOut} from '../../../src/emit/print/layout.ts'
import {listLeaves, makeMarginSheet} from '../../../src/emit/print/margins.ts'
import {listOccupants, type Places} from '../../../src/emit/print/occupants.ts'
import {makeDivision, makeSampleEdition} from '../../support/edition.ts'

const latin = makeSampleEdition('fr')
const article = (id: string): Division => makeDivision(id, [])
const front: Division = {...makeDivision('half', [], 'half-title'), matter: 'front'}

function makeEdition(divisions: readonly Division[], more: Partial<Typesetting> = {}, base: Edition = latin): Edition {
  const {publication} = base
  return {...base, divisions, publication: {...publication, typesetting: {...publication.typesetting, articles: 'run-on', ...more}}}
}

/** A book of one chunk whose divisions begin on these pages, from 0; those with a stroke not at the top. */
function printed(edition: Edition, pages: number, places: Readonly<Record<string, string>>): readonly [Places, ReturnType<typeof cutChunks>] {
  const rows = Object.entries(places)
  return [{
    pages, pageById: new Map(rows.map(([id, page]) => [id, Number.parseInt(page, 10)])), atTop: new Set(rows.filter(([, page]) => !page.endsWith('-')).map(([id]) => id))
  }, cutChunks(edition)]
}

function leavesOf(edition: Edition, pages: number, places: Readonly<Record<string, string>>): readonly string[] {
  const [print, chunks] = printed(edition, pages, places)
  const layout = layOut(chunks, [print])
  return listLeaves(edition, chunks, layout, [print]).map(({page, side, head, folio}) => `${page} ${side} ${folio}${head === undefined ? '' : ` ${head}`}`)
}

describe('openings', () => {
  const kinds = (edition: Edition): string => [...findOpenings(edition).values()].join(' ')

  it('lets articles run on after one another, but not after a part', () => {
    const divisions = [makeDivision('p', [], 'part'), article('a'), article('b'), makeDivision('i', [], 'index')]
    expect(kinds(makeEdition(divisions))).toBe('recto page run-on recto')
    expect(kinds(makeEdition(divisions, {articles: 'recto'}))).toBe('recto recto recto recto')
  })

  it('goes by the median length when nothing is said', () => {
    const edition = (...words: readonly number[]): Edition => makeEdition(words.map((count, at) => ({...article(`a${at}`), words: count})), {articles: 'auto'})
    expect(articleOpening(edition(100, 200, 5000))).toBe('run-on')
    expect(articleOpening(edition(100, 4000, 5000))).toBe('page')
    expect(articleOpening(edition(100))).toBe('page')
  })

  it('cuts chunks where a page begins, and a long run before an article', () => {
    const divisions = [makeDivision('p', [], 'part'), ...[1, 2, 3, 4].map((n) => ({...article(`a${n}`), words: 1000}))]
    const cut = (pages: number): string => cutChunks(makeEdition(divisions), pages).map((chunk) => [...chunk.openings].map(([id, opening]) => `${id}:${opening}`).join(' ')).join(' | ')
    expect(cut(300)).toBe('p:recto a1:page a2:run-on a3:run-on a4:run-on')
    expect(cut(8)).toBe('p:recto | a1:page a2:run-on | a3:page a4:run-on')
  })
})

describe('heads and folios', () => {
  const divisions = [makeDivision('part', [], 'part'), article('a'), article('b'), article('c'), article('d')]
  const places = {part: '0', a: '1', b: '2-', c: '2-', d: '4'}

  it('names the part on versos and the last article of the page on rectos, on outer sides', () => {
    expect(leavesOf(makeEdition(divisions), 6, places)).toEqual(['2 left 2', '3 right 3 c', '4 left 4 part', '5 right 5 d', '6 left 6 part'])
  })

  it('gives guide words: the first article of a verso, the last of a recto', () => {
    expect(leavesOf(makeEdition(divisions, {heads: 'guide-words'}), 6, places)).toEqual(['2 left 2', '3 right 3 c', '4 left 4 c', '5 right 5 d', '6 left 6 d'])
  })

  it('counts an article that begins at the top as the first of its page', () => {
    const [print, chunks] = printed(makeEdition(divisions), 6, {...places, b: '2'})
    const occupants = listOccupants(chunks[0]!, print, blankLayout(chunks).chunks[0]!)
    expect(occupants.map(({page, first, last, opens}) => `${page} ${first.id} ${last.id}${opens ? ' opens' : ''}`))
      .toEqual(['0 part part opens', '1 a a opens', '2 b c', '3 c c', '4 d d', '5 d d'])
  })

  it('leaves display pages and blank pages bare', () => {
    const edition = makeEdition([front, ...divisions])
    const chunks = cutChunks(edition)
    const prints = [printed(edition, 2, {half: '0'})[0], printed(edition, 6, places)[0]]
    const layout = layOut(chunks, [{...prints[0]!, pages: 1}, prints[1]!])
    expect(listLeaves(edition, chunks, layout, prints)[0]).toMatchObject({page: 4, folio: '2'})
  })

  it('mirrors a book read from right to left', () => {
    const arabic = makeSampleEdition('ar')
    expect(leavesOf(makeEdition(divisions, {}, arabic), 6, places).slice(0, 2)).toEqual(['2 right 2', '3 left 3 c'])
  })

  it('lets no title out of its box', () => {
    const html = makeMarginSheet(latin, latin.publication.page, [{page: 3, side: 'right', head: '</span><b>&', folio: '3'}])
    expect(html).toContain('<div class="leaf right"><div class="head"><span>&#x3C;/span>&#x3C;b>&#x26;</span></div><div class="foot"><span>3</span></div></div>')
    expect(html).toContain('@page{size:148mm 210mm;margin:0}')
  })
})
