/** Places imposed pages on a sheet of paper: scale, position, creep, in points. */
import {points, round} from '../../core/lengths.ts'
import type {Direction} from '../../core/model.ts'
import type {BookletSetup} from '../../core/paper.ts'
import type {Cell, Imposed} from './impose.ts'
import type {MarkSetting} from './marks.ts'
import type {Box, PageForm} from './pdf-forms.ts'

export interface Arrangement {
  readonly media: Box
  /** The block of pages in the middle of the sheet. */
  readonly trim: Box
  /** Of a page to its own size; at most 1. */
  readonly scale: number
  /** Points. */
  readonly page: {readonly width: number; readonly height: number}
  readonly turn: 'short' | 'long'
  readonly lines: Required<Pick<MarkSetting, 'cuts' | 'folds'>>
}

/** The sheet, upright or level, whichever leaves the pages larger. They are made smaller where they do not fit, never larger. */
export function arrangeSheet({width, height}: {readonly width: number; readonly height: number}, {columns, rows}: Imposed, {sheet, scheme}: BookletSetup): Arrangement {
  const [short, long] = [Math.min(sheet.width, sheet.height), Math.max(sheet.width, sheet.height)]
  const fit = (across: number, along: number): number => Math.min(1, across / (columns * width), along / (rows * height))
  const level = fit(long, short) > fit(short, long) || (fit(long, short) === fit(short, long) && columns * width > rows * height)
  const [across, along] = level ? [long, short] : [short, long]
  const scale = fit(across, along)
  const page = {width: points(width * scale), height: points(height * scale)}
  const [blockWidth, blockHeight] = [page.width * columns, page.height * rows]
  const [left, bottom] = [round((points(across) - blockWidth) / 2), round((points(along) - blockHeight) / 2)]
  const lines = {
    upright: inner(columns).map((at) => round(left + at * page.width)),
    level: inner(rows).map((at) => round(bottom + at * page.height))
  }
  const none = {upright: [], level: []}
  return {
    media: [0, 0, points(across), points(along)], trim: [left, bottom, round(left + blockWidth), round(bottom + blockHeight)], scale, page,
    turn: level ? 'short' : 'long',
    lines: {cuts: scheme === 'cut-and-stack' ? lines : none, folds: scheme === 'saddle' || scheme === 'perfect' ? lines : none}
  }
}

/** Operators that set a page into its cell; what creep moves over the edge of the cell is cut off. */
export function placePage(form: PageForm, cell: Cell, {trim, page, scale}: Arrangement, rows: number, creep: number, direction: Direction): string {
  const [left, bottom, right, top] = form.box
  const [x, y] = [round(trim[0] + cell.column * page.width), round(trim[1] + (rows - 1 - cell.row) * page.height)]
  const isRecto = (cell.page ?? 0) % 2 === 0
  const spine = isRecto === (direction === 'ltr') ? -1 : 1 // the side of the spine, for the page itself: left or right
  const shift = spine * points(creep * cell.depth) * scale
  const sign = cell.turned ? -1 : 1
  const [sx, sy] = [page.width / (right - left), page.height / (top - bottom)]
  const [originX, originY] = cell.turned ? [x + page.width - shift + left * sx, y + page.height + bottom * sy] : [x + shift - left * sx, y - bottom * sy]
  return `q ${x} ${y} ${page.width} ${page.height} re W n ${fine(sign * sx)} 0 0 ${fine(sign * sy)} ${round(originX)} ${round(originY)} cm /F${form.object} Do Q\n`
}

/** Places between so many cells. */
function inner(count: number): readonly number[] {
  return Array.from({length: count - 1}, (_, at) => at + 1)
}

function fine(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
