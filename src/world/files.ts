/** The publication's folder: what lies in it, and its files, never anything outside of it. */
import {constants} from 'node:fs'
import {lstat, open, readdir, realpath} from 'node:fs/promises'
import {isAbsolute, join, resolve, sep} from 'node:path'
import type {FileHandle} from 'node:fs/promises'
import type {Listed} from '../core/world.ts'
import {ReadError} from '../core/world.ts'
import {fileGate} from './gate.ts'

const mebibyte = 1024 * 1024
const textLimit = 8 * mebibyte
const pictureLimit = 64 * mebibyte
/** The manifest of a former release, which names every article in every language. */
const releaseFile = /(?:^|\/)manifest\.json$/
const textFile = /\.(md|markdown|txt|ya?ml|toml|json|html?|css)$/i
/** Windows has neither flag; there `lstat` before and `fstat` after opening must do. */
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

export interface Folder {
  /** Regular files, and what was refused, sorted by path in code-unit order. */
  readonly list: () => Promise<readonly Listed[]>
  /** Throws `ReadError`. */
  readonly read: (path: string) => Promise<Uint8Array>
  /** Modification time of the newest regular file, seconds since 1970; 0 for an empty folder. */
  readonly newest: () => Promise<number>
}

/** A folder whose `outputs` (absolute paths) are not listed. */
export function openFolder(folder: string, outputs: readonly string[]): Folder {
  const root = resolve(folder)
  let listing: Promise<readonly Found[]> | undefined
  const findAll = (): Promise<readonly Found[]> => listing ??= findFiles(root, outputs)
  return {
    list: async () => (await findAll()).map(({path, size, refused}) => ({path, size, ...(refused && {refused})})),
    read: (path) => fileGate(() => readContained(root, path)),
    newest: async () => Math.floor((await findAll()).reduce((newest, file) => Math.max(newest, file.modified), 0) / 1000)
  }
}

interface Found extends Listed {
  /** Milliseconds since 1970; 0 for what is refused. */
  readonly modified: number
}

async function findFiles(root: string, outputs: readonly string[]): Promise<readonly Found[]> {
  const left = new Set(await Promise.all(outputs.map(realOrSame)))
  const start = await realpath(root).catch((error: unknown) => {
    throw new ReadError(`folder ${root} that cannot be read (${reasonOf(error)})`)
  })
  const found: Found[] = []
  const folders = ['']
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await readdir(join(start, folder), {withFileTypes: true}).catch((error: unknown) => {
      throw new ReadError(`folder ${folder || root} that cannot be read (${reasonOf(error)})`)
    })
    const kept = entries.filter((entry) => !entry.name.startsWith('.') && entry.name !== 'node_modules')
    const files = kept.filter((entry) => !entry.isDirectory()).map((entry) => folder + entry.name)
    found.push(...await Promise.all(files.map((path) => describe(start, path))))
    for (const entry of kept) {
      if (entry.isDirectory() && !left.has(join(start, folder, entry.name))) folders.push(`${folder}${entry.name}/`)
    }
  }
  return found.sort((a, b) => a.path < b.path ? -1 : 1)
}

async function describe(root: string, path: string): Promise<Found> {
  try {
    const stat = await lstat(join(root, path))
    if (stat.isFile()) return {path, size: stat.size, modified: stat.mtimeMs}
    return {path, size: 0, refused: stat.isSymbolicLink() ? 'link' : 'special', modified: 0}
  } catch { // gone meanwhile, or a name that is not UTF-8 and so cannot be spelt
    return {path, size: 0, refused: 'special', modified: 0}
  }
}

async function readContained(root: string, path: string): Promise<Uint8Array> {
  if (!isPlainPath(path)) throw new ReadError(`path ${path} that leads out of the folder`)
  const start = await realpath(root)
  const file = join(start, path)
  const real = await realpath(file).catch((error: unknown) => {
    throw new ReadError(`file ${path} that cannot be read (${reasonOf(error)})`)
  })
  if (fold(real) !== fold(file)) throw new ReadError(`link at ${path}`)
  const handle = await open(real, openFlags).catch((error: unknown) => {
    throw new ReadError(`file ${path} that cannot be read (${reasonOf(error)})`)
  })
  try {
    return await readWithinLimit(handle, real, path)
  } finally {
    await handle.close()
  }
}

async function readWithinLimit(handle: FileHandle, real: string, path: string): Promise<Uint8Array> {
  const stat = await handle.stat()
  if (!stat.isFile()) throw new ReadError(`${path}, which is no regular file`)
  const named = await lstat(real).catch(() => undefined) // a folder above it may have been exchanged for a link meanwhile
  if (named?.ino !== stat.ino || named.dev !== stat.dev) throw new ReadError(`file ${path} that changed while it was opened`)
  const limit = textFile.test(path) && !releaseFile.test(path) ? textLimit : pictureLimit
  if (stat.size > limit) {
    throw new ReadError(`file ${path} of ${Math.ceil(stat.size / mebibyte)} MiB, more than the limit of ${limit / mebibyte} MiB`)
  }
  const content = new Uint8Array(stat.size)
  let filled = 0
  while (filled < content.length) {
    const {bytesRead} = await handle.read(content, filled, content.length - filled, filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return content.subarray(0, filled)
}

/** Relative, forward slashes, nothing that climbs, no drive, stream or control characters. */
export function isPlainPath(path: string): boolean {
  return path !== '' && !isAbsolute(path) && !/[\\\0-\x1f\x7f]|^[a-z]:/i.test(path) &&
    path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..') &&
    (sep === '/' || !path.includes(':'))
}

/** Some file systems ignore case and normalisation; a path that differs in nothing else is the same file, not a link. */
function fold(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

async function realOrSame(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path))
}

/** System's name for what went wrong: `ENOENT`, `EACCES`, … */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? ('code' in error ? String(error.code) : error.message) : String(error)
}
