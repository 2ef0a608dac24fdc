/** Files that the user names on the command line, wherever they lie. */
import {mkdir, readFile, realpath, rename, rm, stat, writeFile} from 'node:fs/promises'
import {dirname, isAbsolute, relative, resolve} from 'node:path'
import {KeepError} from '../core/world.ts'
import {reasonOf} from './files.ts'

/** Its bytes; `undefined` for what is not there, is no file, or is larger than 2 GiB. */
export async function maybeGivenFile(path: string): Promise<Uint8Array | undefined> {
  try {
    return (await stat(path)).isFile() ? await readFile(path) : undefined
  } catch {
    return undefined
  }
}

/** Whether a file that exists lies in a folder, links followed. */
export async function isWithin(file: string, folder: string): Promise<boolean> {
  const way = relative(await realpath(folder).catch(() => resolve(folder)), await realpath(file))
  return !way.startsWith('..') && !isAbsolute(way)
}

/** Writes a text there, whole or not at all; folders above it are made. Throws `KeepError`. */
export async function writeGivenFile(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`
  try {
    if ((await stat(path).catch(() => undefined))?.isFile() === false) return await writeFile(path, text) // a device or a pipe; a folder complains
    await mkdir(dirname(path), {recursive: true})
    await writeFile(draft, text)
    await rename(draft, path)
  } catch (error) {
    await rm(draft, {force: true}).catch(() => undefined)
    throw new KeepError(`Unexpected file ${path} that cannot be written (${reasonOf(error)}), expected a place where a file may stand`)
  }
}
