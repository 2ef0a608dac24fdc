/** Estimates of what a page holds, and the gutter that a thick book asks for. */
import {pointsPerMillimetre} from '../../core/lengths.ts'
import type {PageGeometry} from '../../core/page.ts'

/** Scripts whose lengths are counted in characters. */
const unspaced = new Set(['Jpan', 'Hans', 'Hant', 'Kore', 'Hani'])

/** Words, or characters of scripts without word spaces, that fill a page; only for estimates. */
export function wordsPerPage(page: PageGeometry, script: string): number {
  const width = (page.width - page.margins.inner - page.margins.outer) * pointsPerMillimetre
  const height = (page.height - page.margins.top - page.margins.bottom) * pointsPerMillimetre
  const lines = height / (page.fontSize * (unspaced.has(script) ? 1.75 : 1.45))
  const perLine = unspaced.has(script) ? width / page.fontSize : width / (page.fontSize * 0.5) / 6
  return Math.max(1, lines * perLine * 0.85)
}

/** Pages from which so many millimetres are added at the binding, as print shops ask of glued books. */
const gutters = [[600, 6], [400, 4], [150, 2]] as const

/** What a book of so many pages needs at the binding, in millimetres, beside its inner margin. */
export function gutterFor(pages: number): number {
  return gutters.find(([from]) => pages >= from)?.[1] ?? 0
}

/** The page with its inner margin widened; the text block gives the room. */
export function withGutter(page: PageGeometry, gutter: number): PageGeometry {
  return gutter === 0 ? page : {...page, margins: {...page.margins, inner: page.margins.inner + gutter}}
}
