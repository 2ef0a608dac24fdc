import {describe, expect, it} from 'vitest'
import type {Division} from '../../../src/core/model.ts'
import {h} from '../../../src/core/hast.ts'
import type {Chunk} from '../../../src/emit/print/chunks.ts'
import {blankLayout, layOut, withoutVacats} from '../../../src/emit/print/layout.ts'

const division = (id: string, kind: Division['kind']): Division =>
  ({id, kind, matter: 'body', title: id, head: id, words: 1, tree: h('section', {id})})
const chunk = (matter: Chunk['matter'], ...divisions: readonly Division[]): Chunk => ({
  matter, divisions, ids: new Set(divisions.map(({id}) => id)), openings: new Map(divisions.map(({id, kind}) => [id, kind === 'article' || kind === 'imprint' ? 'page' : 'recto']))
})
const measure = (pages: number, places: Readonly<Record<string, number>>) => ({pages, pageById: new Map(Object.entries(places))})

describe('layOut', () => {
  const front = chunk('front', division('half', 'half-title'), division('title', 'title-page'), division('imprint', 'imprint'), division('contents', 'contents'))
  const body = chunk('body', division('one', 'part'), division('a', 'article'), division('two', 'part'), division('b', 'article'))
  const chunks = [front, body]
  const measures = [measure(4, {half: 0, title: 1, imprint: 2, contents: 3}), measure(5, {one: 0, a: 1, two: 3, b: 4})]

  it('puts blank pages before what would begin on a verso', () => {
    const {chunks: [first, second], pageById} = layOut(chunks, measures)
    expect([...first?.vacats ?? []]).toEqual(['title'])
    expect([...second?.vacats ?? []]).toEqual(['two'])
    expect(pageById.get('title')).toBe(3)
    expect(pageById.get('contents')).toBe(5)
    expect(pageById.get('two')).toBe(11)
    expect(pageById.get('b')).toBe(12)
  })

  it('ends front matter on a verso so that the body begins on a recto', () => {
    const layout = layOut(chunks, measures)
    expect(layout.chunks[0]?.closing).toBe(true)
    expect(layout.frontPages).toBe(6)
    expect(layout.chunks[1]?.start).toBe(7)
    expect(layout.pages).toBe(12)
  })

  it('is a fixed point: what is printed with it measures the same again', () => {
    const layout = layOut(chunks, measures)
    const printed = [measure(6, {half: 0, title: 2, imprint: 3, contents: 4}), measure(6, {one: 0, a: 1, two: 4, b: 5})]
    const again = layOut(chunks, printed.map((each, place) => withoutVacats(each, layout.chunks[place] ?? {start: 1, vacats: new Set(), closing: false})))
    expect(again).toEqual(layout)
  })

  it('knows nothing before the first print', () => {
    const layout = blankLayout(chunks)
    expect(layout.pageById.size).toBe(0)
    expect(layout.chunks.every(({start, closing}) => start === 1 && !closing)).toBe(true)
  })
})
