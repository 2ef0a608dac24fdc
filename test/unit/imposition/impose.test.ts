/** Imposition, proved by folding, cutting and stacking paper. */
import {describe, expect, it} from 'vitest'
import {imposePages, type Cell, type Imposition} from '../../../src/emit/imposition/impose.ts'
import {cutPile, foldSheet, leafThrough, nest, type ReadPage} from '../../support/paper-folding.ts'

const counts = Array.from({length: 200}, (_, at) => at + 1)
const directions = ['ltr', 'rtl'] as const
const perSheets = [2, 4, 8, 16] as const

/** What is wrong with the book as it was read; nothing when it is sound. */
function judge(read: readonly ReadPage[], pages: number, padding: number, direction: string): readonly string[] {
  const place = `${pages} pages ${direction}`
  return [
    ...(read.every(({page}, at) => page === (at < pages ? at : undefined)) ? [] : [`${place}: read ${read.map(({page}) => page ?? 'blank').join(' ')}`]),
    ...(read.every(({upright}) => upright) ? [] : [`${place}: heads down`]),
    ...(read.length >= pages && read.length - pages < padding ? [] : [`${place}: ${read.length} faces`])
  ]
}

const schemes: readonly Imposition[] = [
  ...perSheets.map((perSheet) => ({scheme: 'saddle', signature: 16, perSheet}) as const),
  ...[8, 16, 32].flatMap((signature) => perSheets.filter((perSheet) => signature % (perSheet * 2) === 0).map((perSheet) => ({scheme: 'perfect', signature, perSheet}) as const))
]

describe('folded sheets', () => {
  it.each(schemes)('read in order and upright: $scheme $signature, $perSheet on a side', (imposition) => {
    const faults = directions.flatMap((direction) => counts.flatMap((pages) => {
      const imposed = imposePages(pages, imposition, direction)
      const unit = imposition.perSheet * 2
      let next = 0
      const book = imposed.signatures.flatMap((length) => {
        const sheets = imposed.sheets.slice(next, next += length / unit)
        return nest(sheets.map((sheet) => foldSheet(sheet, imposed, direction)))
      })
      return [...judge(leafThrough(book), pages, unit, direction), ...(next === imposed.sheets.length ? [] : ['a sheet in no signature'])]
    }))
    expect(faults).toEqual([])
  })

  it('puts the last page beside the first', () => {
    const {sheets: [sheet]} = imposePages(8, {scheme: 'saddle', signature: 16, perSheet: 2}, 'ltr')
    expect(pagesOf(sheet?.front)).toEqual([7, 0])
    expect(pagesOf(sheet?.back)).toEqual([1, 6])
    const {sheets: [mirrored]} = imposePages(8, {scheme: 'saddle', signature: 16, perSheet: 2}, 'rtl')
    expect(pagesOf(mirrored?.front)).toEqual([0, 7])
  })

  it('counts how deep a leaf lies', () => {
    const {sheets} = imposePages(16, {scheme: 'saddle', signature: 16, perSheet: 2}, 'ltr')
    expect(sheets.map(({front, back}) => [...front, ...back].map(({depth}) => depth))).toEqual([0, 1, 2, 3].map((depth) => [depth, depth, depth, depth]))
  })

  it('makes heads meet', () => {
    const {sheets: [sheet]} = imposePages(16, {scheme: 'perfect', signature: 16, perSheet: 8}, 'ltr')
    expect(sheet?.front.filter(({row}) => row === 0).every(({turned}) => turned)).toBe(true)
    expect(sheet?.front.filter(({row}) => row === 1).some(({turned}) => turned)).toBe(false)
  })

  it('needs no sheet for nothing', () => {
    expect(imposePages(0, {scheme: 'saddle', signature: 16, perSheet: 2}, 'ltr').sheets).toEqual([])
  })
})

describe('sheets that are not folded', () => {
  it.each(perSheets)('cut and stacked, read in order: %i on a side', (perSheet) => {
    expect(directions.flatMap((direction) => counts.flatMap((pages) => {
      const imposed = imposePages(pages, {scheme: 'cut-and-stack', signature: 16, perSheet}, direction)
      return judge(leafThrough(cutPile(imposed.sheets, imposed, direction)), pages, perSheet * 2, direction)
    }))).toEqual([])
  })

  it.each(perSheets)('n-up, read line by line: %i on a side', (perSheet) => {
    expect(directions.flatMap((direction) => counts.flatMap((pages) => {
      const {sheets} = imposePages(pages, {scheme: 'n-up', signature: 16, perSheet}, direction)
      const read = sheets.flatMap(({front, back}) => [front, back].flatMap((side) => [...side].sort((a, b) =>
        a.row - b.row || (direction === 'ltr' ? a.column - b.column : b.column - a.column)).map(({page, turned}) => ({page, upright: !turned}))))
      return judge(read, pages, perSheet * 2, direction)
    }))).toEqual([])
  })
})

function pagesOf(side: readonly Cell[] | undefined): readonly (number | undefined)[] {
  return [...side ?? []].sort((a, b) => a.column - b.column).map(({page}) => page)
}
