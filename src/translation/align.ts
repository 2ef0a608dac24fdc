/** Alignment: which blocks of a translation answer which of its source (Gale & Church 1993, with signals that every language keeps). */
import type {Bead, Block} from '../core/translation.ts'
import {makeBand, touchesEdge, type Band} from './band.ts'
import {makeComparison, type Comparison} from './comparison.ts'
import {judgePath} from './confidence.ts'
import {findPath, makeLattice, type Lattice, type Move} from './lattice.ts'
import {estimateRatio} from './lengths.ts'
import {keepRising, placeOnce, type Point} from '../core/sequence.ts'
import {listSignals, type Signals} from './signals.ts'

/** Half of the columns searched at first, beside a way that was found, and the most cells searched at all. */
const [firstReach, judgedReach, mostCells] = [24, 12, 3_000_000]
const enoughAnchors = 8

/** Beads that cover each block of both sides once. Blocks of front matter come first, paired by kind, in the source's order; those behind them keep the order of both sides. */
export function alignBlocks(source: readonly Block[], target: readonly Block[]): readonly Bead[] {
  const [i, j] = [countFront(source), countFront(target)]
  return [...pairFront(source.slice(0, i), target.slice(0, j)), ...splitSame(alignSpan(compareTexts(source, target), {source: [i, source.length], target: [j, target.length]}), source, target)]
}

/** Beads without those that join blocks which are the same on both sides, one by one. */
export function splitSame(beads: readonly Bead[], source: readonly Block[], target: readonly Block[]): readonly Bead[] {
  return beads.flatMap((bead): readonly Bead[] => {
    const [[i, end], [j, stop]] = [bead.source, bead.target]
    const isSame = end - i > 1 && end - i === stop - j && source.slice(i, end).every(({hash}, at) => hash === target[j + at]?.hash)
    return isSame ? source.slice(i, end).map((_, at) => ({...bead, source: [i + at, i + at + 1], target: [j + at, j + at + 1]})) : [bead]
  })
}

/** How many blocks of front matter stand first; a heading of the first depth is one of them where it gives the title instead. */
export function countFront(blocks: readonly Block[]): number {
  const found = blocks.findIndex(({span}) => span !== undefined)
  const first = found < 0 ? blocks.length : found
  return blocks[first]?.kind === 'heading1' && !blocks.slice(0, first).some(({kind}) => kind === 'title') ? first + 1 : first
}

/** Values of front matter answer each other by kind, whatever their order: the first title the first title. */
export function pairFront(source: readonly Block[], target: readonly Block[]): readonly Bead[] {
  const kindOf = (block: Block | undefined): string | undefined => block?.kind === 'heading1' ? 'title' : block?.kind
  const free = new Set(target.keys())
  const pairs = source.map((block, i): Bead => {
    const j = [...free].find((at) => kindOf(target[at]) === kindOf(block))
    if (j === undefined) return {source: [i, i + 1], target: [0, 0], confidence: 1}
    free.delete(j)
    return {source: [i, i + 1], target: [j, j + 1], confidence: 1}
  })
  return [...pairs, ...[...free].map((j): Bead => ({source: [source.length, source.length], target: [j, j + 1], confidence: 1}))]
}

export interface TextPair {
  readonly signals: Signals
  readonly comparison: Comparison
}

/** Weighs two texts as a whole; the ratio of their lengths comes from pairs that are sure without it, where there are few from a first alignment too. */
export function compareTexts(source: readonly Block[], target: readonly Block[]): TextPair {
  const signals = {source: source.map(listSignals), target: target.map(listSignals)}
  const comparison = makeComparison(source, target, signals)
  const {sourceLengths, targetLengths} = comparison
  const measure = (points: readonly Point[]): readonly (readonly [number, number])[] => points
    .filter(([i, j]) => source[i]?.kind !== 'code' && source[i]?.kind === target[j]?.kind).map(([i, j]) => [sourceLengths[i] ?? 1, targetLengths[j] ?? 1])
  const anchors = findAnchors(signals)
  const sure = measure(anchors)
  if (sure.length >= enoughAnchors) return {signals, comparison: comparison.withRatio(estimateRatio(sure))}
  const guess = [meanOf(source, sourceLengths), meanOf(target, targetLengths)] as const
  const guesses = Array.from({length: Math.min(5, Math.min(source.length, target.length) >> 1)}, () => guess) // as good as so many sure pairs
  const first = comparison.withRatio(estimateRatio([...sure, ...guesses]))
  const path = search(source.length, target.length, anchors, (band) => makeLattice(band, first, {i: 0, j: 0}))
  return {signals, comparison: comparison.withRatio(estimateRatio(measure(path.flatMap(({i, j, sources, targets}) => sources === 1 && targets === 1 ? [[i, j] as const] : []))))}
}

/** Mean length of what is not code. */
function meanOf(blocks: readonly Block[], lengths: readonly number[]): number {
  const own = lengths.filter((_, at) => blocks[at]?.kind !== 'code')
  return own.reduce((sum, length) => sum + length, 1) / Math.max(1, own.length)
}

/** Aligns the blocks between two places of a pair. */
export function alignSpan({signals, comparison}: TextPair, span: Pick<Bead, 'source' | 'target'>): readonly Bead[] {
  const [[i, end], [j, stop]] = [span.source, span.target]
  const points = findAnchors({source: signals.source.slice(i, end), target: signals.target.slice(j, stop)})
  const make = (band: Band): Lattice => makeLattice(band, comparison, {i, j})
  const path = search(end - i, stop - j, points, make)
  const confidences = judgePath(make(makeBand(end - i, stop - j, path.map((move) => [move.i, move.j]), judgedReach)), path)
  return path.map((move, at) => ({source: [i + move.i, i + move.i + move.sources], target: [j + move.j, j + move.j + move.targets], confidence: confidences[at] ?? 0}))
}

/** The cheapest way near the anchors; farther away while the way found runs along the edge. */
function search(rows: number, columns: number, points: readonly Point[], make: (band: Band) => Lattice): readonly Move[] {
  for (let reach = firstReach; ; reach *= 2) {
    const band = makeBand(rows, columns, points, reach)
    const path = findPath(make(band))
    const isWidest = reach >= columns || rows * reach * 4 > mostCells
    if (isWidest || !touchesEdge(band, path.map(({i, j}) => [i, j]))) return path
  }
}

/** Blocks that share a signal which stands once on each side, as many as keep the order of both. */
function findAnchors({source, target}: Signals): readonly Point[] {
  const [inSource, inTarget] = [placeSignals(source), placeSignals(target)]
  const points = [...inSource].flatMap(([signal, i]) => {
    const j = inTarget.get(signal)
    return i === undefined || j === undefined ? [] : [[i, j] as const]
  })
  return keepRising(points.sort((a, b) => a[0] - b[0] || b[1] - a[1]))
}

/** The block of each signal but names; `undefined` for one that stands in several. */
function placeSignals(blocks: readonly (readonly string[])[]): ReadonlyMap<string, number | undefined> {
  const found = blocks.flatMap((signals, at) => signals.filter((signal) => !signal.startsWith('name:')).map((signal) => ({signal, at})))
  const once = placeOnce(found.map(({signal}) => signal))
  return new Map([...once].map(([signal, at]) => [signal, at === undefined ? undefined : found[at]?.at]))
}
