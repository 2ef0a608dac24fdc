/** Millimetres, in which publishers measure, and points, in which type and PDF do. */

export const pointsPerMillimetre = 72 / 25.4

/** Points, as a PDF writes them. */
export function points(millimetres: number): number {
  return round(millimetres * pointsPerMillimetre)
}

/** To a thousandth: finer than any press. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
