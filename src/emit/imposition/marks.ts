/** Marks for whoever cuts and folds, as operators of a content stream: crop marks at the corners, broken lines where to fold. */
import {round} from '../../core/lengths.ts'
import type {Box} from './pdf-forms.ts'

export interface MarkSetting {
  /** What is marked. */
  readonly trim: Box
  /** The sheet. Marks that have no room on it are left out. */
  readonly media: Box
  /** Points between the trim and a mark: at least the bleed. */
  readonly offset: number
  /** Where to cut, and where to fold: points from the left, and from the bottom. */
  readonly cuts?: {readonly upright: readonly number[]; readonly level: readonly number[]}
  readonly folds?: {readonly upright: readonly number[]; readonly level: readonly number[]}
}

/** A hairline of a quarter point, 5 mm long or as long as there is room, but no shorter than 2 mm. */
const [longest, shortest] = [14.173, 5.669]

/** The marks, in the colour that is set; they change no state outside of themselves. */
export function drawMarks({trim: [left, bottom, right, top], media, offset, cuts, folds}: MarkSetting): string {
  const room = {left: left - media[0] - offset, bottom: bottom - media[1] - offset, right: media[2] - right - offset, top: media[3] - top - offset}
  const upright = (x: number): readonly string[] => [
    ...drawLine(room.bottom, (length) => `${x} ${round(bottom - offset)} m ${x} ${round(bottom - offset - length)} l S`),
    ...drawLine(room.top, (length) => `${x} ${round(top + offset)} m ${x} ${round(top + offset + length)} l S`)
  ]
  const level = (y: number): readonly string[] => [
    ...drawLine(room.left, (length) => `${round(left - offset)} ${y} m ${round(left - offset - length)} ${y} l S`),
    ...drawLine(room.right, (length) => `${round(right + offset)} ${y} m ${round(right + offset + length)} ${y} l S`)
  ]
  const solid = [...[left, right, ...cuts?.upright ?? []].flatMap(upright), ...[bottom, top, ...cuts?.level ?? []].flatMap(level)]
  const broken = [...(folds?.upright ?? []).flatMap(upright), ...(folds?.level ?? []).flatMap(level)]
  if (solid.length + broken.length === 0) return ''
  return ['q 0.25 w', ...solid, ...(broken.length > 0 ? ['[2 1.5] 0 d', ...broken] : []), 'Q', ''].join('\n')
}

function drawLine(room: number, draw: (length: number) => string): readonly string[] {
  return room >= shortest ? [draw(Math.min(room, longest))] : []
}
