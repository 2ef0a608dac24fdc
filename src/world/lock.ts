/** A lock on a folder, held by one process at a time, that does not outlive its holder. */
import {link, mkdir, open, readFile, rename, rm, stat} from 'node:fs/promises'
import {hostname} from 'node:os'
import {dirname} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'

/** Publishing takes seconds; a lock this old (ms) belongs to a machine that is gone, or to a process id used again. */
const staleAge = 10 * 60 * 1000

export interface LockOptions {
  /** How long to wait for another holder, ms. */
  readonly patience: number
  readonly signal: AbortSignal
}

/** Runs `work` while holding the lock file. Throws an `Error` that names the holder when patience ends. */
export async function withLock<T>(file: string, options: LockOptions, work: () => Promise<T>): Promise<T> {
  const own = JSON.stringify({pid: process.pid, host: hostname()})
  await mkdir(dirname(file), {recursive: true})
  const end = Date.now() + options.patience
  while (!await tryTake(file, own)) {
    options.signal.throwIfAborted()
    const held = await readFile(file, 'utf8').catch(() => undefined)
    if (held === undefined) continue // given back in between
    if (await isStale(file, held)) await discard(file, held)
    else if (Date.now() >= end) throw new Error(describeHolder(file, held, options.patience))
    else await wait(50, undefined, {signal: options.signal})
  }
  try {
    return await work()
  } finally {
    await rm(file, {force: true})
  }
}

async function tryTake(file: string, own: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx')
    await handle.writeFile(own)
    await handle.close()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

async function isStale(file: string, held: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined)
  const age = found ? Date.now() - found.mtimeMs : 0
  const holder = parseHolder(held)
  if (!holder) return age > 5000 // not yet written, or its writer died at once
  return age > staleAge || (holder.host === hostname() && !isAlive(holder.pid))
}

/** Takes a stale lock away by a rename, and puts it back when it turns out to be another, fresh one. */
async function discard(file: string, stale: string): Promise<void> {
  const aside = `${file}-${process.pid}`
  const moved = await rename(file, aside).then(() => true, () => false)
  if (!moved) return
  if (await readFile(aside, 'utf8').catch(() => '') !== stale) await link(aside, file).catch(() => undefined)
  await rm(aside, {force: true})
}

interface Holder {
  readonly pid: number
  readonly host: string
}

function parseHolder(held: string): Holder | undefined {
  try {
    const {pid, host} = JSON.parse(held) as Partial<Holder>
    return typeof pid === 'number' && typeof host === 'string' ? {pid, host} : undefined
  } catch {
    return undefined
  }
}

/** Whether a process of this machine runs; one of another user counts. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function describeHolder(file: string, held: string, patience: number): string {
  const holder = parseHolder(held)
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another process'
  return `Unexpected lock ${file} held by ${who} for more than ${Math.round(patience / 1000)} s, expected the output folder to be free; ` +
    'wait for the other build to end, or delete the lock if none runs'
}
