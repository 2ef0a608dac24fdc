/** A place to publish to that is none, and can fail where it is told to. */
import type {Diagnostic} from '../../src/core/diagnostic.ts'
import {stagingFolder, TargetError, type Hold, type Target} from '../../src/core/target.ts'
import {readRelease} from '../../src/distribute/manifest/examine.ts'
import {publishRelease} from '../../src/distribute/publishing/publish.ts'
import {makeMemoryFolder, makeOutput, type Contents} from './output-folder.ts'

/** Over these files; what is in `failing` throws. */
export function makeMemoryTarget(files: Map<string, Uint8Array>, failing: readonly (keyof Target)[] = []): Target {
  const able = (what: keyof Target): void => {
    if (failing.includes(what)) throw new TargetError('ENOSPC: no room is left')
  }
  const copy = (from: string, to: string): void => void files.set(to, files.get(from) ?? new Uint8Array())
  return {
    name: '/srv/books',
    list: async () => {
      able('list')
      return [...files].map(([path, {length}]) => ({path, size: length}))
    },
    read: async (path) => files.get(path),
    create: async (path, content) => !files.has(path) && files.set(path, content) !== undefined,
    write: async (path, content) => void files.set(path, content),
    stage: async (outgoing, sent) => {
      able('stage')
      for (const file of outgoing) {
        files.set(`${stagingFolder}/${file.sha256}`, await file.content())
        sent(file, file.size)
      }
    },
    keep: async (paths, folder) => paths.forEach((path) => copy(path, `${folder}/${path}`)),
    place: async (outgoing) => {
      able('place')
      outgoing.forEach(({path, sha256}) => copy(`${stagingFolder}/${sha256}`, path))
    },
    remove: async (paths) => paths.forEach((path) => files.delete(path)),
    clear: async () => [...files.keys()].filter((path) => path.startsWith(stagingFolder)).forEach((path) => files.delete(path))
  }
}

/** What is said when the small release is published there; `held` by somebody else. */
export async function sayAtPublishing(files: Contents, failing: readonly (keyof Target)[] = [], held?: string): Promise<readonly Diagnostic[]> {
  const folder = makeMemoryFolder(makeOutput())
  const read = await readRelease(folder, undefined, () => undefined)
  if (!read) throw new Error('the release cannot be read')
  const hold: Hold = {doubtful: [], record: async () => undefined, confirm: async () => true, release: async () => undefined}
  const {diagnostics} = await publishRelease(folder, read, makeMemoryTarget(new Map(files), failing), {
    force: false, dryRun: false, keep: Infinity, takeHold: async () => held === undefined ? hold : {holder: held}, sent: () => undefined
  })
  return diagnostics
}
