/** The part of a grid that is searched: for each row the columns near a guessed path. */
import type {Point} from '../core/sequence.ts'

export interface Band {
  readonly rows: number
  readonly columns: number
  /** First and last column of each row, and the place of its first cell; rows 0 to `rows`. */
  readonly low: Int32Array
  readonly high: Int32Array
  readonly start: Int32Array
  readonly cells: number
}

/** Columns up to `reach` beside the path through `points`, which rise; straight between them. */
export function makeBand(rows: number, columns: number, points: readonly Point[], reach: number): Band {
  const path = tracePath(rows, columns, points)
  const [low, high, start] = [new Int32Array(rows + 1), new Int32Array(rows + 1), new Int32Array(rows + 1)]
  let cells = 0
  for (let i = 0; i <= rows; i++) {
    low[i] = Math.max(0, (path[Math.max(0, i - 2)] ?? 0) - reach)
    high[i] = Math.min(columns, (path[Math.min(rows, i + 2)] ?? columns) + reach)
    start[i] = cells
    cells += (high[i] ?? 0) - (low[i] ?? 0) + 1
  }
  return {rows, columns, low, high, start, cells}
}

/** The place of a cell, or -1 where it is not searched. */
export function cellOf({rows, low, high, start}: Band, i: number, j: number): number {
  const first = low[i] ?? 0
  return i > rows || j < first || j > (high[i] ?? -1) ? -1 : (start[i] ?? 0) + j - first
}

/** Whether a path comes so near to the edge that a better one may lie beyond. */
export function touchesEdge({rows, columns, low, high}: Band, points: readonly Point[]): boolean {
  return points.some(([i, j]) => i > 0 && i < rows && (j <= (low[i] ?? 0) + 2 && (low[i] ?? 0) > 0 || j >= (high[i] ?? 0) - 2 && (high[i] ?? 0) < columns))
}

function tracePath(rows: number, columns: number, points: readonly Point[]): Int32Array {
  const path = new Int32Array(rows + 1)
  const corners: readonly Point[] = [[0, 0], ...points, [rows, columns]]
  for (let at = 1; at < corners.length; at++) {
    const [[i0, j0], [i1, j1]] = [corners[at - 1] ?? [0, 0], corners[at] ?? [rows, columns]]
    for (let i = i0; i <= i1; i++) path[i] = i1 === i0 ? j1 : Math.round(j0 + (j1 - j0) * (i - i0) / (i1 - i0))
  }
  return path
}
