/** Vertical lines in e-books: which documents have them, and which blocks are too long to stand across them on a small screen. */
import type {Element} from 'hast'
import {classesOf, isElement, textOf, walkElements} from '../../core/hast.ts'
import type {Division, DivisionKind, EditionSpec} from '../../core/model.ts'

/** Set in horizontal lines in vertical books too, as publishers in Japan do. */
const horizontalKinds = new Set<DivisionKind>(['cover', 'imprint', 'colophon'])

/** Whether the lines of a document run from top to bottom; the navigation document belongs to the contents. */
export function isVertical({writing}: Pick<EditionSpec, 'writing'>, {kind}: Pick<Division, 'kind'>): boolean {
  return writing === 'vertical' && !horizontalKinds.has(kind)
}

/** What a telephone shows, in letters and lines. */
const [width, height] = [18, 15]

/** A table or code that such a screen does not hold is marked as long, and runs as the text does; `undefined` for all else. */
export function maybeLong(element: Element): Element | undefined {
  const lines = element.tagName === 'table' ? countRows(element) : element.tagName === 'pre' ? countLines(textOf(element), width * 2) : 0
  return lines > height ? {...element, properties: {...element.properties, className: [...classesOf(element), 'long']}} : undefined
}

function countLines(text: string, room: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].length / room)), 0)
}

/** Lines of all rows, each as high as its fullest cell. */
function countRows(table: Element): number {
  let lines = 0
  walkElements(table, (element) => {
    if (element.tagName !== 'tr') return
    const cells = element.children.filter((cell) => isElement(cell, 'th', 'td'))
    const room = Math.max(1, width / Math.max(1, cells.length) - 1)
    lines += Math.max(1, ...cells.map((cell) => countLines(textOf(cell).trim(), room)))
  })
  return lines
}
