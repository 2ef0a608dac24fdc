/** Sizes of a handout, from comfortable to as tight as can still be read. */
import type {HandoutSetup} from '../../core/handouts.ts'
import {pointsPerMillimetre} from '../../core/lengths.ts'
import {isFullWidth} from '../../core/locale.ts'

/** Millimetres and points. */
export interface Measures {
  readonly width: number
  readonly height: number
  readonly fontSize: number
  /** Of the usual leading of the script. */
  readonly leading: number
  readonly margins: {readonly top: number; readonly bottom: number; readonly side: number}
  readonly gap: number
  readonly columns: 1 | 2
  /** Room below the text for what stands at the foot. */
  readonly foot: number
}

/** Steps from the usual size to the limit. */
export const tightest = 6

/** Beyond: type of 9 points, 1.3 where the usual leading is 1.45, margins of 12 mm. */
export const limits = {fontSize: 9, leading: 1.3 / 1.45, margin: 12} as const

/** Characters of a line that is easy to read; of wide scripts half as many. */
const longestLine = 75
const usual = {side: 18, top: 16, bottom: 13, gap: 8} as const

/** Type of the foot in points, its line and the distance from the text in millimetres. */
export const footType = {size: 7.6, line: 4, distance: 4.5} as const

/** The sizes of a step, 0 the usual one. Two columns where one would have lines too long, at every step alike. */
export function measuresAt(step: number, {paper: {width, height}, fontSize}: HandoutSetup, script: string, source: string): Measures {
  const share = step / tightest
  const between = (from: number, to: number, digits: number): number => Number((from + (Math.min(to, from) - from) * share).toFixed(digits))
  const isWide = isFullWidth(script) || script === 'Kore'
  const foot = footType.distance + footType.line * footLines(source, width - usual.side * 2, isWide)
  const characters = (width - usual.side * 2) * pointsPerMillimetre / (fontSize * (isWide ? 1 : 0.5))
  return {
    width, height, fontSize: between(fontSize, limits.fontSize, 2), leading: between(1, limits.leading, 3),
    margins: {top: between(usual.top, limits.margin, 1), bottom: between(usual.bottom, limits.margin - 2, 1) + foot, side: between(usual.side, limits.margin, 1)},
    gap: between(usual.gap, 6, 1), columns: characters > (isWide ? longestLine / 2 : longestLine) ? 2 : 1, foot
  }
}

/** An estimate; the number of the page takes a place in the first line. */
function footLines(source: string, width: number, isWide: boolean): number {
  return Math.ceil([...source].length * (isWide ? 1 : 0.53) * footType.size / pointsPerMillimetre / (width - 16))
}

/** Width of the text block, in millimetres. */
export function textWidth({width, margins: {side}}: Measures): number {
  return width - side * 2
}

/** Width of a column in em of the text. */
export function columnRoom(measures: Measures): number {
  const width = measures.columns === 2 ? (textWidth(measures) - measures.gap) / 2 : textWidth(measures)
  return width * pointsPerMillimetre / measures.fontSize
}

/** The style sheet of the page. */
export function makePageCss(measures: Measures): string {
  const {width, height, fontSize, leading, gap, margins: {top, bottom, side}} = measures
  const variables = `--text-width:${textWidth(measures)}mm;--text-height:${height - top - bottom}mm;--tighten:${leading};--gap:${gap}mm`
  return `@page{size:${width}mm ${height}mm;margin:${top}mm ${side}mm ${bottom}mm}\n:root{font-size:${fontSize}pt;${variables}}`
}
