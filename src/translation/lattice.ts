/** All ways to align two spans of blocks, as a grid of moves with costs: the cheapest way, and how much of the probability goes through each of its moves. */
import {cellOf, type Band} from './band.ts'
import type {Comparison} from './comparison.ts'

/** Shapes of beads: blocks of the source, of the target, and how likely a bead has that shape. */
const shapes = [[1, 1, 0.93], [2, 1, 0.012], [1, 2, 0.012], [2, 2, 0.0003]] as const
const [sourcesOf, targetsOf] = [Int8Array.from(shapes, ([sources]) => sources), Int8Array.from(shapes, ([, targets]) => targets)]
const shapeCosts = Float64Array.from(shapes, ([, , probability]) => -Math.log(probability))

/** A step of the way: so many blocks of each side. */
export interface Move {
  readonly i: number
  readonly j: number
  readonly sources: number
  readonly targets: number
}

export interface Lattice {
  readonly band: Band
  /** Cost of the bead of each shape that begins at a cell: as many for each cell as there are shapes. */
  readonly costs: Float32Array
  /** Cost of a block of each side that has no answer: the first of a run, and one behind others. */
  readonly gaps: Readonly<Record<'openSource' | 'extendSource' | 'openTarget' | 'extendTarget', Float64Array>>
}

export interface Corner {readonly i: number; readonly j: number}

/** Weighs all beads within the band; `corner` is where the span begins in the two texts. */
export function makeLattice(band: Band, comparison: Comparison, corner: Corner): Lattice {
  const {sourceGaps, targetGaps} = comparison
  const costs = new Float32Array(band.cells * shapes.length).fill(Infinity)
  for (let i = 0; i < band.rows; i++) {
    for (let j = band.low[i] ?? 0, end = band.high[i] ?? -1; j <= end; j++) {
      const cell = cellOf(band, i, j) * shapes.length
      for (let shape = 0; shape < shapes.length; shape++) {
        const [sources, targets] = [sourcesOf[shape] ?? 1, targetsOf[shape] ?? 1]
        if (cellOf(band, i + sources, j + targets) >= 0) costs[cell + shape] = comparison.beadCost(corner.i + i, sources, corner.j + j, targets) + (shapeCosts[shape] ?? 0)
      }
    }
  }
  const cut = (all: Float64Array, from: number, length: number): Float64Array => all.subarray(from, from + length + 1)
  return {
    band, costs,
    gaps: {
      openSource: cut(sourceGaps.open, corner.i, band.rows), extendSource: cut(sourceGaps.extend, corner.i, band.rows),
      openTarget: cut(targetGaps.open, corner.j, band.columns), extendTarget: cut(targetGaps.extend, corner.j, band.columns)
    }
  }
}

type Combine = (a: number, b: number) => number

/** Costs by cell: after a bead, after a block of the source without an answer, after one of the target. */
export interface Field {
  readonly bead: Float64Array
  readonly source: Float64Array
  readonly target: Float64Array
}

/** From each cell and state to the end, costs times `scale`. Blocks of the source without an answer come before those of the target, so that each way is counted once. */
export function measureBack({band, costs, gaps}: Lattice, combine: Combine, scale: number): Field {
  const field = makeField(band.cells)
  for (let i = band.rows; i >= 0; i--) {
    const [openSource, extendSource] = [(gaps.openSource[i] ?? 0) * scale, (gaps.extendSource[i] ?? 0) * scale]
    for (let j = band.high[i] ?? -1, first = band.low[i] ?? 0; j >= first; j--) {
      const cell = cellOf(band, i, j)
      let on = i === band.rows && j === band.columns ? 0 : Infinity
      for (let shape = 0; shape < shapes.length; shape++) {
        const cost = costs[cell * shapes.length + shape] ?? Infinity
        if (cost < Infinity) on = combine(on, cost * scale + (field.bead[cellOf(band, i + (sourcesOf[shape] ?? 1), j + (targetsOf[shape] ?? 1))] ?? 0))
      }
      const [below, beside] = [cellOf(band, i + 1, j), cellOf(band, i, j + 1)]
      const source = below < 0 ? Infinity : field.source[below] ?? 0
      const target = beside < 0 ? Infinity : field.target[beside] ?? 0
      const before = combine(on, target + (gaps.openTarget[j] ?? 0) * scale)
      field.bead[cell] = combine(before, source + openSource)
      field.source[cell] = combine(before, source + extendSource)
      field.target[cell] = combine(on, target + (gaps.extendTarget[j] ?? 0) * scale)
    }
  }
  return field
}

