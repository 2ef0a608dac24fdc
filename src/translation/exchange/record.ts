/** The record of a translation after passages of it have come back: those answer to the source as it is, the others to what they did. */
import type {Language} from '../../core/model.ts'
import type {RecordedBead, Sidecar} from '../../core/sidecar.ts'
import type {Pair} from '../pair.ts'

export interface Renewal {
  /** As it is now, translated back in. */
  readonly pair: Pair
  /** What was known before. */
  readonly base: Pick<Sidecar, 'beads'>
  /** Hashes of the blocks of the source whose translation is done. */
  readonly done: ReadonlySet<string>
  readonly source: Language
}

export function renewRecord({pair: {source, target, beads}, base, done, source: sourceLanguage}: Renewal): Sidecar {
  const said = new Set<RecordedBead>()
  return {sourceLanguage, beads: beads.flatMap((bead): readonly RecordedBead[] => {
    const ours = (source.blocks ?? []).slice(...bead.source).map(({hash}) => hash)
    const theirs = (target.blocks ?? []).slice(...bead.target).map(({hash}) => hash)
    if (theirs.length > 0 && ours.some((hash) => done.has(hash))) return [{source: ours, target: theirs}]
    const known = base.beads.filter((each) => !said.has(each) &&
      (theirs.length > 0 ? each.target.some((hash) => theirs.includes(hash)) : each.target.length === 0 && each.source.some((hash) => ours.includes(hash))))
    for (const each of known) said.add(each)
    return known
  })}
}
