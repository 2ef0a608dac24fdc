/** From which text of the source each translation was made: as recorded, else as history tells. */
import type {Manuscript, Parsed} from '../core/model.ts'
import {recordPath, type Sidecar} from '../core/sidecar.ts'
import type {History, Revision} from '../core/world.ts'
import {isSettled, type Basis} from './changes.ts'
import {findLastEdits, isSameText} from './last-edits.ts'
import {makeHistoryBasis} from './standing.ts'

export interface Translated {
  readonly source: Parsed
  readonly target: Parsed
  /** The same as files. */
  readonly written: {readonly source: Manuscript; readonly target: Manuscript}
  readonly record?: Sidecar
}

export type Parse = (manuscripts: readonly Manuscript[]) => Promise<readonly Parsed[]>

/** The basis of each translation; `undefined` where neither a record nor history says anything. */
export async function findBases(translated: readonly Translated[], history: History | undefined, parse: Parse): Promise<readonly (Basis | undefined)[]> {
  const revisions = history ? await findRevisions(translated, history) : []
  const formers = history ? await readFormers(translated, revisions, history, parse) : []
  return translated.map(({record, target}, at) => {
    const [revision, former] = [revisions[at], formers[at]]
    if (record) {
      const {revision: id, date} = record
      return {kind: 'record', record, ...(id !== undefined && {revision: id}), ...(date !== undefined && {date}), ...(former?.blocks && {former: former.blocks})}
    }
    return revision && former ? makeHistoryBasis(former, target, revision) : undefined
  })
}

/** The revision whose source text each translation answers to: a record's own, else the last one that changed the translation. */
async function findRevisions(translated: readonly Translated[], history: History): Promise<readonly (Revision | undefined)[]> {
  const asked = translated.flatMap((each) => each.record === undefined ? [each.written.target] : [])
  const [edits, isChanged] = [await findLastEdits(asked, history), await findUncommitted(asked, history)]
  const lastEdit = new Map(asked.map((file, at) => [file, edits[at]]))
  return translated.map(({written: {source, target}, record, source: {blocks = []}}) => {
    if (record) return isSettled(record, blocks) ? undefined : findRecorded(record, target, history)
    const last = lastEdit.get(target)
    return last && isChanged(target) && history.changes(source.file).length > 0 ? history.head : last
  })
}

/** The revision that a record names, else the one in which it was written, else the last that changed the translation. */
function findRecorded({revision, date = ''}: Sidecar, target: Manuscript, history: History): Revision | undefined {
  return revision === undefined ? history.changes(recordPath(target))[0] ?? history.changes(target.file)[0] : {id: revision, date}
}

/** Tells files that were changed since the newest revision: they answer to the source as it stood in that. */
export async function findUncommitted(files: readonly Manuscript[], history: History): Promise<(file: Manuscript) => boolean> {
  const committed = await history.texts(files.map(({file}) => ({revision: history.head.id, path: file})))
  const changed = new Set(files.filter(({text}, at) => !isSameText(committed[at], text)))
  return (file) => changed.has(file)
}

/** The source of each translation in its revision, parsed; today's where nothing was changed. */
async function readFormers(translated: readonly Translated[], revisions: readonly (Revision | undefined)[], history: History, parse: Parse): Promise<readonly (Parsed | undefined)[]> {
  const asked = translated.flatMap(({written}, at) => revisions[at] ? [{at, revision: revisions[at].id, path: written.source.file}] : [])
  const answers = await history.texts(asked)
  const texts = new Map(asked.map(({at}, place) => [at, answers[place]]))
  const older = new Map<string, Manuscript>()
  for (const [at, text] of texts) {
    const now = translated[at]?.written.source
    if (now && text !== undefined && !isSameText(text, now.text)) older.set(`${now.file}\0${text}`, {...now, text})
  }
  const parsed = await parse([...older.values()])
  const parsedByText = new Map([...older.keys()].map((key, at) => [key, parsed[at]]))
  return translated.map(({source, written}, at) => {
    const text = texts.get(at)
    return text === undefined ? undefined : parsedByText.get(`${written.source.file}\0${text}`) ?? source
  })
}
