/** Values made once, kept in a folder that may be deleted at any time. */
import {createHash, randomBytes} from 'node:crypto'
import {accessSync, constants, mkdirSync} from 'node:fs'
import {mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile} from 'node:fs/promises'
import {homedir} from 'node:os'
import {dirname, join, sep} from 'node:path'
import {deserialize, serialize} from 'node:v8'
import {fileGate} from './gate.ts'
import {ownFingerprint, packageFolder} from './package.ts'
import {hashKey} from './stable-key.ts'

const day = 24 * 60 * 60 * 1000
const ageLimit = 30 * day
const sizeLimit = 2 * 1024 ** 3
const digestLength = 32

export interface Cache {
  readonly recall: <T>(kind: string, key: readonly unknown[], make: () => Promise<T>) => Promise<T>
  /** Name under which `load` and `store` keep the serialised value of a key. */
  readonly nameOf: (kind: string, key: readonly unknown[]) => string
  /** A value as `v8.serialize` wrote it; `undefined` when there is none or it is damaged. */
  readonly load: (name: string) => Promise<Uint8Array | undefined>
  readonly store: (name: string, serialised: Uint8Array) => Promise<void>
  /** Removes what was not used for 30 days, then the oldest while there are more than 2 GB; at most once a day. */
  readonly sweep: (now: number) => Promise<void>
}

/** Our cache in a folder; without a folder every value is made anew. */
export function makeCache(folder: string | undefined): Cache {
  const nameOf = (kind: string, key: readonly unknown[]): string => {
    const hash = hashKey([ownFingerprint(), kind, key])
    return `${kind}/${hash.slice(0, 2)}/${hash.slice(2)}`
  }
  const load = async (name: string): Promise<Uint8Array | undefined> => folder === undefined ? undefined : fileGate(() => loadFile(join(folder, name)))
  const store = async (name: string, serialised: Uint8Array): Promise<void> => folder === undefined ? undefined : fileGate(() => storeFile(join(folder, name), serialised))
  const underWay = new Map<string, Promise<unknown>>()
  return {
    nameOf,
    load,
    store,
    sweep: async (now) => folder === undefined ? undefined : sweepFolder(folder, now),
    recall: async <T>(kind: string, key: readonly unknown[], make: () => Promise<T>): Promise<T> => {
      if (folder === undefined) return make()
      const name = nameOf(kind, key)
      const running = underWay.get(name)
      if (running) return running as Promise<T> // the same key makes the same kind of value
      const value = recallOne(load, store, name, make)
      underWay.set(name, value)
      return value.finally(() => underWay.delete(name))
    }
  }
}

async function recallOne<T>(load: Cache['load'], store: Cache['store'], name: string, make: () => Promise<T>): Promise<T> {
  const kept = await load(name)
  if (kept) return deserialize(kept) as T // written below by this very version of the code
  const value = await make()
  await store(name, serialize(value))
  return value
}

async function loadFile(file: string): Promise<Uint8Array | undefined> {
  try {
    const content = await readFile(file)
    const serialised = content.subarray(digestLength)
    if (!digest(serialised).equals(content.subarray(0, digestLength))) return undefined
    const {mtimeMs} = await stat(file)
    if (Date.now() - mtimeMs > day) await utimes(file, new Date(), new Date()) // in use: the sweep passes it over
    return serialised
  } catch {
    return undefined
  }
}

/** A cache that cannot be written (full disk, no rights) costs time, never the build. */
async function storeFile(file: string, serialised: Uint8Array): Promise<void> {
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`
  try {
    await mkdir(dirname(file), {recursive: true})
    await writeFile(draft, Buffer.concat([digest(serialised), serialised]))
    await rename(draft, file)
  } catch {
    await rm(draft, {force: true}).catch(() => undefined)
  }
}

function digest(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest()
}

async function sweepFolder(folder: string, now: number): Promise<void> {
  const mark = join(folder, 'swept')
  const last = await stat(mark).catch(() => undefined)
  if (last && now - last.mtimeMs < day) return
  await mkdir(folder, {recursive: true}).then(() => writeFile(mark, '')).catch(() => undefined)
  const all = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => [])
  const fonts = join(folder, 'fonts') // fetched ones stay: the next build may have no network
  const entries = all.filter(({parentPath}) => parentPath !== fonts && !parentPath.startsWith(join(fonts, sep)))
  const files: {readonly file: string; readonly size: number; readonly used: number}[] = []
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name)
    const found = entry.isFile() && file !== mark ? await stat(file).catch(() => undefined) : undefined
    if (found) files.push({file, size: found.size, used: found.mtimeMs})
  }
  let total = 0
  for (const {file, size, used} of files.sort((a, b) => b.used - a.used)) {
    total += size
    const abandoned = file.endsWith('.tmp') && now - used > day
    if (total > sizeLimit || now - used > ageLimit || abandoned) await rm(file, {force: true}).catch(() => undefined)
  }
}

/** `node_modules/.cache/hexapla` of our package, else the system's place for caches, else none. */
export function findCacheFolder(environment: NodeJS.ProcessEnv): string | undefined {
  const named = environment['HEXAPLA_CACHE']
  if (named) return named
  const own = join(packageFolder, 'node_modules', '.cache', 'hexapla')
  return [own, systemCacheFolder(environment)].find(isUsable)
}

/** Whether files can be written there; it is made where it is not. */
export function isUsable(folder: string): boolean {
  try {
    mkdirSync(folder, {recursive: true})
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** The place that this system has for a user's caches. */
export function systemCacheFolder(environment: NodeJS.ProcessEnv): string {
  if (environment['XDG_CACHE_HOME']) return join(environment['XDG_CACHE_HOME'], 'hexapla')
  if (process.platform === 'win32') return join(environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'hexapla', 'cache')
  return join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'hexapla')
}
