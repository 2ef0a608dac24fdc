/** The publication's folder as version control keeps it in some revision: another list of files, other bytes, nothing else. */
import {type Listed, ReadError, type WorkingRevision} from '../core/world.ts'
import {isRevision, runGit} from './history.ts'

/** What stands in for the folder of today. */
export interface OlderFolder {
  readonly list: () => Promise<readonly Listed[]>
  /** Throws `ReadError`. */
  readonly read: (path: string) => Promise<Uint8Array>
}

interface Blob extends Listed {
  readonly name: string
}

const textFile = /\.(?:md|markdown|txt|ya?ml|html?|css|beads)$/i

/** The folder in a revision, by any name that it goes by; `undefined` where there is none of that name, or no version control. */
export async function maybeOlderFolder(folder: string, revision: string, signal: AbortSignal): Promise<OlderFolder | undefined> {
  if (!isRevision(revision)) return undefined
  try {
    const id = (await runGit(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`], signal)).toString().trim()
    const blobs = parseTree((await runGit(folder, ['ls-tree', '-r', '-z', '-l', id, '.'], signal)).toString())
    const texts = readTexts(folder, blobs, signal)
    return {
      list: async () => [...blobs.values()].map(({path, size, refused}) => ({path, size, ...(refused && {refused})})),
      read: async (path) => {
        const blob = blobs.get(path)
        if (!blob || blob.refused) throw new ReadError(`${path}, which ${revision} does not have`)
        return (await texts).get(blob.name) ?? runGit(folder, ['cat-file', 'blob', blob.name], signal)
      }
    }
  } catch {
    signal.throwIfAborted()
    return undefined
  }
}

/** The newest commit that changed the folder, and whether it was changed since; `undefined` where git knows none, or is not there. */
export async function readRevision(folder: string, signal: AbortSignal): Promise<WorkingRevision | undefined> {
  try {
    const [id = '', date = ''] = (await runGit(folder, ['log', '-1', '--format=%H%n%cs', '--', '.'], signal)).toString().trim().split('\n')
    const changes = (await runGit(folder, ['status', '--porcelain', '--', '.'], signal)).toString()
    return id === '' ? undefined : {id, date, changed: changes.trim() !== ''}
  } catch {
    signal.throwIfAborted()
    return undefined
  }
}

/** `100644 blob <name> <size>\t<path>`, hidden files left out as they are in folders; symbolic links and submodules are refused. */
function parseTree(tree: string): ReadonlyMap<string, Blob> {
  return new Map(tree.split('\0').flatMap((line) => {
    const [, mode, name, size, path] = /^(\d{6}) \w+ ([0-9a-f]+) +(\d+|-)\t([^]+)$/.exec(line) ?? []
    if (name === undefined || path === undefined || path.split('/').some((step) => step.startsWith('.') || step === 'node_modules')) return []
    const refused = mode === '120000' ? 'link' : mode?.startsWith('100') ? undefined : 'special'
    return [[path, {path, name, size: Number(size) || 0, ...(refused && {refused})} as const]]
  }))
}

/** All texts at once, by their names: a process for each would be slow. */
async function readTexts(folder: string, blobs: ReadonlyMap<string, Blob>, signal: AbortSignal): Promise<ReadonlyMap<string, Uint8Array>> {
  const names = [...new Set([...blobs.values()].filter(({path, refused}) => textFile.test(path) && !refused).map(({name}) => name))]
  const answer = await runGit(folder, ['cat-file', '--batch'], signal, names.map((name) => `${name}\n`).join(''))
  const texts = new Map<string, Uint8Array>()
  for (let at = 0; at < answer.length;) {
    const end = answer.indexOf(10, at)
    const [, name, size] = /^([0-9a-f]+) blob (\d+)$/.exec(answer.toString('utf8', at, end)) ?? []
    if (name === undefined) break
    texts.set(name, answer.subarray(end + 1, end + 1 + Number(size)))
    at = end + 2 + Number(size)
  }
  return texts
}
