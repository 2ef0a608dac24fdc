/** What a place lacks, and what is there too much, before a release is published to it. Nothing is asked here, nothing changed. */
import type {Release, ReleasedFile} from '../../core/release.ts'
import {archiveFolder, listReleasedFiles, manifestFile, signatureFile} from '../../core/released-files.ts'
import {holdFile, stagingFolder, type Stored} from '../../core/target.ts'

/** What stands at a place by its own manifest. */
export interface Former {
  readonly release: Release
  /** Manifest, sums and signature that are there. */
  readonly records: readonly ReleasedFile[]
}

/** A former state whose files are kept. */
export interface Archived {
  /** Its folder below `editions/`. */
  readonly id: string
  readonly modified: string
  readonly revision?: string
}

/** Index of the kept states, newest first. */
export const archiveIndex = `${archiveFolder}/editions.json`

export interface Situation {
  readonly files: readonly ReleasedFile[]
  /** Manifest, sums, signature of what is to be published. */
  readonly records: readonly ReleasedFile[]
  readonly former?: Former
  readonly stored: readonly Stored[]
  /** Paths where anything may stand. */
  readonly doubtful: readonly string[]
  readonly archived: readonly Archived[]
  /** Former states to keep. */
  readonly keep: number
}

export interface Plan {
  /** What is to be put there, records apart. */
  readonly files: readonly ReleasedFile[]
  /** All of them, or none when nothing changes. */
  readonly records: readonly ReleasedFile[]
  readonly added: readonly ReleasedFile[]
  readonly replaced: readonly ReleasedFile[]
  readonly removed: readonly Stored[]
  readonly unchanged: readonly ReleasedFile[]
  /** Where the former state is kept, and those of its files that change. */
  readonly archive?: {readonly folder: string; readonly paths: readonly string[]}
  /** The index of kept states as it is to be. */
  readonly archived: readonly Archived[]
  /** Former states that are kept no longer, and their files. */
  readonly dropped: readonly Archived[]
  readonly pruned: readonly string[]
}

/** Compares by digest what is to be there with what the manifest there says, and by size with what is there indeed. */
export function planPublishing({files, records, former, stored, doubtful, archived, keep}: Situation): Plan {
  const sizes = new Map(stored.map(({path, size}) => [path, size]))
  const known = new Map([...former ? listReleasedFiles(former.release) : [], ...former?.records ?? []].map((file) => [file.path, file.sha256]))
  const unsure = new Set(doubtful)
  const stands = ({path, size, sha256}: ReleasedFile): boolean => known.get(path) === sha256 && sizes.get(path) === size && !unsure.has(path)
  const wanted = new Set([...files, ...records].map(({path}) => path))
  const changed = files.filter((file) => !stands(file))
  const removed = [...new Set([...known.keys(), ...doubtful, signatureFile])].filter((path) => !wanted.has(path) && sizes.has(path)).sort().map((path) => ({path, size: sizes.get(path) ?? 0}))
  const isIdle = changed.length === 0 && removed.length === 0 && records.every(stands)
  const kept = former && isSuperseded(former, records) ? describeFormer(former) : undefined
  const folder = `${archiveFolder}/${kept?.id}`
  const left = [...changed, ...isIdle ? [] : records, ...removed].map(({path}) => path)
  const index = kept && kept.id !== archived[0]?.id ? [kept, ...archived] : archived // one that was published twice is listed twice: older states lean on the first time
  const stay = new Set(index.slice(0, keep).map(({id}) => id))
  const dropped = archived.filter(({id}) => !stay.has(id))
  const gone = index.filter(({id}) => !stay.has(id)).map(({id}) => `${archiveFolder}/${id}/`)
  return {
    files: changed, records: isIdle ? [] : records, removed, unchanged: files.filter(stands),
    added: changed.filter(({path}) => !sizes.has(path)), replaced: changed.filter(({path}) => sizes.has(path)),
    ...(kept && keep > 0 && {archive: {folder, paths: left.filter((path) => known.has(path) && sizes.has(path) && !sizes.has(`${folder}/${path}`))}}),
    archived: index.slice(0, keep), dropped, pruned: stored.map(({path}) => path).filter((path) => gone.some((each) => path.startsWith(each)))
  }
}

/** A release sent once more, to mend what is there, is no new state. */
function isSuperseded(former: Former, records: readonly ReleasedFile[]): boolean {
  const digestOf = (list: readonly ReleasedFile[]): string | undefined => list.find(({path}) => path === manifestFile)?.sha256
  return digestOf(former.records) !== digestOf(records)
}

function describeFormer({release: {modified, revision}, records}: Former): Archived {
  const digest = (records.find(({path}) => path === manifestFile)?.sha256 ?? '').slice(0, 12)
  return {id: revision ? `${revision.id.slice(0, 12)}-${digest}` : digest, modified, ...(revision && {revision: revision.id})}
}

/** Files at a place that are neither ours nor work of ours. */
export function listForeign(stored: readonly Stored[]): readonly Stored[] {
  return stored.filter(({path}) => path !== holdFile && !path.split('/').includes(stagingFolder))
}

/** The index of kept states; none for anything else. */
export function readArchiveIndex(content: Uint8Array | undefined): readonly Archived[] {
  try {
    const {editions} = JSON.parse(new TextDecoder().decode(content)) as {readonly editions?: unknown}
    return Array.isArray(editions) ? editions.flatMap((value: Partial<Archived> | null) => {
      const {id, modified, revision} = value ?? {}
      return typeof id === 'string' && /^[0-9A-Za-z-]+$/.test(id) && typeof modified === 'string' ? [{id, modified, ...(typeof revision === 'string' && {revision})}] : []
    }) : []
  } catch {
    return []
  }
}

export function writeArchiveIndex(editions: readonly Archived[]): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({editions}, undefined, 2)}\n`)
}
