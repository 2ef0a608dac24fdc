/** A translation beside its source, block by block: as recorded where the record still holds, aligned where it does not. */
import type {Parsed} from '../core/model.ts'
import type {Sidecar} from '../core/sidecar.ts'
import type {Bead, Block} from '../core/translation.ts'
import {alignSpan, compareTexts, countFront, pairFront, splitSame, type TextPair} from './align.ts'
import {keepRising} from '../core/sequence.ts'
import {placeBeads} from './sidecar.ts'

export interface Pair {
  readonly source: Parsed
  readonly target: Parsed
  /** Each block of both sides in one bead. Those of front matter first, paired by kind; the others in the order of both texts. */
  readonly beads: readonly Bead[]
}

/** Pairs two articles that were parsed with `blocks`. Beads recorded and still true on both sides stand, with a confidence of 1. */
export function pairArticles(source: Parsed, target: Parsed, record?: Sidecar): Pair {
  return {source, target, beads: pairBlocks(source.blocks ?? [], target.blocks ?? [], record)}
}

/** The same for lists of blocks. */
export function pairBlocks(source: readonly Block[], target: readonly Block[], record?: Sidecar): readonly Bead[] {
  const [front, frontOfTarget] = [countFront(source), countFront(target)]
  const fixed = record ? keepOrder(listFixed(record, source, target), front, frontOfTarget) : []
  const texts = compareTexts(source, target)
  const alone = record ? listAlone(record) : new Set<string>()
  const beads: Bead[] = [...pairFront(source.slice(0, front), target.slice(0, frontOfTarget))]
  let [i, j] = [front, frontOfTarget]
  for (const bead of [...fixed, endOf(source, target)]) {
    beads.push(...splitSame(alignBetween([source, target], texts, {source: [i, bead.source[0]], target: [j, bead.target[0]]}, alone), source, target), ...bead.confidence > 0 ? [bead] : [])
    ;[i, j] = [bead.source[1], bead.target[1]]
  }
  return beads
}

function endOf({length: i}: readonly Block[], {length: j}: readonly Block[]): Bead {
  return {source: [i, i], target: [j, j], confidence: 0}
}

/** Recorded beads that stand on both sides; those of one side only hold nothing in its place. */
function listFixed(record: Sidecar, source: readonly Block[], target: readonly Block[]): readonly Bead[] {
  return placeBeads(record, source, target).flatMap(({source, target}) => source && target && source[1] > source[0] && target[1] > target[0] ? [{source, target, confidence: 1}] : [])
}

/** Beads behind the front matter, as many as keep the order of both sides: what was moved since is aligned afresh. */
function keepOrder(beads: readonly Bead[], front: number, frontOfTarget: number): readonly Bead[] {
  const behind = new Map(beads.filter(({source, target}) => source[0] >= front && target[0] >= frontOfTarget).map((bead) => [bead.source[0], bead]))
  const points = [...behind.values()].map(({source, target}) => [source[0], target[0]] as const).sort((a, b) => a[0] - b[0])
  return keepRising(points).flatMap(([i]) => behind.get(i) ?? [])
}

/** Blocks between two beads that stand. Where all of them were recorded as having no answer, they have none still. */
function alignBetween([source, target]: readonly (readonly Block[])[], texts: TextPair, span: Pick<Bead, 'source' | 'target'>, alone: ReadonlySet<string>): readonly Bead[] {
  const [[i, end], [j, stop]] = [span.source, span.target]
  if (i === end && j === stop) return []
  if (![...source?.slice(i, end) ?? [], ...target?.slice(j, stop) ?? []].every(({hash}) => alone.has(hash))) return alignSpan(texts, span)
  return [
    ...Array.from({length: end - i}, (_, at): Bead => ({source: [i + at, i + at + 1], target: [j, j], confidence: 1})),
    ...Array.from({length: stop - j}, (_, at): Bead => ({source: [end, end], target: [j + at, j + at + 1], confidence: 1}))
  ]
}

/** Hashes of blocks that were recorded as having no answer. */
function listAlone({beads}: Sidecar): ReadonlySet<string> {
  return new Set(beads.flatMap(({source, target}) => source.length === 0 ? target : target.length === 0 ? source : []))
}
