/** A finished output folder on disk. */
import {createHash} from 'node:crypto'
import {constants} from 'node:fs'
import {open, readdir, realpath, lstat} from 'node:fs/promises'
import type {FileHandle} from 'node:fs/promises'
import {join} from 'node:path'
import type {Digest, OutputFolder} from '../core/output-folder.ts'
import {ReadError, type Listed} from '../core/world.ts'
import {isPlainPath, reasonOf} from './files.ts'
import {fileGate} from './gate.ts'

/** What a build at work keeps there. */
const ownName = /^\.hexapla-(?:staging-\d|lock|browser$|fonts$)/
/** A link or a pipe that took the place of a file is not opened. */
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
const chunkSize = 256 * 1024

export function openOutputFolder(folder: string, signal: AbortSignal): OutputFolder {
  return {
    name: folder,
    list: () => listAll(folder),
    read: (path) => withFile(folder, path, (handle) => handle.readFile()),
    digest: (path) => withFile(folder, path, (handle) => digest(handle, signal))
  }
}

async function listAll(root: string): Promise<readonly Listed[]> {
  const found: Listed[] = []
  const folders = ['']
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await readdir(join(root, folder), {withFileTypes: true}).catch((error: unknown) => {
      throw new ReadError(`folder ${join(root, folder)} that cannot be read (${reasonOf(error)})`)
    })
    for (const entry of entries.filter(({name}) => folder !== '' || !ownName.test(name))) {
      const path = folder + entry.name
      if (entry.isDirectory()) folders.push(`${path}/`)
      else found.push({path, size: 0, ...(!entry.isFile() && {refused: entry.isSymbolicLink() ? 'link' : 'special'})})
    }
  }
  const sized = await Promise.all(found.map(async (file) => ({...file, size: (await fileGate(() => lstat(join(root, file.path))).catch(() => ({size: 0}))).size})))
  return sized.sort((a, b) => a.path < b.path ? -1 : 1)
}

/** The work on an open file of the folder, every folder above it being no link. */
async function withFile<T>(root: string, path: string, work: (handle: FileHandle) => Promise<T>): Promise<T | undefined> {
  if (!isPlainPath(path)) return undefined
  return fileGate(async () => {
    const start = await realpath(root).catch(() => root)
    const file = join(start, path)
    if (fold(await realpath(file).catch(() => '')) !== fold(file)) return undefined
    const handle = await open(file, openFlags).catch(() => undefined)
    try {
      return handle && (await handle.stat()).isFile() ? await work(handle) : undefined
    } finally {
      await handle?.close()
    }
  })
}

/** Some file systems ignore case and normalisation. */
function fold(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

async function digest(handle: FileHandle, signal: AbortSignal): Promise<Digest> {
  const hash = createHash('sha256')
  const chunk = Buffer.allocUnsafe(chunkSize)
  let size = 0
  for (;;) {
    signal.throwIfAborted()
    const {bytesRead} = await handle.read(chunk, 0, chunkSize)
    if (bytesRead === 0) return {size, sha256: hash.digest('hex')}
    size += bytesRead
    hash.update(chunk.subarray(0, bytesRead))
  }
}
