/** Registration marks: a circle and a cross in the middle of each side, by which plates are laid one upon another. */
import {round} from '../../core/lengths.ts'
import type {Box} from '../imposition/pdf-forms.ts'

/** Points: radius of the circle, half the cross; a hairline of a quarter point. */
const [radius, arm] = [3.4, 5.7]
/** Where the handles of a curve lie that stands for a quarter of a circle. */
const handle = 0.5523

/** Marks halfway between the bleed and the edge of the sheet, in the colour that is set. */
export function drawRegistration(bleed: Box, media: Box): string {
  const [left, bottom, right, top] = bleed
  const [x, y] = [(left + right) / 2, (bottom + top) / 2]
  const centres = [[x, (bottom + media[1]) / 2], [x, (top + media[3]) / 2], [(left + media[0]) / 2, y], [(right + media[2]) / 2, y]] as const
  return `q 0.25 w\n${centres.map(([cx, cy]) => `q 1 0 0 1 ${round(cx)} ${round(cy)} cm ${mark}\nQ\n`).join('')}Q\n`
}

const k = round(radius * handle)
const mark = [
  `${-arm} 0 m ${arm} 0 l S 0 ${-arm} m 0 ${arm} l S ${radius} 0 m ${radius} ${k} ${k} ${radius} 0 ${radius} c ${-k} ${radius} ${-radius} ${k} ${-radius} 0 c`,
  `${-radius} ${-k} ${-k} ${-radius} 0 ${-radius} c ${k} ${-radius} ${radius} ${-k} ${radius} 0 c S`
].join(' ')
