import {describe, expect, it} from 'vitest'
import {h, textOf, walkElements} from '../../../src/core/hast.ts'
import type {FolioNode} from '../../../src/core/nodes.ts'
import {mergeLocators, setFolio, type FolioSetting} from '../../../src/emit/print/folios.ts'
import {makeSampleEdition} from '../../support/edition.ts'

const pages = new Map([['pre', 4], ['a', 5], ['b', 6], ['b2', 6], ['c', 7], ['d', 12]])
const setting: FolioSetting = {
  layout: {chunks: [], pageById: pages, frontPages: 4, pages: 12, gutter: 0, endNoted: new Set()}, terms: makeSampleEdition('fr').terms, script: 'Latn', direction: 'ltr',
  hrefOf: (id) => id === 'd' ? 'urn:x:d' : `#${id}`
}
const set = (use: FolioNode['use'], targets: readonly string[], other: Partial<FolioSetting> = {}) =>
  h('p', {}, setFolio({type: 'folio', use, targets}, {...setting, ...other}))
const hrefs = (element: ReturnType<typeof h>): readonly unknown[] => {
  const found: unknown[] = []
  walkElements(element, ({properties}) => { if (properties['href']) found.push(properties['href']) })
  return found
}

describe('setFolio', () => {
  it('writes a number in contents and a phrase in the text', () => {
    expect(textOf(set('contents', ['a']))).toBe('1')
    expect(textOf(set('reference', ['d']))).toBe('p. 8')
    expect(hrefs(set('reference', ['d']))).toEqual(['urn:x:d'])
  })

  it('lists each page of an entry once, neighbours as a range, each number a link', () => {
    const locators = set('index', ['d', 'b2', 'a', 'b', 'c'])
    expect(textOf(locators)).toBe('1–3, 8')
    expect(hrefs(locators)).toEqual(['#a', '#c', 'urn:x:d'])
  })

  it('separates numbers as the script does', () => {
    expect(textOf(set('index', ['a', 'd'], {script: 'Arab'}))).toBe('1، 8')
    expect(textOf(set('index', ['a', 'd'], {script: 'Jpan'}))).toBe('1、8')
  })

  it('keeps the place of numbers not yet known', () => {
    expect(textOf(set('contents', ['unprinted']))).toBe('000')
    expect(textOf(set('index', ['x', 'y']))).toBe('000, 000')
  })
})

describe('mergeLocators', () => {
  const merge = (list: readonly (readonly [string, number])[]) => mergeLocators(list.map(([id, page]) => ({id, page})), 4).map(({first, last}) => [first.page, last.page])

  it('does not run from roman to arabic numbers', () => {
    expect(merge([['pre', 4], ['a', 5]])).toEqual([[4, 4], [5, 5]])
  })

  it('sorts by page', () => {
    expect(merge([['x', 20], ['y', 9], ['z', 10]])).toEqual([[9, 10], [20, 20]])
  })
})
