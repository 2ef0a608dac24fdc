/** Page geometry from what the publisher wrote: trim sizes by name or measure, margins, type size. */
import type {Numerals} from '../core/folio.ts'
import type {PageGeometry, Typesetting} from '../core/page.ts'

/** Width and height in millimetres (ISO 216, ANSI, and the names that British and American printers use). */
const trimSizes: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['a4', [210, 297]], ['a5', [148, 210]], ['b5', [176, 250]],
  ['letter', [215.9, 279.4]], ['half letter', [139.7, 215.9]],
  ['royal', [156, 234]], ['crown quarto', [189, 246]], ['6x9in', [152.4, 228.6]], ['pocket', [110, 178]]
])

const unitInMillimetres = {mm: 1, cm: 10, in: 25.4} as const

export interface PageSpec {
  readonly trim?: string
  readonly margins?: {readonly top?: number; readonly bottom?: number; readonly inner?: number; readonly outer?: number}
  readonly 'font-size'?: number
  readonly articles?: Typesetting['articles']
  readonly 'running-heads'?: Typesetting['heads']
  readonly numerals?: Numerals
  readonly typeface?: Typesetting['typeface']
  readonly tables?: Typesetting['tables']
  readonly notes?: Typesetting['notes']
  readonly lists?: Typesetting['lists']
  readonly 'large-print'?: {readonly trim?: string; readonly 'font-size'?: number}
}

/** How pages are set. An inner margin that the publisher gives is taken at its word. */
export function makeTypesetting(spec: PageSpec): Typesetting {
  return {
    articles: spec.articles ?? 'auto', heads: spec['running-heads'] ?? 'titles', tables: spec.tables ?? 'turn', lists: spec.lists ?? [],
    notes: spec.notes ?? 'article', typeface: spec.typeface ?? 'serif', gutterGrows: spec.margins?.inner === undefined
  }
}

/** The page of large print: type of 18 points (as the American Printing House for the Blind asks; 16 are the least that is called large print), on a page that bears it. */
export function makeLargePage({'large-print': spec = {}}: PageSpec): PageGeometry | 'trim' {
  return makePageGeometry({trim: spec.trim ?? 'A4', 'font-size': spec['font-size'] ?? 18})
}

/** The geometry, or what is wrong with the trim. Margins default to proportions of the trim: the text stands a little above the middle, and room is left at the binding. */
export function makePageGeometry(spec: PageSpec): PageGeometry | 'trim' {
  const trim = maybeTrim(spec.trim ?? 'A5')
  if (!trim) return 'trim'
  const [width, height] = trim
  const given = spec.margins ?? {}
  return {
    width, height,
    margins: {
      top: given.top ?? round(height * 0.09),
      bottom: given.bottom ?? round(height * 0.115),
      inner: given.inner ?? round(width * 0.12),
      outer: given.outer ?? round(width * 0.112)
    },
    fontSize: spec['font-size'] ?? (width < 140 ? 9.5 : width > 185 ? 11 : 10)
  }
}

function maybeTrim(text: string): readonly [number, number] | undefined {
  const named = trimSizes.get(text.toLowerCase().replaceAll(/\s+/g, ' ').replace('half-letter', 'half letter'))
  if (named) return named
  const measures = /^(\d+(?:\.\d+)?)\s*(mm|cm|in)?\s*[x×]\s*(\d+(?:\.\d+)?)\s*(mm|cm|in)$/i.exec(text.trim())
  if (!measures) return undefined
  const unit = (measures[4] ?? 'mm').toLowerCase() as keyof typeof unitInMillimetres // the expression allows no other
  const first = (measures[2] ?? unit).toLowerCase() as keyof typeof unitInMillimetres // likewise
  const width = Number(measures[1]) * unitInMillimetres[first]
  const height = Number(measures[3]) * unitInMillimetres[unit]
  return width >= 80 && width <= 500 && height >= 100 && height <= 700 ? [round(width), round(height)] : undefined
}

function round(millimetres: number): number {
  return Math.round(millimetres * 10) / 10
}
