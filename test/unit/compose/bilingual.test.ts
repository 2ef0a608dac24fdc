import type {Element, ElementContent, ElementData} from 'hast'
import {describe, expect, it} from 'vitest'
import {cutAtBeads} from '../../../src/compose/bilingual-beads.ts'
import {prefixOf, renameParts} from '../../../src/compose/bilingual-ids.ts'
import {scopeSheet} from '../../../src/compose/bilingual-styles.ts'
import {joinTitles, pairHeadings} from '../../../src/compose/bilingual-titles.ts'
import {joinSpecs, tagOf} from '../../../src/core/bilingual.ts'
import {h, textOf} from '../../../src/core/hast.ts'
import type {Bead} from '../../../src/core/translation.ts'
import {makeSpec} from '../../support/articles.ts'

/** An element with which a block begins. */
function block(tagName: string, at: number | undefined, ...children: readonly (ElementContent | string)[]): Element {
  return {...h(tagName, {}, children), ...(at !== undefined && {data: {block: at} as ElementData})}
}

const bead = (source: readonly [number, number], target: readonly [number, number]): Bead => ({source, target, confidence: 1})
const words = (nodes: readonly ElementContent[]): string => nodes.map(textOf).join(' ')

describe('cutAtBeads', () => {
  it('puts together what says the same', () => {
    const stretches = cutAtBeads([block('h2', 0, 'A'), block('p', 1, 'b'), block('p', 2, 'c')], [block('h2', 0, 'Ä'), block('p', 1, 'β')], [bead([0, 1], [0, 1]), bead([1, 3], [1, 2])])
    expect(stretches.map(({first, second}) => [words(first), words(second)])).toEqual([['A', 'Ä'], ['b c', 'β']])
  })

  it('leaves whole what a bead ends within, and keeps what is no block with what stands before', () => {
    const quote = block('blockquote', undefined, block('p', 1, 'b'), block('p', 2, 'c'))
    const stretches = cutAtBeads([block('p', 0, 'a'), h('hr', {}), quote], [block('p', 0, 'α'), block('p', 1, 'β'), block('p', 2, 'γ')], [bead([0, 1], [0, 1]), bead([1, 2], [1, 2]), bead([2, 3], [2, 3])])
    expect(stretches.map(({first, second}) => [first.length, words(first), words(second)])).toEqual([[2, 'a ', 'α'], [1, 'bc', 'β γ']])
  })

  it('cuts lists between their items, and counts on', () => {
    const list = {...h('ol', {start: 3, id: 'steps'}), children: [block('li', 0, 'a'), block('li', 1, 'b'), block('li', 2, 'c')]}
    const [one, two] = cutAtBeads([list], [block('p', 0, 'α'), block('p', 1, 'β')], [bead([0, 2], [0, 1]), bead([2, 3], [1, 2])])
    expect(one?.first).toMatchObject([{properties: {start: 3, id: 'steps'}}])
    expect(two?.first).toMatchObject([{properties: {start: 5}}])
    expect((two?.first[0] as Element).properties['id']).toBeUndefined()
  })

  it('puts what stands on one side only with its neighbour, unless it is much', () => {
    const first = [block('p', 0, 'a'), block('p', 1, 'b'), block('p', 2, 'c')]
    expect(cutAtBeads(first, [block('p', 0, 'α'), block('p', 1, 'γ')], [bead([0, 1], [0, 1]), bead([1, 2], [1, 1]), bead([2, 3], [1, 2])])).toHaveLength(2)
    const many = Array.from({length: 6}, (_, at) => block('p', at, `${at}`))
    const alone = Array.from({length: 5}, (_, at) => bead([at + 1, at + 2], [1, 1]))
    expect(cutAtBeads(many, [block('p', 0, 'α')], [bead([0, 1], [0, 1]), ...alone])).toHaveLength(6)
  })

  it('loses nothing and keeps the order, whatever trees and beads', () => {
    let seed = 7
    const random = (below: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % below
    const tree = (count: number): ElementContent[] => {
      const children: ElementContent[] = []
      for (let at = 0; at < count;) {
        const size = Math.min(count - at, 1 + random(4))
        const inner = Array.from({length: size}, (_, each) => block(random(5) === 0 ? 'h3' : 'p', at + each, `w${at + each} `))
        const kind = random(6)
        if (kind === 0) children.push(h('ul', {}, inner.map((each) => h('li', {}, each))))
        else if (kind === 1) children.push(h('ol', {}, inner.map((each) => h('li', {}, each, '\n'))))
        else if (kind === 2) children.push(h('blockquote', {}, inner))
        else children.push(...inner)
        if (random(3) === 0) children.push(h('hr', {}), {type: 'text', value: '\n'})
        at += size
      }
      return children
    }
    const cuts = (count: number, beads: number): number[] => [0, ...Array.from({length: beads - 1}, () => random(count + 1)).sort((a, b) => a - b), count]
    for (let round = 0; round < 60; round++) {
      const [n, m, beads] = [random(20), random(20), 1 + random(12)]
      const [first, second, a, b] = [tree(n), tree(m), cuts(n, beads), cuts(m, beads)]
      const stretches = cutAtBeads(first, second, Array.from({length: beads}, (_, at) => bead([a[at] ?? 0, a[at + 1] ?? 0], [b[at] ?? 0, b[at + 1] ?? 0])))
      expect(stretches.flatMap((stretch) => stretch.first).map(textOf).join('')).toBe(first.map(textOf).join(''))
      expect(stretches.flatMap((stretch) => stretch.second).map(textOf).join('')).toBe(second.map(textOf).join(''))
    }
  })
})

describe('editions in two languages', () => {
  const [french, spanish] = [makeSpec('fr', {title: 'Vendre', isbn: {epub: '9783161484100'}, priceCode: '51299'}), makeSpec('es', {title: 'Vender', subtitle: 'Trece ideas'})]

  it('have a name, a title and numbers of their own', () => {
    const spec = joinSpecs(french, spanish)
    expect([tagOf(spec), tagOf(french), spec.title, spec.subtitle, spec.isbn, spec.priceCode]).toEqual(['fr+es', 'fr', 'Vendre / Vender', 'Trece ideas', {}, undefined])
    expect(joinSpecs(french, spanish, {title: 'Vendre, vender', layout: 'columns'})).toMatchObject({title: 'Vendre, vender', pairing: {layout: 'columns', first: {title: 'Vendre'}, second: {title: 'Vender'}}})
  })

  it('show a word that is the same in both once', () => {
    expect(joinTitles({title: 'Marketing'}, {title: 'Marketing'}, spanish)).toEqual({title: 'Marketing'})
    expect(joinTitles({title: 'Client'}, {title: 'Cliente'}, spanish)).toMatchObject({title: 'Client / Cliente', phrases: [{value: 'Client'}, {value: ' / '}, {properties: {lang: 'es', dir: 'ltr'}}]})
  })

  it('list the headings of a bead in one line, and one that has no other alone', () => {
    const point = (id: string) => ({id, title: id.toUpperCase(), children: []})
    expect(pairHeadings([[[point('a')], [point('b')]], [[], [point('c')]], [[point('d')], []]], spanish).map(({id, title, phrases}) => [id, title, phrases !== undefined]))
      .toEqual([['a', 'A / B', true], ['c', 'C', true], ['d', 'D', false]])
  })

  it('have ids in which no two places are one', () => {
    const tree = {type: 'root' as const, children: [h('p', {id: 'a.x', ariaDescribedBy: ['a.y']}, h('a', {href: '#a.y'}), {type: 'folio', use: 'reference', targets: ['a.y']}, h('a', {href: 'https://example.org/#z'}))]}
    const article = {id: 'a', tree}
    const parts = renameParts({arranged: [{articles: [article]}], graph: {targetById: new Map([['a', {id: 'a', slug: 'a', label: 'A'}]])}, index: [{heading: 'A', entries: [{id: 'index-1', heading: 'a', locators: ['a'], see: [], seeAlso: [], subentries: []}]}], articleByMark: new Map([['i1.a', 'a']])} as never, prefixOf('zh-Hans'))
    expect(JSON.stringify(parts.arranged)).toBe(JSON.stringify([{articles: [{id: 'zh-Hans.a', tree: {type: 'root', children: [h('p', {id: 'zh-Hans.a.x', ariaDescribedBy: ['zh-Hans.a.y']}, h('a', {href: '#zh-Hans.a.y'}), {type: 'folio', use: 'reference', targets: ['zh-Hans.a.y']}, h('a', {href: 'https://example.org/#z'}))]}}]}]))
    expect([[...parts.graph.targetById.keys()], [...parts.articleByMark], parts.index[0]?.entries[0]]).toMatchObject([['zh-Hans.a'], [['zh-Hans.i1.a', 'zh-Hans.a']], {id: 'zh-Hans.index-1', locators: ['zh-Hans.a']}])
  })
})

describe('scopeSheet', () => {
  const scope = (css: string): string => scopeSheet(css, '.side', '[lang="ja"]').replaceAll(/\s+/g, ' ').trim()

  it('keeps rules to the sides of one language', () => {
    expect(scope('p, li:is(.a, .b) { margin: 0; } /* x { } */ body { hyphens: none; }')).toBe('.side[lang="ja"] p, .side[lang="ja"] li:is(.a, .b) { margin: 0; } .side[lang="ja"] { hyphens: none; }')
  })

  it('reaches into rules for media, and to divisions that are in the language as a whole', () => {
    expect(scope('@media print { :root { --line: 2px; } section.index > h1 { margin: 0; } }'))
      .toBe('@media print { .side[lang="ja"] { --line: 2px; } .side[lang="ja"] section.index > h1, section.index[lang="ja"] > h1 { margin: 0; } }')
    expect(scope('@font-face { font-family: X; }')).toBe('@font-face { font-family: X; }')
  })
})
