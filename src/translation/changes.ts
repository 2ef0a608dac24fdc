/** What a source says now that its translation does not know of: changed, new and removed blocks, beside the translation as it stands. */
import type {Language} from '../core/model.ts'
import type {RecordedBead, Sidecar} from '../core/sidecar.ts'
import type {Bead, Block} from '../core/translation.ts'
import {countWordsOf} from '../core/words.ts'
import {findFormer} from './former.ts'
import type {Pair} from './pair.ts'
import {makeTally} from './tally.ts'

/** From what a translation is known to have been made. */
export interface Basis {
  readonly kind: 'record' | 'history'
  readonly record: Sidecar
  /** Revision of the source, where version control knows it. */
  readonly revision?: string
  /** Calendar date. */
  readonly date?: string
  /** Blocks of the source as they were, where they can be had. */
  readonly former?: readonly Block[]
}

export interface Change {
  /** `untranslated`: it stood in the source already, and nothing answers to it; `surplus`: the translation says it, the source does not. */
  readonly kind: 'changed' | 'new' | 'removed' | 'untranslated' | 'surplus'
  /** Blocks of the source that are to be translated. */
  readonly source: readonly Block[]
  /** What the translation has at that place. */
  readonly target: readonly Block[]
  /** Markdown of the source from which that was made, where it is known. */
  readonly former?: string
  /** Of the source, to be translated. */
  readonly words: number
  /** The translation was changed as well since. */
  readonly retouched?: true
}

/** Below this an empty side of a bead may be a mistake of the alignment. */
const sure = 0.8

/** Whether a record knows every block of the source, and no other: then nothing need be compared. */
export function isSettled({beads}: Sidecar, now: readonly Block[]): boolean {
  const recorded = beads.flatMap(({source}) => source)
  return recorded.length === now.length && recorded.every(makeTally(now.map(({hash}) => hash)))
}

/** The changes in the order of the texts. Without a basis: only what has no counterpart. */
export function listChanges({source, target, beads}: Pair, basis: Basis | undefined): readonly Change[] {
  const language = source.article.language
  const sides = beads.map((bead) => ({bead, sources: (source.blocks ?? []).slice(...bead.source), targets: (target.blocks ?? []).slice(...bead.target)}))
  if (!basis) return sides.flatMap((side) => findGap(side, language))
  const now = (source.blocks ?? []).map(({hash}) => hash)
  const recorded = basis.record.beads.flatMap((bead) => bead.source)
  const [isKnown, isThere] = [makeTally(recorded), makeTally(now)]
  const vanished = new Set(recorded.filter((hash) => !isThere(hash)))
  const byTarget = indexTargets(basis.record.beads)
  const isRecorded = new Set(basis.record.beads.flatMap((bead) => bead.target))
  return sides.flatMap((side): readonly Change[] => {
    const open = side.sources.filter(({hash}) => !isKnown(hash))
    const origins = [...new Set(side.targets.flatMap(({hash}) => byTarget.get(hash) ?? []))]
    const gone = origins.filter((hash) => vanished.has(hash))
    if (open.length === 0 && gone.length === 0) return basis.kind === 'history' ? findGap(side, language, 'untranslated') : []
    const former = findFormer(basis.former ?? [], vanished, gone, open)
    const retouched = open.length > 0 && side.targets.length > 0 && side.targets.some(({hash}) => !isRecorded.has(hash))
    const kind = side.sources.length === 0 ? 'removed' : side.targets.length === 0 ? 'new' : 'changed'
    return [{kind, source: open.length > 0 ? open : side.sources, target: side.targets, words: countBlocks(open, language), ...(former !== undefined && kind !== 'new' && {former}), ...(retouched && {retouched})}]
  })
}

interface Side {
  readonly bead: Bead
  readonly sources: readonly Block[]
  readonly targets: readonly Block[]
}

/** A block that surely answers to none. */
function findGap({bead: {confidence}, sources, targets}: Side, language: Language, only?: Change['kind']): readonly Change[] {
  if (confidence < sure || sources.length > 0 === targets.length > 0) return []
  const kind = sources.length > 0 ? 'untranslated' : 'surplus'
  return only === undefined || kind === only ? [{kind, source: sources, target: targets, words: countBlocks(sources, language)}] : []
}

/** From which blocks of the source each block of the translation was made. */
function indexTargets(beads: readonly RecordedBead[]): ReadonlyMap<string, readonly string[]> {
  const byTarget = new Map<string, readonly string[]>()
  for (const {source, target} of beads) for (const hash of target) byTarget.set(hash, [...byTarget.get(hash) ?? [], ...source])
  return byTarget
}

/** Words that somebody translates: neither code nor formulas. */
export function countBlocks(blocks: readonly Block[], language: Language): number {
  return blocks.reduce((sum, {kind, words}) => sum + (/^(?:code|math|html)$/.test(kind) ? 0 : countWordsOf(words, language)), 0)
}
