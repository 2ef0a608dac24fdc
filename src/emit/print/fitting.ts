/**
 * Makes tables and formulas fit the page by estimates of their width, for nothing can be measured before it is printed and
 * one line that is too wide would shrink the whole book.
 */
import type {Element, Nodes} from 'hast'
import {classesOf, isElement, textOf} from '../../core/hast.ts'
import {pointsPerMillimetre} from '../../core/lengths.ts'
import type {PageGeometry} from '../../core/page.ts'

const wide = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/

/** Sizes of table type and padding left and right of a cell, in em, as print.css sets them. */
const tableSizes = [
  {name: undefined, scale: 0.86, padding: 1.2},
  {name: 'wide', scale: 0.76, padding: 0.7},
  {name: 'very-wide', scale: 0.64, padding: 0.5}
] as const

/** Width of the text block in em of body text. */
export function roomOf(page: PageGeometry): number {
  return (page.width - page.margins.inner - page.margins.outer) * pointsPerMillimetre / page.fontSize
}

/**
 * A table in the largest type in which the longest word of each column fits, by the classes `wide` and `very-wide`; where
 * none does, `tight` lets words break anywhere.
 */
export function fitTable(table: Element, room: number): Element {
  const columns = measureColumns(table)
  const widest = columns.reduce((sum, width) => sum + width, 0)
  const size = tableSizes.find(({scale, padding}) => (widest + columns.length * padding) * scale <= room)
  const names = size === undefined ? ['very-wide', 'tight'] : size.name === undefined ? [] : [size.name]
  if (names.length === 0) return table
  return {...table, properties: {...table.properties, className: [...classesOf(table), ...names]}}
}

/** Tables of fewer columns are wide by single long words, such as addresses: those may rather break. */
const fewestTurned = 5

/** The same for a page where tables may be turned by 90°: one that does not fit in type of good size is marked `turnable`, and the press decides by its real size. */
export function fitOrTurnTable(table: Element, room: number): Element {
  const fitted = fitTable(table, room)
  const isTurnable = classesOf(fitted).includes('very-wide') && measureColumns(table).length >= fewestTurned
  return isTurnable ? {...fitted, properties: {...fitted.properties, className: [...classesOf(fitted), 'turnable']}} : fitted
}

/** The longest word of each column in em of the table's type; cells over several columns share theirs out. */
export function measureColumns(table: Element): readonly number[] {
  const columns: number[] = []
  for (const row of rowsOf(table)) {
    let column = 0
    for (const cell of row.children) {
      if (!isElement(cell, 'td', 'th')) continue
      const span = Math.min(Math.max(1, Number(cell.properties['colSpan']) || 1), 1000)
      const width = longestWord(cell) / span
      for (const end = column + span; column < end; column++) columns[column] = Math.max(columns[column] ?? 0, width)
    }
  }
  return columns
}

function rowsOf(table: Element): readonly Element[] {
  return table.children.flatMap((child): readonly Element[] => {
    if (child.type !== 'element') return []
    if (child.tagName === 'tr') return [child]
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : []
  })
}

/** The longest run that is not divided, in em. */
function longestWord(cell: Element): number {
  return textOf(cell).split(/[\s\u200b\u2013\u2014-]+/).reduce((most, word) => Math.max(most, widthOf(word)), 0)
}

/** Words of scripts without word spaces break between any two characters. */
function widthOf(word: string): number {
  return wide.test(word) ? 1.1 : [...word].length * 0.6
}

/** A formula in type small enough for one line of the page, down to a third. */
export function fitFormula(math: Element, room: number): Element {
  const width = measureFormula(math)
  if (width <= room) return math
  const scale = Math.max(0.33, Math.floor(room / width * 100) / 100)
  return {...math, properties: {...math.properties, style: `font-size:${scale}em`}}
}

/** An estimate in em: what stands above one another counts once, by its widest line. */
export function measureFormula(node: Nodes): number {
  if (node.type === 'text') return [...node.value.trim()].length * 0.62
  if (!('children' in node)) return 0
  const widths = node.children.filter((child) => child.type !== 'element' || child.tagName !== 'annotation').map(measureFormula)
  const tagName = node.type === 'element' ? node.tagName : ''
  if (tagName === 'mtable' || tagName === 'mfrac' || tagName === 'munderover' || tagName === 'munder' || tagName === 'mover') return Math.max(0, ...widths)
  const sum = widths.reduce((total, width) => total + width, 0)
  return tagName === 'mo' ? sum + 0.5 : tagName === 'mtd' ? sum + 0.8 : sum
}
