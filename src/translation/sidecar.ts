/** Between a pair of texts and the record of it: which recorded beads still stand, and what a pair leaves to be recorded. */
import type {Report} from '../core/diagnostic.ts'
import type {Language} from '../core/model.ts'
import type {RecordedBead, Sidecar} from '../core/sidecar.ts'
import type {Bead, Block} from '../core/translation.ts'
import type {Pair} from './pair.ts'
import {matchSequences, placeOnce} from '../core/sequence.ts'

/** What a pair leaves to be recorded: that each bead was made as it stands now. */
export function makeSidecar({source, target, beads}: Pair, sourceLanguage: Language, origin: Pick<Sidecar, 'revision' | 'date'> = {}): Sidecar {
  const hashes = (blocks: readonly Block[] = [], [from, to]: Bead['source']): readonly string[] => blocks.slice(from, to).map(({hash}) => hash)
  return {sourceLanguage, ...origin, beads: beads.map((bead) => ({source: hashes(source.blocks, bead.source), target: hashes(target.blocks, bead.target)}))}
}

/** A recorded bead and where its sides stand now, as places in the lists of blocks; a side that was changed or removed stands nowhere. */
export interface PlacedBead {
  readonly record: RecordedBead
  /** `undefined`: no longer in the text as it was; the empty side of a gap stands anywhere. */
  readonly source: Bead['source'] | undefined
  readonly target: Bead['target'] | undefined
}

/** Finds the sides of recorded beads in the texts as they are. A block that stands more than once is told apart by its neighbours; one that stands once is found wherever it was moved. */
export function placeBeads(record: Sidecar, source: readonly Block[], target: readonly Block[]): readonly PlacedBead[] {
  const [sources, targets] = [placeSide(record.beads.map((bead) => bead.source), source), placeSide(record.beads.map((bead) => bead.target), target)]
  return record.beads.map((bead, at) => ({record: bead, source: sources[at], target: targets[at]}))
}

function placeSide(sides: readonly (readonly string[])[], blocks: readonly Block[]): readonly (Bead['source'] | undefined)[] {
  const [recorded, hashes] = [sides.flat(), blocks.map(({hash}) => hash)]
  const [onceRecorded, once] = [placeOnce(recorded), placeOnce(hashes)]
  const places = matchSequences(recorded, hashes).map((place, at) => place ?? (onceRecorded.get(recorded[at] ?? '') === undefined ? undefined : once.get(recorded[at] ?? '')))
  let at = 0
  return sides.map((side) => {
    const found = side.map(() => places[at++])
    const [first] = found
    if (side.length === 0) return [0, 0]
    return first !== undefined && found.every((place, step) => place === first + step) ? [first, first + side.length] : undefined
  })
}

/** Reports a record most of whose beads stand in neither text: it belongs to another. */
export function checkRecord(record: Sidecar, {source, target}: Pick<Pair, 'source' | 'target'>, file: string, report: Report): void {
  const placed = placeBeads(record, source.blocks ?? [], target.blocks ?? [])
  const lost = placed.filter((bead) => (!bead.source || bead.record.source.length === 0) && (!bead.target || bead.record.target.length === 0))
  if (lost.length * 2 > placed.length) report('translation/stale-record', {lines: lost.length, all: placed.length}, {file, line: lost[0]?.record.line ?? 1})
}
