/** Tables in the order HTML5 asks for: caption, head, bodies, foot; rows of cells. */
import type {Element, ElementContent} from 'hast'
import {h, isElement, textOf, walkElements} from '../core/hast.ts'
import {isBlank} from './content-model.ts'

/** A `table`; what is no part of one stands before it, and nothing stays of one without rows. */
export function settleTable(element: Element): ElementContent[] {
  const parts = element.children.filter((child) => !isBlank(child))
  const captions = parts.filter((child) => isElement(child, 'caption'))
  const strays = parts.filter((child) => !isElement(child, 'caption', 'thead', 'tbody', 'tfoot', 'tr'))
  const heads = bodies(parts, 'thead').filter((head) => !isMute(head)), feet = bodies(parts, 'tfoot')
  const loose = parts.filter((child) => isElement(child, 'tr')).flatMap(settleRow)
  const rows = [...heads.slice(1), ...bodies(parts, 'tbody'), ...(loose.length > 0 ? [h('tbody', {}, loose)] : []), ...feet.slice(1)]
  const all = [...heads.slice(0, 1), ...rows.map((body) => ({...body, tagName: 'tbody'})), ...feet.slice(0, 1)]
  const spare = [...captions.slice(1), ...(all.length === 0 ? captions.slice(0, 1) : [])].map((caption) => ({...caption, tagName: 'div'}))
  const before = [...strays, ...spare].filter((child) => child.type !== 'element' || child.children.length > 0)
  return all.length === 0 ? before : [...before, {...element, children: [...captions.slice(0, 1), ...all]}]
}

function bodies(parts: readonly ElementContent[], tagName: string): Element[] {
  return parts.flatMap((part): Element[] => {
    if (!isElement(part, tagName)) return []
    const rows = part.children.flatMap(settleRow)
    return rows.length > 0 ? [{...part, children: rows}] : []
  })
}

/** A row of cells in a head names its columns. */
function settleRow(row: ElementContent): ElementContent[] {
  if (!isElement(row, 'tr')) return isBlank(row) ? [] : settleRow(h('tr', {}, row))
  const cells = row.children.flatMap((cell): ElementContent[] => isBlank(cell) ? [] : [isElement(cell, 'td', 'th') ? settleCell(cell) : h('td', {}, cell)])
  return cells.length > 0 ? [{...row, children: cells}] : []
}

/** A cell that names nothing is no head of anything: who hears the table would wait for its name. */
function settleCell(cell: Element): Element {
  if (cell.tagName === 'td' || !isMute(cell)) return cell
  const {scope: _, ...properties} = cell.properties
  return {...cell, tagName: 'td', properties}
}

/** Markdown cannot write a table without a head: one without words stands for none. */
function isMute(element: Element): boolean {
  let isSeen = textOf(element).trim() !== ''
  walkElements(element, ({tagName}) => { isSeen ||= tagName === 'img' || tagName === 'svg' || tagName === 'math' })
  return !isSeen
}

/** Header cells of a head get the scope that Markdown cannot say. */
export function scopeHead(head: Element): Element {
  const children = head.children.map((row) => !isElement(row, 'tr') ? row : {
    ...row,
    children: row.children.map((cell) => isElement(cell, 'th') ? {...cell, properties: {scope: 'col', ...cell.properties}} : cell)
  })
  return {...head, children}
}
