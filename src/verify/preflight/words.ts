/** Pages, sizes and pictures in words. */
import {pointsPerMillimetre} from '../../core/lengths.ts'
import {type Box} from './geometry.ts'

/** Runs of pages that are named before the rest is only counted. */
const most = 8

/** Pages from 1, in order: `page 3`, `pages 1, 3–7, 12 and 20 more`. */
export function namePages(pages: readonly number[]): string {
  const runs: [number, number][] = []
  for (const page of pages) {
    const last = runs.at(-1)
    if (last && page === last[1] + 1) last[1] = page
    else runs.push([page, page])
  }
  const named = runs.slice(0, most).map(([from, to]) => from === to ? String(from) : `${from}–${to}`).join(', ')
  const more = runs.slice(most).reduce((sum, [from, to]) => sum + to - from + 1, 0)
  return `${pages.length === 1 ? 'page' : 'pages'} ${named}${more > 0 ? ` and ${more} more` : ''}`
}

/** Width and height in millimetres, to a tenth. */
export function nameSize(width: number, height: number): string {
  return `${millimetres(width)} × ${millimetres(height)} mm`
}

export function nameBox([left, bottom, right, top]: Box): string {
  return nameSize(right - left, top - bottom)
}

/** From points. */
export function millimetres(points: number): number {
  return Math.round(points / pointsPerMillimetre * 10) / 10
}

/** The pages, from 1, for which something holds. */
export function pagesWhere<T>(all: readonly T[], holds: (page: T, at: number) => boolean): readonly number[] {
  return all.flatMap((page, at) => holds(page, at) ? [at + 1] : [])
}
