/** How sure the moves of a path are: what share of the probability of all ways goes through each (forward–backward). */
import {cellOf, type Band} from './band.ts'
import {at, costOf, measureBack, measureForth, type Lattice, type Move} from './lattice.ts'

/** Evidence of a block is not independent, so that sums of it are too sure of themselves. Believed by this part, about half of the beads below 0.5 are wrong (test/bench/alignment.ts). */
const belief = 0.35

/** The probability of each move, 0 to 1; for a block without an answer, that it has none, wherever it stands. */
export function judgePath(lattice: Lattice, path: readonly Move[]): readonly number[] {
  const {band, gaps} = lattice
  const [forth, back] = [measureForth(lattice, addCosts, belief), measureBack(lattice, addCosts, belief)]
  const all = back.bead[0] ?? 0
  const probability = (cost: number): number => Math.exp(Math.min(0, all - cost))
  const judgeSource = (i: number): number => sumRow(band, i, (cell, next) => probability(addCosts(at(forth.bead, cell) + at(gaps.openSource, i) * belief, at(forth.source, cell) + at(gaps.extendSource, i) * belief) + at(back.source, next)))
  const judgeTarget = (j: number): number => sumColumn(band, j, (cell, next) => probability(addCosts(addCosts(at(forth.bead, cell), at(forth.source, cell)) + at(gaps.openTarget, j) * belief, at(forth.target, cell) + at(gaps.extendTarget, j) * belief) + at(back.target, next)))
  return path.map(({i, j, sources, targets}) => {
    if (sources === 0) return judgeTarget(j)
    if (targets === 0) return judgeSource(i)
    const cell = cellOf(band, i, j)
    const before = addCosts(addCosts(at(forth.bead, cell), at(forth.source, cell)), at(forth.target, cell))
    return probability(before + costOf(lattice, cell, sources, targets) * belief + at(back.bead, cellOf(band, i + sources, j + targets)))
  })
}

type Weigh = (cell: number, next: number) => number

function sumRow(band: Band, i: number, weigh: Weigh): number {
  let sum = 0
  for (let j = band.low[i] ?? 0; j <= (band.high[i] ?? -1); j++) sum += weigh(cellOf(band, i, j), cellOf(band, i + 1, j))
  return Math.min(1, sum)
}

function sumColumn(band: Band, j: number, weigh: Weigh): number {
  let sum = 0
  for (let i = 0; i <= band.rows; i++) if (cellOf(band, i, j) >= 0) sum += weigh(cellOf(band, i, j), cellOf(band, i, j + 1))
  return Math.min(1, sum)
}

/** The cost of either of two: −ln(e^−a + e^−b). */
function addCosts(a: number, b: number): number {
  const low = a < b ? a : b
  const difference = Math.abs(a - b) // of two infinite costs no number
  if (!(difference < steps.length / perUnit - 1)) return low
  const step = difference * perUnit
  const below = step | 0
  return low - (steps[below] ?? 0) - ((steps[below + 1] ?? 0) - (steps[below] ?? 0)) * (step - below)
}

/** ln(1 + e^−x) in steps: it is asked for some million times. */
const perUnit = 64
const steps = Float64Array.from({length: 20 * perUnit}, (_, step) => Math.log1p(Math.exp(-step / perUnit)))
