/** Where each page of a book goes on which sheet: a pure function of pages, scheme and direction. */
import type {Direction} from '../../core/model.ts'
import type {BookletSetup} from '../../core/paper.ts'
import {foldsOf, unfold, type Grid} from './fold.ts'

export type Imposition = Pick<BookletSetup, 'scheme' | 'signature' | 'perSheet'>

/** A page in its place on one side of a sheet, as seen from that side. */
export interface Cell {
  /** From 0; `undefined` is a blank. */
  readonly page: number | undefined
  /** From the left and from the top, from 0. */
  readonly column: number
  readonly row: number
  /** Whether it stands on its head. */
  readonly turned: boolean
  /** Leaves of the same signature that lie around it: 0 outside. */
  readonly depth: number
}

/** The back is what is seen when the sheet is turned about its upright axis, as a leaf of a book is. */
export interface Sheet {
  readonly front: readonly Cell[]
  readonly back: readonly Cell[]
}

export interface Imposed {
  readonly columns: number
  readonly rows: number
  readonly sheets: readonly Sheet[]
  /** Pages of each signature, in order; none where nothing is folded. */
  readonly signatures: readonly number[]
}

/** Puts so many pages on sheets. What is missing to full sheets is blank, at the end. */
export function imposePages(pages: number, imposition: Imposition, direction: Direction): Imposed {
  const {scheme, perSheet} = imposition
  const size = sizeOf(perSheet)
  const folded = scheme === 'saddle' || scheme === 'perfect'
  const signatures = folded ? cutSignatures(pages, imposition) : []
  const sheets = folded ? foldSignatures(pages, signatures, perSheet) : scheme === 'n-up' ? placeInOrder(pages, perSheet) : cutAndStack(pages, perSheet)
  return {...size, signatures, sheets: direction === 'rtl' ? sheets.map((sheet) => mirror(sheet, size.columns)) : sheets}
}

function sizeOf(perSheet: BookletSetup['perSheet']): {readonly columns: number; readonly rows: number} {
  return {columns: perSheet < 8 ? 2 : 4, rows: perSheet === 2 ? 1 : perSheet === 16 ? 4 : 2}
}

/** One for the saddle; else of equal size, the last one only as large as whole sheets for the rest. */
function cutSignatures(pages: number, {scheme, signature, perSheet}: Imposition): readonly number[] {
  const unit = perSheet * 2
  const padded = Math.ceil(pages / unit) * unit
  const most = scheme === 'saddle' ? padded : signature
  return padded === 0 ? [] : Array.from({length: Math.ceil(padded / most)}, (_, place) => Math.min(most, padded - place * most))
}

/** The sheets of a signature lie within one another: each has as many pages from its beginning as from its end. */
function foldSignatures(pages: number, signatures: readonly number[], perSheet: BookletSetup['perSheet']): readonly Sheet[] {
  let first = 0
  return signatures.flatMap((length) => {
    const begin = first
    first += length
    return Array.from({length: length / (perSheet * 2)}, (_, place) => {
      const from = place * perSheet
      const numbers = [...range(from, perSheet), ...range(length - from - perSheet, perSheet)]
      const leaves = range(0, perSheet).map((leaf) => ({up: numbers[leaf * 2] ?? 0, down: numbers[leaf * 2 + 1] ?? 0, turned: false}))
      const open = foldsOf(perSheet).reduceRight(unfold, [[leaves]] as Grid)
      return makeSheet(open, (number) => ({page: begin + number < pages ? begin + number : undefined, depth: Math.min(number, length - 1 - number) >> 1}))
    })
  })
}

/** The sheet as it lies open: its first page belongs to the front, which is the side below. */
function makeSheet(open: Grid, tell: (number: number) => Pick<Cell, 'page' | 'depth'>): Sheet {
  const columns = open[0]?.length ?? 0
  const side = (face: 'up' | 'down'): readonly Cell[] => open.flatMap((line, row) => line.flatMap((stack, at) => stack.map((leaf): Cell =>
    ({...tell(leaf[face]), row, column: face === 'up' ? at : columns - 1 - at, turned: leaf.turned}))))
  return {front: side('down'), back: side('up')}
}

/** Side after side in the order of reading. */
function placeInOrder(pages: number, perSheet: BookletSetup['perSheet']): readonly Sheet[] {
  const {columns} = sizeOf(perSheet)
  const side = (from: number): readonly Cell[] => range(0, perSheet).map((place) =>
    ({page: from + place < pages ? from + place : undefined, column: place % columns, row: Math.floor(place / columns), turned: false, depth: 0}))
  return range(0, Math.ceil(pages / (perSheet * 2))).map((sheet) => ({front: side(sheet * perSheet * 2), back: side(sheet * perSheet * 2 + perSheet)}))
}

/** Each stack of the cut pile holds leaves that follow one another. */
function cutAndStack(pages: number, perSheet: BookletSetup['perSheet']): readonly Sheet[] {
  const {columns} = sizeOf(perSheet)
  const height = Math.ceil(Math.ceil(pages / 2) / perSheet)
  return range(0, height).map((sheet) => {
    const side = (back: 0 | 1): readonly Cell[] => range(0, perSheet).map((place) => {
      const page = (place * height + sheet) * 2 + back
      const column = place % columns
      return {page: page < pages ? page : undefined, column: back ? columns - 1 - column : column, row: Math.floor(place / columns), turned: false, depth: 0}
    })
    return {front: side(0), back: side(1)}
  })
}

/** For books read from right to left. */
function mirror({front, back}: Sheet, columns: number): Sheet {
  const flip = (cell: Cell): Cell => ({...cell, column: columns - 1 - cell.column})
  return {front: front.map(flip), back: back.map(flip)}
}

function range(from: number, length: number): readonly number[] {
  return Array.from({length}, (_, place) => from + place)
}
