/** The output folder: products are staged beside it and moved in by renames, so that a former book is never half replaced. */
import {mkdir, open, readdir, readFile, rename, rm, rmdir} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import type {World} from '../core/world.ts'
import {isPlainPath} from './files.ts'
import {isAlive, withLock} from './lock.ts'

const stagingName = /^\.hexapla-staging-(\d+)(?:-\d+)?$/
let outputsOpened = 0

export interface PublicationOutput {
  readonly stage: (path: string, content: Uint8Array) => Promise<void>
  readonly publish: World['publish']
  /** Removes what is staged and not published. */
  readonly close: () => Promise<void>
}

export interface OutputOptions {
  readonly signal: AbortSignal
  /** How long to wait for another build that is publishing to the same folder, ms. */
  readonly patience?: number
}

export function openOutput(out: string, {signal, patience = 60_000}: OutputOptions): PublicationOutput {
  const staging = join(out, `.hexapla-staging-${process.pid}-${++outputsOpened}`)
  const staged = new Set<string>()
  let ready: Promise<void> | undefined
  return {
    stage: async (path, content) => {
      signal.throwIfAborted()
      if (!isPlainPath(path) || path.startsWith('.')) throw new RangeError(`Unexpected product path ${path}, expected one below the output folder`)
      await (ready ??= prepare(out, staging))
      await writeDurably(join(staging, path), content)
      staged.add(path)
    },
    publish: async (close) => {
      signal.throwIfAborted()
      if (staged.size === 0) return
      await withLock(join(out, '.hexapla-lock'), {patience, signal}, async () => {
        const closing = await close(async (path) => isPlainPath(path) ? readFile(join(out, path)).catch(() => undefined) : undefined)
        if (!closing) return
        const {files, withdrawn} = closing
        for (const [path, content] of files) await writeDurably(join(staging, path), content)
        signal.throwIfAborted()
        await moveAll(staging, out, [...[...staged].sort(), ...files.keys()])
        await removeAll(out, withdrawn)
      })
      staged.clear()
      await rm(staging, {recursive: true, force: true})
      ready = undefined
    },
    close: async () => {
      await ready?.catch(() => undefined)
      await rm(staging, {recursive: true, force: true})
    }
  }
}

/** Makes the staging folder, and removes those of processes that are gone. */
async function prepare(out: string, staging: string): Promise<void> {
  await mkdir(staging, {recursive: true})
  for (const name of await readdir(out)) {
    const pid = Number(stagingName.exec(name)?.[1] ?? process.pid)
    if (pid !== process.pid && !isAlive(pid)) await rm(join(out, name), {recursive: true, force: true})
  }
}

/** The whole content on disk, in folders that are made for it. */
export async function writeDurably(file: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(file), {recursive: true})
  const handle = await open(file, 'w', 0o644)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function moveAll(staging: string, out: string, paths: readonly string[]): Promise<void> {
  const folders = new Set<string>()
  for (const path of paths) {
    const target = join(out, path)
    await mkdir(dirname(target), {recursive: true})
    await renameOver(join(staging, path), target)
    for (let folder = dirname(target); folder.length >= out.length; folder = dirname(folder)) folders.add(folder)
  }
  for (const folder of folders) await syncFolder(folder)
}

/** Files, and folders that are empty without them. */
async function removeAll(out: string, paths: readonly string[]): Promise<void> {
  for (const path of paths.filter(isPlainPath)) {
    await rm(join(out, path), {force: true})
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) if (!await rmdir(join(out, folder)).then(() => true, () => false)) break
  }
}

/** Windows refuses while a reader or a virus scanner holds the former file open; that passes. */
export async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(from, to)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (attempt === 10 || !(code === 'EPERM' || code === 'EBUSY' || (code === 'EACCES' && process.platform === 'win32'))) throw error
      await wait(100 * attempt)
    }
  }
}

/** So that the new names outlive a power cut; Windows has no such call. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
