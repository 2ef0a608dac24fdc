/** Style sheet of the page: trim, mirrored margins, measures that print.css reckons with. */
import {pointsPerMillimetre} from '../../core/lengths.ts'
import type {PageGeometry} from '../../core/page.ts'
import type {ChunkLayout} from './layout.ts'

/** A side of the spread: recto is left where the book is read from right to left. */
export type Side = 'left' | 'right'

/**
 * Whether a chunk begins on a verso: then a page before it is printed and thrown away, for the browser's first page is
 * a recto whatever its number.
 */
export function beginsOnVerso({start}: ChunkLayout): boolean {
  return start % 2 === 0
}

/** Trim and margins, with size and height of the text. */
export function makeTrimCss(page: PageGeometry): string {
  const {width, height, margins: {top, bottom, inner, outer}} = page
  return [
    `@page{size:${width}mm ${height}mm}`,
    `@page:right{margin:${top}mm ${outer}mm ${bottom}mm ${inner}mm}`,
    `@page:left{margin:${top}mm ${inner}mm ${bottom}mm ${outer}mm}`,
    makeMeasureCss(page)
  ].join('\n')
}

/** Type size and size of the text block. */
export function makeMeasureCss({width, height, margins: {top, bottom, inner, outer}, fontSize}: PageGeometry): string {
  return `:root{font-size:${fontSize}pt;--text-height:${height - top - bottom}mm;--text-width:${width - inner - outer}mm}`
}

/** Points from the foot of a page below which no line begins, as the browser counts: without the margin at the top. Type is higher than a millimetre. */
export function lowestLine({margins: {top, bottom}}: PageGeometry): number {
  return (top + bottom + 1) * pointsPerMillimetre
}
