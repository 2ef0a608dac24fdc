/** Large tables as several, for readers that refuse large ones. */
import type {Element, ElementContent} from 'hast'
import {h, isElement, textOf, walkElements} from '../../../core/hast.ts'
import {stripMarks} from '../cut-table.ts'

/** KDP help GZ8BAXASXKB5JVML: beyond 1,800 cells or 20,000 characters a table is not shown as one; fewer than 100 rows are advised. */
const limits = {rows: 99, cells: 1_800, characters: 20_000} as const

interface Size {
  readonly rows: number
  readonly cells: number
  readonly characters: number
}

/** For `replaceNodes`: tables within the limits instead of one beyond them, each with the same head; the caption stays with the first. */
export function cutTable(node: ElementContent): readonly ElementContent[] | undefined {
  if (!isElement(node, 'table') || isWithin(measure(node))) return undefined
  const rows = node.children.flatMap((child) => isElement(child, 'tbody') ? child.children.filter(isRow) : isRow(child) ? [child] : [])
  const heads = node.children.filter((child): child is Element => isElement(child, 'colgroup', 'thead'))
  const feet = node.children.filter((child) => isElement(child, 'tfoot'))
  const runs = listRuns(rows, heads.reduce((sum, head) => add(sum, measure(head)), nothing))
  if (runs.length < 2) return undefined // nothing to cut, or cells that span it all
  return runs.map((run, at) => at === 0
    ? {...node, children: [...node.children.filter((child) => isElement(child, 'caption')), ...heads, h('tbody', {}, run)]}
    : {...node, properties: {...node.properties, id: undefined}, children: [
      ...heads.map(stripMarks),
      h('tbody', {}, run), ...(at === runs.length - 1 ? feet : [])
    ]})
}

/** Runs of rows that fit under the head, cut where no cell reaches over. */
function listRuns(rows: readonly Element[], head: Size): readonly (readonly Element[])[] {
  const runs: Element[][] = []
  let size = head
  let reach = 0 // rows that cells above still cover
  for (const row of rows) {
    const own = measure(row)
    const run = runs.at(-1)
    if (run && (reach > 0 || isWithin(add(size, own)))) {
      run.push(row)
      size = add(size, own)
    } else {
      runs.push([row])
      size = add(head, own)
    }
    reach = Math.max(reach - 1, ...row.children.map((cell) => isElement(cell) ? Number(cell.properties['rowSpan'] ?? 1) - 1 || 0 : 0))
  }
  return runs
}

const nothing: Size = {rows: 0, cells: 0, characters: 0}

function measure(element: Element): Size {
  let [rows, cells] = [0, 0]
  walkElements(element, (each) => {
    if (each.tagName === 'tr') rows++
    if (isElement(each, 'td', 'th')) cells++
  })
  return {rows, cells, characters: textOf(element).length}
}

function add(a: Size, b: Size): Size {
  return {rows: a.rows + b.rows, cells: a.cells + b.cells, characters: a.characters + b.characters}
}

function isWithin({rows, cells, characters}: Size): boolean {
  return rows <= limits.rows && cells <= limits.cells && characters <= limits.characters
}

function isRow(node: ElementContent): node is Element {
  return isElement(node, 'tr')
}
