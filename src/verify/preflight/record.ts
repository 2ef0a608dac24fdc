/** Writes down what an operator puts on the page. */
import {pointsPerMillimetre} from '../../core/lengths.ts'
import {inkOf, isColoured, isLightBlack, isPaper, isRichBlack, type Colour} from './colours.ts'
import type {PageFindings} from './findings.ts'
import {intersect, isEmpty, type Box} from './geometry.ts'

export interface Paint {
  readonly kind: 'text' | 'line' | 'area' | 'picture'
  readonly colour: Colour
  /** Where, as far as the clip lets it be seen. */
  readonly box: Box
  readonly overprint: boolean
  readonly transparent: boolean
}

/** What comes as near to the edge as this, in points, is meant to reach it. */
const reach = 1

/** Whether it can be seen within the edge; marks and slugs cannot. */
export function recordPaint(findings: PageFindings, {kind, colour, box, overprint, transparent}: Paint): boolean {
  if (isEmpty(box) || isEmpty(intersect(box, findings.edge))) return false
  if (transparent) findings.transparent = true
  if (isPaper(colour)) {
    if (overprint) findings.whiteOverprint = true
    return false
  }
  if (overprint) findings.overprint = true
  findings.colours.add(colour.space === 'cmyk' && !isColoured(colour) ? 'grey' : colour.space)
  if (kind === 'text') {
    if (isRichBlack(colour)) findings.richBlack = true
    if (isLightBlack(colour)) findings.lightBlack = true
    return true
  }
  findings.drawn = true
  findings.ink = Math.max(findings.ink, inkOf(colour))
  findings.beyond = Math.min(findings.beyond, measureBeyond(box, findings.edge))
  return true
}

/** How far beyond the edge something goes on those sides where it reaches it. */
function measureBeyond(box: Box, edge: Box): number {
  const distances = [edge[0] - box[0], edge[1] - box[1], box[2] - edge[2], box[3] - edge[3]]
  return Math.min(...distances.map((distance) => distance >= -reach ? Math.max(0, distance) : Infinity))
}

/** Letters at a point: where they stand to the edge, and on which line. */
export function recordLetters(findings: PageFindings, [x, y]: readonly [number, number], letters: number): void {
  const [left, bottom, right, top] = findings.edge
  const margin = Math.min(x - left, y - bottom, right - x, top - y)
  if (margin < 0) findings.cut += letters
  else if (margin < 3 * pointsPerMillimetre) findings.near += letters
  if (margin < 0) return
  findings.glyphs += letters
  findings.lines.add(Math.round(y))
}
