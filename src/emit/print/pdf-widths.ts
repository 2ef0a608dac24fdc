/** Widths of glyphs, from the fonts of a page (PDF 1.7, 9.7.4.3). */
import {objectAt, type PdfFile} from './pdf-reader.ts'

/** How far glyphs reach together, in ems: by the name of the font on the page, and their codes in hexadecimal, four digits each. */
export type AdvanceOf = (font: string, codes: string) => number

type Widths = ReadonlyMap<number, number>

/** A font serves hundreds of pages. */
const widthsByFont = new WeakMap<PdfFile, Map<number, Widths>>()

/** For the page object with this text. */
export function advancesOf(pdf: PdfFile, page: string): AdvanceOf {
  const fonts = new Map([...(/\/Font <<([^>]*)>>/.exec(page)?.[1] ?? '').matchAll(/\/(\S+) (\d+) 0 R/g)].map(([, name = '', n]) => [name, Number(n)]))
  return (font, codes) => {
    const n = fonts.get(font)
    const widths = n === undefined ? undefined : recallWidths(pdf, n)
    return (codes.match(/.{4}/g) ?? []).reduce((sum, code) => sum + (widths?.get(Number.parseInt(code, 16)) ?? 0), 0) / 1000
  }
}

function recallWidths(pdf: PdfFile, n: number): Widths {
  const known = widthsByFont.get(pdf) ?? new Map<number, Widths>()
  widthsByFont.set(pdf, known)
  const widths = known.get(n) ?? readWidths(pdf, n)
  known.set(n, widths)
  return widths
}

/** `/W [3 [250 0 300] 17 20 500]`: rows from a code on, and one width for several. */
function readWidths(pdf: PdfFile, n: number): Widths {
  const descendant = /\/DescendantFonts \[(\d+) 0 R/.exec(objectAt(pdf, n).text)?.[1]
  const {text} = objectAt(pdf, descendant === undefined ? n : Number(descendant))
  const table = /\/W \[((?:[^[\]]|\[[^\]]*\])*)\]/.exec(text)?.[1] ?? ''
  const widths = new Map<number, number>()
  for (const [, first, row, last, width] of table.matchAll(/(\d+)\s+(?:\[([^\]]*)\]|(\d+)\s+(-?[\d.]+))/g)) {
    row?.trim().split(/\s+/).forEach((each, at) => widths.set(Number(first) + at, Number(each)))
    for (let code = Number(first); code <= Number(last ?? -1); code++) widths.set(code, Number(width))
  }
  return widths
}
