/** Style sheet of the page: trim, mirrored margins, measures that print.css reckons with. */
import {pointsPerMillimetre} from '../../core/lengths.ts'
import type {PageGeometry} from '../../core/page.ts'
import type {ChunkLayout} from './layout.ts'
import type {Destination} from './pdf-reader.ts'

/** A side of the spread: recto is left where the book is read from right to left. */
export type Side = 'left' | 'right'

/**
 * Whether a chunk begins on a verso: then a page before it is printed and thrown away, for the browser's first page is
 * a recto whatever its number.
 */
export function beginsOnVerso({start}: ChunkLayout): boolean {
  return start % 2 === 0
}

/** Trim and margins, with size and height of the text. Vertical lines follow one another from the right, but the browser's first page is still a right one. */
export function makeTrimCss(page: PageGeometry, isVertical = false): string {
  const {width, height, margins: {top, bottom, inner, outer}} = page
  const [left, right] = isVertical ? [outer, inner] : [inner, outer]
  return [
    `@page{size:${width}mm ${height}mm}`,
    `@page:right{margin:${top}mm ${right}mm ${bottom}mm ${left}mm}`,
    `@page:left{margin:${top}mm ${left}mm ${bottom}mm ${right}mm}`,
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

/** Whether the first words of an article stand at the beginning of their page. In vertical lines a heading is large, and three lines at least are before it where something is. */
export function isFirstOfPage({left, top}: Destination, {width, height, margins: {inner, outer}, fontSize}: PageGeometry, isVertical: boolean): boolean {
  return isVertical ? left > (width - inner - outer) * pointsPerMillimetre - fontSize * 5 : top > (height - 1) * pointsPerMillimetre
}
