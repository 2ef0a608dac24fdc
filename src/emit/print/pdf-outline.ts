/** Writes the outline (bookmarks) from the contents of the edition: titles in logical order, which the browser's own are not. */
import type {NavPoint} from '../../core/model.ts'
import {pdfName, pdfString, type PdfWriter} from './pdf-writer.ts'

interface Item {
  readonly point: NavPoint
  readonly n: number
  readonly children: readonly Item[]
}

/** The number of the outline's root object, or `undefined` when there is nothing to list. Parts stand open, articles closed. */
export function writeOutline(contents: readonly NavPoint[], writer: PdfWriter): number | undefined {
  if (contents.length === 0) return undefined
  const root = writer.reserve()
  const items = numberItems(contents, writer)
  writer.put(root, `<</Type /Outlines\n${endsOf(items)}\n/Count ${countVisible(items, 0)}>>`)
  writeItems(items, root, 0, writer)
  return root
}

function numberItems(points: readonly NavPoint[], writer: PdfWriter): readonly Item[] {
  return points.map((point) => ({point, n: writer.reserve(), children: numberItems(point.children, writer)}))
}

function writeItems(items: readonly Item[], parent: number, depth: number, writer: PdfWriter): void {
  items.forEach(({point, n, children}, place) => {
    const previous = items[place - 1]
    const next = items[place + 1]
    const lines = [
      `/Title ${pdfString(point.title)}`, `/Parent ${parent} 0 R`, `/Dest ${pdfName(point.id)}`,
      ...(previous ? [`/Prev ${previous.n} 0 R`] : []),
      ...(next ? [`/Next ${next.n} 0 R`] : []),
      ...(children.length > 0 ? [endsOf(children), `/Count ${isOpen(point, depth) ? countVisible(children, depth + 1) : -countVisible(children, depth + 1)}`] : [])
    ]
    writer.put(n, `<<${lines.join('\n')}>>`)
    writeItems(children, n, depth + 1, writer)
  })
}

function endsOf(items: readonly Item[]): string {
  return `/First ${items[0]?.n} 0 R\n/Last ${items.at(-1)?.n} 0 R`
}

/** Items that show when their parent is open. */
function countVisible(items: readonly Item[], depth: number): number {
  return items.reduce((sum, {point, children}) => sum + 1 + (isOpen(point, depth) ? countVisible(children, depth + 1) : 0), 0)
}

/** Top level items whose children have children themselves are parts. */
function isOpen(point: NavPoint, depth: number): boolean {
  return depth === 0 && point.children.some(({children}) => children.length > 0)
}
