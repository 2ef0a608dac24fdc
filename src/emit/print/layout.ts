/** Where everything stands in print: pages of ids, first pages of chunks, blank pages. */
import type {Numbering} from '../../core/folio.ts'
import type {Id} from '../../core/model.ts'
import type {Chunk} from './chunks.ts'
import type {Opening} from './openings.ts'

/** How one chunk is to be printed, as far as that depends on the chunks before it. */
export interface ChunkLayout {
  /** Physical page of the book, from 1, on which the chunk begins. */
  readonly start: number
  /** Divisions that need a blank page before them so as to begin on a recto, or on a verso. */
  readonly vacats: ReadonlySet<Id>
  /** Whether a blank page ends the chunk, so that the body begins on a recto. */
  readonly closing: boolean
}

export interface Layout extends Numbering {
  readonly chunks: readonly ChunkLayout[]
  /** Physical pages from 1. */
  readonly pageById: ReadonlyMap<Id, number>
  readonly pages: number
  /** Millimetres that the inner margin is wider than the publication's. */
  readonly gutter: number
  /** Articles whose notes stand at their end, because they cannot be set at the foot of pages. */
  readonly endNoted: ReadonlySet<Id>
}

/** How an edition numbers its pages. */
export type NumberStyle = Omit<Numbering, 'frontPages'>

/** What a printed chunk shows: its pages, and the page from 0 of each destination. */
export interface Measure {
  readonly pages: number
  readonly pageById: ReadonlyMap<Id, number>
}

/** The layout before anything is printed: every chunk alone, without blank pages. */
export function blankLayout(chunks: readonly Chunk[], style: NumberStyle = {}): Layout {
  return {
    chunks: chunks.map(() => ({start: 1, vacats: new Set(), closing: false})),
    pageById: new Map(), frontPages: 0, pages: 0, gutter: 0, endNoted: new Set(), ...style
  }
}

/** The measure as it were without the blank pages that its layout put in. */
export function withoutVacats(measure: Measure, {vacats, closing}: ChunkLayout): Measure {
  const openings = [...vacats].map((id) => measure.pageById.get(id) ?? Number.POSITIVE_INFINITY)
  return {
    pages: measure.pages - openings.length - (closing ? 1 : 0),
    pageById: new Map([...measure.pageById].map(([id, page]) => [id, page - openings.filter((opening) => opening <= page).length]))
  }
}

/** Sets the chunks one after another, from measures without blank pages: one sweep forward is exact. */
export function layOut(chunks: readonly Chunk[], measures: readonly Measure[], style: NumberStyle = {}): Layout {
  const layouts: ChunkLayout[] = []
  const pageById = new Map<Id, number>()
  let next = 1
  let frontPages = 0
  chunks.forEach((chunk, k) => {
    const measure = measures[k] ?? {pages: 0, pageById: new Map<Id, number>()}
    const start = next
    const vacats = findVacats(chunk, measure, start)
    const openings = [...vacats].map((id) => measure.pageById.get(id) ?? 0)
    for (const [id, page] of measure.pageById) pageById.set(id, start + page + openings.filter((opening) => opening <= page).length)
    const end = start + measure.pages + vacats.size
    const closing = chunk.matter === 'front' && end % 2 === 0
    layouts.push({start, vacats, closing})
    next = closing ? end + 1 : end
    if (chunk.matter === 'front') frontPages = next - 1
  })
  return {chunks: layouts, pageById, frontPages, pages: next - 1, gutter: 0, endNoted: new Set(), ...style}
}

/** Rectos have odd numbers. */
const sides: ReadonlyMap<Opening, 0 | 1> = new Map([['recto', 1], ['verso', 0]])

/** Divisions that would begin on the wrong side; each blank page moves those after it. */
function findVacats(chunk: Chunk, measure: Measure, start: number): ReadonlySet<Id> {
  const vacats = new Set<Id>()
  for (const {id} of chunk.divisions) {
    const page = measure.pageById.get(id)
    const parity = sides.get(chunk.openings.get(id) ?? 'page')
    if (parity !== undefined && page !== undefined && (start + page + vacats.size) % 2 !== parity) vacats.add(id)
  }
  return vacats
}
