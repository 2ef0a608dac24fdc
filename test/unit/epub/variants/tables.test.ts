import {describe, expect, it} from 'vitest'
import {h, replaceNodes, textOf, walkElements} from '../../../../src/core/hast.ts'
import {cutTable} from '../../../../src/emit/epub/variants/tables.ts'
import type {Element} from 'hast'

interface Shape {
  readonly rows: number
  readonly columns?: number
  readonly words?: string
  /** Rows that the first cell of each fiftieth row spans. */
  readonly span?: number
}

function makeTable({rows, columns = 2, words = 'x', span = 1}: Shape): Element {
  const row = (name: string, number: number): Element => h('tr', {}, Array.from({length: columns}, (_, column) =>
    h(name, column === 0 && number % 50 === 0 && span > 1 ? {rowSpan: span} : {}, `${words}${number}.${column} `)))
  return h('table', {id: 'sales', className: ['ruled']},
    h('caption', {}, 'Sales'), h('thead', {}, h('tr', {}, Array.from({length: columns}, (_, column) => h('th', {id: `head-${column}`}, `Head${column} `)))),
    h('tbody', {}, Array.from({length: rows}, (_, number) => row('td', number))), h('tfoot', {}, h('tr', {}, h('td', {colSpan: columns}, 'Sum'))))
}

const cut = (table: Element): readonly Element[] => replaceNodes(h('section', {}, table), cutTable).children as Element[]
const bodiesOf = (table: Element): string => table.children.filter((child) => child.type === 'element' && child.tagName === 'tbody').map(textOf).join('')
const countOf = (table: Element, ...names: readonly string[]): number => {
  let count = 0
  walkElements(table, ({tagName}) => { if (names.includes(tagName)) count++ })
  return count
}

describe('cutTable', () => {
  it('leaves a table that is not too large as it is', () => {
    const table = makeTable({rows: 97})
    expect(cut(table)).toEqual([table])
  })

  it.each([
    ['rows', {rows: 300}], ['cells', {rows: 90, columns: 40}], ['characters', {rows: 60, words: 'word '.repeat(60)}], ['spanning cells', {rows: 300, span: 12}]
  ])('cuts one with too many %s, without losing a row', (_, shape) => {
    const table = makeTable(shape)
    const tables = cut(table)
    expect(tables.length).toBeGreaterThan(1)
    expect(tables.map(bodiesOf).join('')).toBe(bodiesOf(table))
    for (const each of tables) {
      expect(countOf(each, 'tr')).toBeLessThanOrEqual(111)
      expect(countOf(each, 'td', 'th')).toBeLessThanOrEqual(1800)
      expect(textOf(each).length).toBeLessThanOrEqual(20_000)
      expect(countOf(each, 'thead')).toBe(1)
    }
    expect(tables.map((each) => [countOf(each, 'caption'), countOf(each, 'tfoot')])).toEqual(tables.map((_each, at) => [at === 0 ? 1 : 0, at === tables.length - 1 ? 1 : 0]))
  })

  it('gives each id once', () => {
    const ids: unknown[] = []
    for (const table of cut(makeTable({rows: 300}))) walkElements(table, ({properties: {id}}) => { if (id !== undefined) ids.push(id) })
    expect(ids).toEqual(['sales', 'head-0', 'head-1'])
  })

  it('cuts no table that one cell spans from top to bottom', () => {
    const table = h('table', {}, h('tbody', {}, h('tr', {}, h('td', {rowSpan: 200}, 'a'), h('td', {}, 'b')), Array.from({length: 199}, () => h('tr', {}, h('td', {}, 'c')))))
    expect(cut(table)).toEqual([table])
  })
})
