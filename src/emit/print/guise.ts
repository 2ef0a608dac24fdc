/** In which guise the settled prints become a file: as the book of paper that they are, or for a screen. */
import {pointsPerMillimetre} from '../../core/lengths.ts'
import {progressionOf} from '../../core/locale.ts'
import type {EditionSpec, Writing} from '../../core/model.ts'
import type {PageGeometry} from '../../core/page.ts'
import type {Chunk} from './chunks.ts'
import type {Layout} from './layout.ts'

export interface Guise {
  /** Physical pages from 1 that the file goes without. */
  readonly leftOut: ReadonlySet<number>
  /** Points by which the text of rectos stands too far to the right, that of versos to the left. */
  readonly shift: number
  /** Red, green, blue from 0 to 1; absent: links look like the text around them. */
  readonly linkColour?: readonly [number, number, number]
  /** Physical pages from 1 whose links go without a line below them, for every line there is one. */
  readonly plain?: ReadonlySet<number>
  /** Whether a reader opens it page by page, each fitted to the window. */
  readonly isPaged: boolean
}

export const paperGuise: Guise = {leftOut: new Set(), shift: 0, isPaged: false}

/** 6.4:1 against white, 3.3:1 against black text (WCAG 2.2, 1.4.3 and G183). */
const linkColour = [0.114, 0.373, 0.667] as const

/** No blank pages, no room for the binding, links in colour. `page` has the margins that were printed. */
export function makeScreenGuise({margins: {inner, outer}}: PageGeometry, chunks: readonly Chunk[], layout: Layout, spec: Pick<EditionSpec, 'direction' | 'writing'>): Guise {
  const shift = (inner - outer) / 2 * pointsPerMillimetre
  return {leftOut: listBlanks(chunks, layout), shift: progressionOf(spec) === 'rtl' ? -shift : shift, linkColour, plain: listPlain(chunks, layout, spec.writing), isPaged: true}
}

/** Pages of contents, lists and index; all pages of vertical lines, beside which a line below would stand across. */
function listPlain(chunks: readonly Chunk[], layout: Layout, writing: Writing): ReadonlySet<number> {
  if (writing === 'vertical') return new Set(Array.from({length: layout.pages}, (_, page) => page + 1))
  const divisions = chunks.flatMap((chunk) => chunk.divisions)
  return new Set(divisions.flatMap(({id, kind}, at) => {
    if (!['contents', 'figures', 'tables', 'index'].includes(kind)) return []
    const first = layout.pageById.get(id) ?? 1
    const next = layout.pageById.get(divisions[at + 1]?.id ?? '') ?? layout.pages + 1
    return Array.from({length: Math.max(1, next - first)}, (_, place) => first + place)
  }))
}

/** Pages that stand empty so that what follows begins on a recto. */
function listBlanks(chunks: readonly Chunk[], layout: Layout): ReadonlySet<number> {
  return new Set(chunks.flatMap((_, place) => {
    const chunkLayout = layout.chunks[place]
    if (!chunkLayout) return []
    const before = [...chunkLayout.vacats].flatMap((id) => layout.pageById.get(id) ?? []).map((page) => page - 1)
    return chunkLayout.closing ? [...before, (layout.chunks[place + 1]?.start ?? layout.pages + 1) - 1] : before
  }))
}
