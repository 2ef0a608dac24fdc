import {describe, expect, it} from 'vitest'
import {h} from '../../../src/core/hast.ts'
import {blankLayout} from '../../../src/emit/print/layout.ts'
import {pairRuns} from '../../../src/emit/print/page-pairs.ts'
import {inkOf, listUnits, signatureOf} from '../../../src/emit/print/page-units.ts'
import type {Run} from '../../../src/emit/print/pdf-runs.ts'
import {makeSampleEdition} from '../../support/edition.ts'
import {makeSkiaPress} from '../../support/skia-pdf.ts'
import {printWith} from '../../support/print.ts'

const en = makeSampleEdition('en')
const setting = {layout: blankLayout([]), terms: en.terms, script: 'Latn', direction: 'ltr', hrefOf: (id: string) => `#${id}`} as const
const run = (text: string, page = 0): Run => ({isFigure: false, pieces: [{page, text}]})
const figure: Run = {isFigure: true, pieces: [{page: 0, text: ''}]}

describe('signatureOf', () => {
  it('is the same for a text and its print', () => {
    expect(signatureOf('Définition (f)')).toBe(signatureOf('Dé\uFB01nition)f('))
    expect(signatureOf('مرحبا (١)')).toBe(signatureOf(')١( ابحرم'))
    expect(signatureOf('soft\u00ADhyphen')).toBe(signatureOf('soft hyphen'))
    expect(signatureOf('one')).not.toBe(signatureOf('two'))
  })

  it('counts ligatures as what they stand for', () => expect(inkOf('e\uFB03cient ').length).toBe(9))
})

describe('pairRuns', () => {
  const pairsOf = (tree: ReturnType<typeof h>, runs: readonly Run[]): readonly (readonly [string, string])[] => pairRuns(listUnits(tree, setting), runs)
    .map(({run: {pieces}, units}) => [pieces.map(({text}) => text).join(''), units.map(({node}) => node.type === 'text' ? node.value : node.type).join('|') || 'nothing'])

  it('pairs texts in the order of reading', () => {
    expect(pairsOf(h('section', {}, h('p', {}, 'One ', h('em', {}, 'two'))), [run('One'), run('two')])).toEqual([['One', 'One '], ['two', 'two']])
  })

  it('passes over what a style sheet added, and over what it hid', () => {
    const tree = h('section', {}, h('p', {}, 'A first paragraph'), h('p', {}, 'Hidden words here'), h('p', {}, 'A second paragraph'))
    expect(pairsOf(tree, [run('❦'), run('A first paragraph'), run('A second paragraph')]))
      .toEqual([['❦', 'nothing'], ['A first paragraph', 'A first paragraph'], ['A second paragraph', 'A second paragraph']])
  })

  it('knows the head of a table that stands on each page', () => {
    const tree = h('table', {}, h('tr', {}, h('th', {}, 'Price')), h('tr', {}, h('td', {}, '12')))
    expect(pairsOf(tree, [{isFigure: false, pieces: [{page: 0, text: 'Price'}, {page: 1, text: 'Price'}]}, run('12', 1)])).toEqual([['PricePrice', 'Price'], ['12', '12']])
  })

  it('pairs pictures and folios', () => {
    const tree = h('section', {}, h('img', {src: 'a', alt: 'A'}), h('p', {}, 'See ', {type: 'folio', use: 'reference', targets: ['x']}))
    expect(pairsOf(tree, [figure, run('See'), run('p. 000')])).toEqual([['', 'element'], ['See', 'See '], ['p. 000', 'folio']])
  })

  it('knows texts that the browser tells not apart', () => {
    const tree = h('p', {}, 'Ask ', h('span', {}, 'for'), ' it.', h('em', {}, 'Now'))
    expect(pairsOf(tree, [run('Ask for it.'), run('Now')])).toEqual([['Ask for it.', 'Ask |for| it.'], ['Now', 'Now']])
  })

  it('takes as many unknown on both sides for each other', () => {
    const tree = h('section', {}, h('p', {}, 'A first paragraph'), h('p', {}, 'abc'), h('p', {}, 'A second paragraph'))
    expect(pairsOf(tree, [run('A first paragraph'), run('\uFFFD\uFFFD'), run('A second paragraph')])[1]).toEqual(['\uFFFD\uFFFD', 'abc'])
  })
})

describe('the pagination', () => {
  it('names every page but blank ones, each in its division', async () => {
    const {product, edition} = await printWith(makeSkiaPress((id) => id === 'inside-sales' ? 3 : 1))
    const starts = product.pagination?.starts ?? []
    expect(starts.map(({page}) => page)).toEqual([...starts.map(({page}) => page)].sort((a, b) => a - b))
    expect(starts.filter(({division}) => division === 'inside-sales').map(({label}) => label)).toEqual(['2', '3', '4'])
    expect(new Set(starts.map(({division}) => division))).toEqual(new Set(edition.divisions.map(({id}) => id)))
    for (const {label, division} of starts.filter((start, at) => starts[at - 1]?.division !== start.division)) expect(product.folios.get(division)).toBe(label)
  })
})
