/** What print does for vertical lines: side of the binding, places in first lines, numbers upright, links along lines. */
import {describe, expect, it} from 'vitest'
import {h, textOf, walkElements} from '../../../src/core/hast.ts'
import type {Edition} from '../../../src/core/model.ts'
import {cutChunks} from '../../../src/emit/print/chunks.ts'
import {findTargets, makeSheet} from '../../../src/emit/print/document.ts'
import {setFolio} from '../../../src/emit/print/folios.ts'
import {blankLayout} from '../../../src/emit/print/layout.ts'
import {isFirstOfPage, makeTrimCss} from '../../../src/emit/print/page.ts'
import {placeInFirstLine, settleVertical} from '../../../src/emit/print/vertical.ts'
import {makeSampleEdition} from '../../support/edition.ts'

const sample = makeSampleEdition('ja')
const vertical: Edition = {...sample, spec: {...sample.spec, writing: 'vertical'}}

describe('placeInFirstLine', () => {
  const place = (tree: ReturnType<typeof h>, ...ids: readonly string[]) => placeInFirstLine(tree, new Set(ids))
  const anchor = (id: string) => h('span', {id, className: ['place']})

  it('moves the name of a section into the first words of its heading', () => {
    const tree = place(h('section', {id: 'a', className: ['article']}, h('header', {}, h('h1', {}, '顧客')), h('p', {}, '文')), 'a')
    expect(tree).toEqual(h('section', {className: ['article']}, h('header', {}, h('h1', {}, anchor('a'), '顧客')), h('p', {}, '文')))
  })

  it('keeps names within one another, and those that nothing leads to', () => {
    const tree = place(h('section', {id: 'a'}, h('h2', {id: 'b'}, '題'), h('p', {id: 'c'}, '文')), 'a', 'b')
    expect(tree).toEqual(h('section', {}, h('h2', {}, anchor('b'), anchor('a'), '題'), h('p', {id: 'c'}, '文')))
  })

  it('stands before what loses its form with something in it', () => {
    expect(place(h('p', {id: 'a'}, h('ruby', {}, '字', h('rt', {}, 'じ'))), 'a')).toEqual(h('p', {}, anchor('a'), h('ruby', {}, '字', h('rt', {}, 'じ'))))
    expect(place(h('p', {id: 'a'}, h('span', {className: ['tcy']}, '12')), 'a')).toEqual(h('p', {}, anchor('a'), h('span', {className: ['tcy']}, '12')))
    expect(place(h('figure', {id: 'a'}, h('img', {src: 'x'})), 'a')).toEqual(h('figure', {}, anchor('a'), h('img', {src: 'x'})))
  })

  it('goes into the first cell of a table and the first item of a list', () => {
    expect(place(h('table', {id: 'a'}, h('tr', {}, h('td', {}, '一'))), 'a')).toEqual(h('table', {}, h('tr', {}, h('td', {}, anchor('a'), '一'))))
    expect(place(h('ol', {id: 'a'}, '\n', h('li', {}, '一')), 'a')).toEqual(h('ol', {}, '\n', h('li', {}, anchor('a'), '一')))
  })

  it('leaves an empty place as it is', () => expect(place(h('p', {}, '文', h('span', {id: 'a'})), 'a')).toEqual(h('p', {}, '文', h('span', {id: 'a'}))))
})

describe('a page of vertical lines', () => {
  it('is bound on the right: its first page has the inner margin there, though the browser takes it for a right one', () => {
    const css = makeTrimCss(vertical.publication.page, true)
    expect(css).toContain('@page:right{margin:18mm 20mm 20mm 16mm}')
    expect(css).toContain('@page:left{margin:18mm 16mm 20mm 20mm}')
  })

  it('begins on its right', () => {
    const {page} = vertical.publication // text 112 mm wide: 317 pt
    expect(isFirstOfPage({page: 0, left: 300, top: 585}, page, true)).toBe(true)
    expect(isFirstOfPage({page: 0, left: 240, top: 594}, page, true)).toBe(false)
    expect(isFirstOfPage({page: 0, left: 0, top: 594}, page, false)).toBe(true)
  })

  it('has notes at the end of articles and no turned tables, whatever the publisher says', () => {
    const {publication} = vertical
    const wished: Edition = {...vertical, publication: {...publication, typesetting: {...publication.typesetting, notes: 'foot', tables: 'turn'}}}
    expect(settleVertical(wished).publication.typesetting).toMatchObject({notes: 'article', tables: 'shrink'})
    const horizontal = {...wished, spec: sample.spec}
    expect(settleVertical(horizontal)).toBe(horizontal)
  })
})

describe('a document of vertical lines', () => {
  const targets = findTargets(vertical)
  const chunks = cutChunks(vertical)
  const html = chunks.map((chunk, place) => makeSheet({edition: vertical, targets}, chunk, blankLayout(chunks), place, true).html).join('')

  it('says so at its root, and horizontal ones do not', () => {
    expect(html).toContain('<html lang="ja" dir="ltr" class="vertical">')
    expect(makeSheet({edition: sample, targets}, chunks[0] ?? expect.fail('no chunk'), blankLayout(chunks), 0, true).html).toContain('<html lang="ja" dir="ltr">')
  })

  it('has each place once, none on a whole division', () => {
    for (const id of targets) expect(html.match(new RegExp(` id="${id}"`, 'g'))?.length ?? 0, id).toBeLessThan(2)
    for (const {id} of vertical.divisions) expect(html).toContain(`<span id="${id}" class="place"></span>`)
  })
})

describe('folios in vertical lines', () => {
  const setting = {layout: {...blankLayout([]), pageById: new Map([['a', 12], ['b', 7]])}, terms: vertical.terms, script: 'Jpan', direction: 'ltr', isVertical: true, hrefOf: (id: string) => `#${id}`} as const

  it('stand upright in the room of one letter', () => {
    const entry = h('p', {}, setFolio({type: 'folio', use: 'index', targets: ['a', 'b']}, setting))
    const upright: string[] = []
    walkElements(entry, (element) => { if (String(element.properties['className']) === 'tcy') upright.push(textOf(element)) })
    expect([textOf(entry), upright]).toEqual(['7、12', ['7', '12']])
  })

  it('have leaders from top to bottom', () => {
    const [leader] = setFolio({type: 'folio', use: 'contents', targets: ['a']}, setting)
    expect(leader).toMatchObject({tagName: 'svg', properties: {width: 3}, children: [{properties: {x1: '1.5', x2: '1.5', y1: '100%', y2: '0'}}]})
  })
})
