/** Records that a publisher wants written: these translations say what their source says now. */
import type {Language} from '../core/model.ts'
import {formatSidecar, recordPath} from '../core/sidecar.ts'
import type {History} from '../core/world.ts'
import {findUncommitted, type Translated} from './bases.ts'
import {pairArticles} from './pair.ts'
import {makeSidecar} from './sidecar.ts'

/** The records by their path, without those that say so already. `date` is a calendar date. */
export async function planRecords(translated: readonly Translated[], source: Language, date: string, history: History | undefined): Promise<ReadonlyMap<string, string>> {
  const isChanged = history ? await findUncommitted(translated.map(({written}) => written.source), history) : () => true
  return new Map(translated.flatMap(({source: from, target, written, record}) => {
    const revision = isChanged(written.source) ? undefined : history?.changes(written.source.file)[0]?.id
    const sidecar = makeSidecar(pairArticles(from, target, record), source, {date, ...(revision !== undefined && {revision})})
    const isKnown = record?.sourceLanguage === source && formatSidecar({sourceLanguage: source, beads: record.beads}) === formatSidecar({sourceLanguage: source, beads: sidecar.beads})
    return isKnown ? [] : [[recordPath(written.target), formatSidecar(sidecar)] as const]
  }))
}