/** From the beginning to each cell and state. */
export function measureForth({band, costs, gaps}: Lattice, combine: Combine, scale: number): Field {
  const field = makeField(band.cells)
  field.bead[0] = 0
  for (let i = 0; i <= band.rows; i++) {
    const [openSource, extendSource] = [(gaps.openSource[i] ?? 0) * scale, (gaps.extendSource[i] ?? 0) * scale]
    for (let j = band.low[i] ?? 0, end = band.high[i] ?? -1; j <= end; j++) {
      const cell = cellOf(band, i, j)
      const [bead, source, target] = [field.bead[cell] ?? 0, field.source[cell] ?? 0, field.target[cell] ?? 0]
      const answered = combine(bead, source)
      const any = combine(answered, target)
      for (let shape = 0; shape < shapes.length; shape++) {
        const cost = costs[cell * shapes.length + shape] ?? Infinity
        if (cost === Infinity) continue
        const next = cellOf(band, i + (sourcesOf[shape] ?? 1), j + (targetsOf[shape] ?? 1))
        field.bead[next] = combine(field.bead[next] ?? 0, any + cost * scale)
      }
      const [below, beside] = [cellOf(band, i + 1, j), cellOf(band, i, j + 1)]
      if (below >= 0) field.source[below] = combine(bead + openSource, source + extendSource)
      if (beside >= 0) field.target[beside] = combine(answered + (gaps.openTarget[j] ?? 0) * scale, target + (gaps.extendTarget[j] ?? 0) * scale)
    }
  }
  return field
}

function makeField(cells: number): Field {
  return {bead: new Float64Array(cells).fill(Infinity), source: new Float64Array(cells).fill(Infinity), target: new Float64Array(cells).fill(Infinity)}
}

/** The cheapest way from corner to corner. */
export function findPath(lattice: Lattice): readonly Move[] {
  const {band, gaps} = lattice
  const field = measureBack(lattice, Math.min, 1)
  const path: Move[] = []
  let state: keyof Field = 'bead'
  for (let [i, j] = [0, 0]; i < band.rows || j < band.columns;) {
    const cell = cellOf(band, i, j)
    const ways: readonly (readonly [cost: number, sources: number, targets: number, state: keyof Field])[] = [
      ...shapes.map(([sources, targets]) => [costOf(lattice, cell, sources, targets) + at(field.bead, cellOf(band, i + sources, j + targets)), sources, targets, 'bead'] as const),
      [state === 'target' ? Infinity : at(field.source, cellOf(band, i + 1, j)) + at(state === 'source' ? gaps.extendSource : gaps.openSource, i), 1, 0, 'source'],
      [at(field.target, cellOf(band, i, j + 1)) + at(state === 'target' ? gaps.extendTarget : gaps.openTarget, j), 0, 1, 'target']
    ]
    const [, sources, targets, next] = ways.reduce((best, way) => way[0] < best[0] ? way : best)
    path.push({i, j, sources, targets})
    ;[i, j, state] = [i + sources, j + targets, next]
  }
  return path
}

/** The cost of a bead at a cell. */
export function costOf({costs}: Lattice, cell: number, sources: number, targets: number): number {
  return costs[cell * shapes.length + shapes.findIndex((shape) => shape[0] === sources && shape[1] === targets)] ?? Infinity
}

/** A value of a field; infinite outside of the band. */
export function at(field: Float64Array, cell: number): number {
  return cell < 0 ? Infinity : field[cell] ?? Infinity
}
