import {describe, expect, it} from 'vitest'
import {classesOf, h} from '../../../src/core/hast.ts'
import {fitFormula, fitOrTurnTable, fitTable, measureColumns, measureFormula} from '../../../src/emit/print/fitting.ts'

const table = (columns: number, word: string) =>
  h('table', {}, h('tbody', {}, h('tr', {}, ...Array.from({length: columns}, () => h('td', {}, word)))))

describe('fitTable', () => {
  it('leaves a table that fits', () => expect(classesOf(fitTable(table(3, 'short words'), 32))).toEqual([]))
  it('sets smaller type where more must fit', () => {
    expect(classesOf(fitTable(table(7, 'merchant'), 32))).toEqual(['wide'])
    expect(classesOf(fitTable(table(9, 'merchant'), 32))).toEqual(['very-wide'])
  })
  it('lets words break as a last resort', () => expect(classesOf(fitTable(table(2, 'x'.repeat(90)), 32))).toEqual(['very-wide', 'tight']))
})

describe('fitOrTurnTable', () => {
  it('offers to turn what has many columns and fits in small type only', () => {
    expect(classesOf(fitOrTurnTable(table(9, 'merchant'), 32))).toEqual(['very-wide', 'turnable'])
    expect(classesOf(fitOrTurnTable(table(30, 'merchant'), 32))).toEqual(['very-wide', 'tight', 'turnable'])
  })
  it('leaves what can be read well, and what is wide by few long words', () => {
    expect(classesOf(fitOrTurnTable(table(7, 'merchant'), 32))).toEqual(['wide'])
    expect(classesOf(fitOrTurnTable(table(3, 'x'.repeat(40)), 32))).toEqual(['very-wide', 'tight'])
  })
})

describe('measureColumns', () => {
  it('takes the longest word of each column, spans shared out', () => {
    const widths = measureColumns(h('table', {}, h('tr', {}, h('td', {colSpan: 2}, 'twelve chars'), h('td', {}, 'abcd')), h('tr', {}, h('td', {}, 'ab'), h('td', {}, 'abcdef'), h('td', {}, 'a'))))
    expect(widths.map((width) => Math.round(width * 10) / 10)).toEqual([1.8, 3.6, 2.4])
  })
  it('breaks scripts without spaces anywhere', () => expect(measureColumns(h('table', {}, h('tr', {}, h('td', {}, '営業'.repeat(40)))))).toEqual([1.1]))
  it('is not misled by an absurd span', () => expect(measureColumns(h('table', {}, h('tr', {}, h('td', {colSpan: 99999999}, 'x')))).length).toBe(1000))
})

describe('fitFormula', () => {
  const sum = (terms: number) => h('math', {}, ...Array.from({length: terms}, (_, n) => n % 2 === 1 ? h('mo', {}, '+') : h('mi', {}, 'x')))
  it('leaves what fits', () => expect(fitFormula(sum(9), 32).properties).toEqual({}))
  it('shrinks what does not, but not to nothing', () => {
    expect(fitFormula(sum(61), 32).properties['style']).toMatch(/^font-size:0\.[4-9]\d*em$/)
    expect(fitFormula(sum(901), 32).properties['style']).toBe('font-size:0.33em')
  })
  it('counts a fraction by its wider half', () => expect(measureFormula(h('mfrac', {}, h('mi', {}, 'abcd'), h('mi', {}, 'x')))).toBeCloseTo(2.48))
})
