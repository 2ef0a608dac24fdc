/** Matrices and boxes of a page, in points (ISO 32000-2, 8.3). */

export type Matrix = readonly [number, number, number, number, number, number]
/** Left, bottom, right, top. */
export type Box = readonly [number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]
export const everywhere: Box = [-Infinity, -Infinity, Infinity, Infinity]

/** First `a`, then `b`. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5]
  ]
}

export function maybeMatrix(numbers: readonly unknown[]): Matrix | undefined {
  const [a, b, c, d, e, f] = numbers
  const all = [a, b, c, d, e, f]
  return all.every((value) => typeof value === 'number' && Number.isFinite(value)) ? all as unknown as Matrix : undefined // just checked
}

export function place(x: number, y: number, [a, b, c, d, e, f]: Matrix): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** The box around a box that was transformed. */
export function transformBox([left, bottom, right, top]: Box, matrix: Matrix): Box {
  return boundsOf([place(left, bottom, matrix), place(right, bottom, matrix), place(right, top, matrix), place(left, top, matrix)])
}

export function boundsOf(points: readonly (readonly [number, number])[]): Box {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) [left, bottom, right, top] = [Math.min(left, x), Math.min(bottom, y), Math.max(right, x), Math.max(top, y)]
  return [left, bottom, right, top]
}

export function intersect(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
}

export function isEmpty([left, bottom, right, top]: Box): boolean {
  return !(right >= left && top >= bottom)
}

/** Whether the first lies within the second, but for a hundredth of a point. */
export function isWithin([left, bottom, right, top]: Box, outer: Box): boolean {
  return left >= outer[0] - 0.01 && bottom >= outer[1] - 0.01 && right <= outer[2] + 0.01 && top <= outer[3] + 0.01
}

/** By how much a matrix makes lengths larger, on the whole. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c))
}

export function maybeBox(numbers: readonly number[]): Box | undefined {
  const [x0, y0, x1, y1] = numbers
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return undefined
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)]
}
