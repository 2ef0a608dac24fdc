/** What it costs to say that blocks answer each other: kinds, lengths and signals of two whole texts, weighed together. */
import type {Block} from '../core/translation.ts'
import {makeKindCosts} from './kinds.ts'
import {lengthCost, measureBlock} from './lengths.ts'
import {keptBySort, sortOf, type Signals} from './signals.ts'

/** Costs are −ln of probabilities, so that they add up; 0 is what chance would give. */
export interface Comparison {
  readonly sourceLengths: readonly number[]
  readonly targetLengths: readonly number[]
  readonly sourceGaps: Gaps
  readonly targetGaps: Gaps
  /** What kinds, signals and lengths say of some blocks from `i` in the source and from `j` in the target. */
  readonly beadCost: (i: number, sources: number, j: number, targets: number) => number
  /** The same with another ratio of lengths. */
  readonly withRatio: (ratio: number) => Comparison
}

/** What it costs that a block has no answer, by its place: as the first of a run, and behind others. */
export interface Gaps {
  readonly open: Float64Array
  readonly extend: Float64Array
}

/** Sections come and go as a whole: runs begin with a heading rather than with what follows it. */
const gapCosts = {open: 4, openHeading: 3.2, extend: 1.6, extendHeading: 2.2}
/** Blocks that share a signal with more than so many others say nothing by it. */
const mostShared = 40
const [mostGain, mostLoss] = [14, 7]
/** Code of another length was rewritten, which happens; prose of another length is other prose. */
const mostLengthCost = {code: 3, other: 9}

/** Weighs two texts, given as blocks with their signals. */
export function makeComparison(source: readonly Block[], target: readonly Block[], signals: Signals): Comparison {
  const [sourceLengths, targetLengths] = [source.map(measureBlock), target.map(measureBlock)]
  const {shared, ofSource, ofTarget} = weighSignals(signals)
  const kindCost = makeKindCosts(source, target)
  const sum = (list: readonly number[], from: number, count: number): number => (list[from] ?? 0) + (count > 1 ? list[from + 1] ?? 0 : 0)
  const make = (ratio: number): Comparison => ({
    sourceLengths, targetLengths, sourceGaps: makeGaps(source), targetGaps: makeGaps(target), withRatio: make,
    beadCost: (i, sources, j, targets) => {
      let gain = -sum(ofSource, i, sources) - sum(ofTarget, j, targets)
      let kinds = sources + targets > 2 ? 0 : -Infinity // what is merged or split gains nothing by being of a kind
      for (let a = i; a < i + sources; a++) {
        for (let b = j; b < j + targets; b++) {
          gain += shared[a]?.get(b) ?? 0
          kinds = Math.max(kinds, kindCost(a, b))
        }
      }
      const most = source[i]?.kind === 'code' ? mostLengthCost.code : mostLengthCost.other
      return kinds - Math.max(-mostLoss, Math.min(mostGain, gain)) + Math.min(most, lengthCost(sum(sourceLengths, i, sources), sum(targetLengths, j, targets), ratio))
    }
  })
  return make(1)
}

function makeGaps(blocks: readonly Block[]): Gaps {
  const costs = (heading: number, other: number): Float64Array => Float64Array.from(blocks, ({kind}) => kind.startsWith('heading') ? heading : other)
  return {open: costs(gapCosts.openHeading, gapCosts.open), extend: costs(gapCosts.extendHeading, gapCosts.extend)}
}

interface Evidence {
  /** By places of source and target: what shared signals say for the pair, losses taken back. */
  readonly shared: readonly (ReadonlyMap<number, number> | undefined)[]
  /** What each block loses when none of its signals is shared. */
  readonly ofSource: readonly number[]
  readonly ofTarget: readonly number[]
}

/** Weighs each signal by how rarely the two texts hold it: of 500 blocks one, and it is nearly proof; each second, and it says nothing. */
function weighSignals({source, target}: Signals): Evidence {
  const [placesInSource, placesInTarget] = [placeAll(source), placeAll(target)]
  const weigh = (signal: string): {gain: number; loss: number} => {
    const kept = keptBySort[sortOf(signal)]
    const spared = signal.startsWith('hash:') ? 0.9 : 0 // a whole block does not stand elsewhere by chance
    const rate = Math.max(((placesInSource.get(signal)?.length ?? 1) - spared) / source.length, ((placesInTarget.get(signal)?.length ?? 1) - spared) / target.length)
    return {gain: Math.max(0, Math.log(kept / rate)), loss: Math.max(0, lossOf(signal, kept))}
  }
  const shared: (Map<number, number> | undefined)[] = source.map(() => undefined)
  for (const [signal, places] of placesInSource) {
    const others = placesInTarget.get(signal)
    if (!others || Math.max(places.length, others.length) > mostShared) continue
    const {gain, loss} = weigh(signal)
    for (const i of places) {
      const row = shared[i] ??= new Map()
      for (const j of others) row.set(j, (row.get(j) ?? 0) + gain + 2 * loss)
    }
  }
  const sum = (signals: readonly string[]): number => signals.reduce((all, signal) => all + weigh(signal).loss, 0)
  return {shared, ofSource: source.map(sum), ofTarget: target.map(sum)}
}

/** What it says against a pair that one side lacks a signal of the other. Names are translated, blocks edited and lines of code written anew too often to say anything. */
function lossOf(signal: string, kept: number): number {
  return /^(?:name|hash|line):/.test(signal) ? 0 : -Math.log(1 - kept) / 2
}

function placeAll(lists: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [at, list] of lists.entries()) for (const word of list) {
    const known = places.get(word)
    if (known) known.push(at)
    else places.set(word, [at])
  }
  return places
}
