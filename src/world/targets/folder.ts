/** A folder of this machine, or of one that is mounted, as a place to publish to. */
import {link, lstat, mkdir, open, readFile, readdir, rm, rmdir} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {sha256} from '../../core/digest.ts'
import {TargetError, stagingFolder, type Outgoing, type Stored, type Target} from '../../core/target.ts'
import {isPlainPath, reasonOf} from '../files.ts'
import {renameOver, syncFolder, writeDurably} from '../publication-output.ts'

/** A file that is about to be renamed to its name. */
const draftName = /(?:^|\/)\.\d+(?:-\d+)?\.hexapla-draft$/

/** Staged files are named by their digests. Throws `TargetError` only. */
export function openFolderTarget(folder: string, signal: AbortSignal): Target {
  const at = (path: string): string => {
    if (!isPlainPath(path)) throw new TargetError(`path ${JSON.stringify(path)} leads out of it`)
    return join(folder, path)
  }
  const staged = (file: Outgoing): string => at(`${stagingFolder}/${file.sha256}`)
  return {
    name: folder,
    list: () => told(async () => await isThere(folder) ? listAll(folder) : []),
    read: (path) => told(() => readFile(at(path)).catch(missing)),
    create: (path, content) => told(() => createNew(at(path), content)),
    write: (path, content) => told(() => writeWhole(at(path), content)),
    stage: async (files, sent) => {
      for (const file of files) {
        signal.throwIfAborted()
        sent(file, await isWhole(staged(file), file) ? 0 : await told(async () => writeWhole(staged(file), await file.content()).then(() => file.size)))
      }
    },
    keep: (paths, archive) => told(async () => {
      for (const path of paths) await duplicate(at(path), at(`${archive}/${path}`))
    }),
    place: (files) => told(async () => {
      for (const file of files) await duplicate(staged(file), at(file.path))
      for (const parent of new Set(files.map(({path}) => dirname(at(path))))) await syncFolder(parent)
    }),
    remove: (paths) => told(async () => {
      for (const path of paths) await removeWithParents(folder, at(path))
    }),
    clear: () => told(async () => {
      await rm(join(folder, stagingFolder), {recursive: true, force: true})
      for (const {path} of await listAll(folder)) if (draftName.test(path)) await rm(join(folder, path), {force: true}) // of a publisher that was killed
    })
  }
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof TargetError) throw error
    throw new TargetError(sentences.get(reasonOf(error)) ?? reasonOf(error))
  }
}

const sentences: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'ENOSPC: no room is left'], ['EDQUOT', 'EDQUOT: no room is left for this user'], ['EACCES', 'EACCES: this user may not write there'], ['EPERM', 'EPERM: this user may not write there'],
  ['EROFS', 'EROFS: it can only be read'], ['ENOTDIR', 'ENOTDIR: a file is in the way'], ['EEXIST', 'EEXIST: a file is in the way'], ['EISDIR', 'EISDIR: a folder is in the way'], ['EIO', 'EIO: the disk fails']
])

function missing(error: unknown): undefined {
  if (['ENOENT', 'ENOTDIR'].includes(reasonOf(error))) return undefined
  throw error
}

async function isThere(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(missing)
  return found !== undefined
}

/** Regular files; what is a link or a device counts as a file of no bytes. */
async function listAll(folder: string): Promise<readonly Stored[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => ({full: join(entry.parentPath, entry.name), isFile: entry.isFile()}))
  const stored = await Promise.all(files.map(async ({full, isFile}) => ({path: full.slice(folder.length + 1).replaceAll('\\', '/'), size: isFile ? (await lstat(full)).size : 0})))
  return stored.sort((a, b) => a.path < b.path ? -1 : 1)
}

async function createNew(file: string, content: Uint8Array): Promise<boolean> {
  await mkdir(dirname(file), {recursive: true})
  const handle = await open(file, 'wx').catch((error: unknown) => {
    if (reasonOf(error) === 'EEXIST') return undefined
    throw error
  })
  await handle?.writeFile(content)
  await handle?.close()
  return handle !== undefined
}

/** On disk beside its place first. */
async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  const draft = join(dirname(file), `.${process.pid}-${content.length}.hexapla-draft`)
  try {
    await writeDurably(draft, content)
    await renameOver(draft, file)
  } catch (error) {
    await rm(draft, {force: true}).catch(() => undefined)
    throw error
  }
}

/** The same file under a second name where the disk can do that, else a copy; by one rename. */
async function duplicate(from: string, to: string): Promise<void> {
  const draft = join(dirname(to), `.${process.pid}.hexapla-draft`)
  await mkdir(dirname(to), {recursive: true})
  await rm(draft, {force: true})
  const isLinked = await link(from, draft).then(() => true, () => false)
  if (!isLinked) return writeWhole(to, await readFile(from))
  await renameOver(draft, to)
  await rm(draft, {force: true}) // a rename onto another name of the same file leaves both
}

async function isWhole(path: string, {size, sha256: expected}: Outgoing): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined)
  return found?.isFile() === true && found.size === size && sha256(await readFile(path)) === expected
}

async function removeWithParents(folder: string, file: string): Promise<void> {
  await rm(file, {force: true})
  for (let parent = dirname(file); parent.length > folder.length; parent = dirname(parent)) if (!await rmdir(parent).then(() => true, () => false)) return
}
