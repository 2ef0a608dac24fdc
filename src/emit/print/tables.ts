/** Makes wide tables fit: type and padding by the number of columns, for nothing can be measured before it is printed. */
import type {Element} from 'hast'
import {classesOf, isElement, walkElements} from '../../core/hast.ts'

/** A table with the class `wide` (6 columns and more) or `very-wide` (10 and more), as print.css knows them. */
export function fitTable(table: Element): Element {
  const columns = countColumns(table)
  const size = columns >= 10 ? 'very-wide' : columns >= 6 ? 'wide' : undefined
  if (size === undefined) return table
  return {...table, properties: {...table.properties, className: [...classesOf(table), size]}}
}

/** Cells of the longest row, spans counted. */
export function countColumns(table: Element): number {
  let most = 0
  walkElements(table, (row) => {
    if (row !== table && row.tagName === 'table') return false
    if (row.tagName !== 'tr') return undefined
    const cells = row.children.filter((cell): cell is Element => isElement(cell, 'td', 'th'))
    most = Math.max(most, cells.reduce((sum, cell) => sum + (Number(cell.properties['colSpan']) || 1), 0))
    return undefined
  })
  return most
}
