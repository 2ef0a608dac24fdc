/** Files that the user names on the command line, wherever they lie. */
import {mkdir, readFile, realpath, rename, rm, stat, writeFile} from 'node:fs/promises'
import {basename, dirname, isAbsolute, join, relative, resolve, sep} from 'node:path'
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

/** Whether a path is that of a folder or lies in it, be they there or not; links are followed. */
export async function isWithin(path: string, folder: string): Promise<boolean> {
  const way = relative(await followLinks(resolve(folder)), await followLinks(resolve(path)))
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** The real path of as much as is there, and the rest. */
async function followLinks(path: string): Promise<string> {
  return realpath(path).catch(async () => dirname(path) === path ? path : join(await followLinks(dirname(path)), basename(path)))
}

/** Writes a file there, whole or not at all; folders above it are made. Throws `KeepError`. */
export async function writeGivenFile(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`
  try {
    if ((await stat(path).catch(() => undefined))?.isFile() === false) return await writeFile(path, content) // a device or a pipe; a folder complains
    await mkdir(dirname(path), {recursive: true})
    await writeFile(draft, content)
    await rename(draft, path)
  } catch (error) {
    await rm(draft, {force: true}).catch(() => undefined)
    throw new KeepError(`Unexpected file ${path} that cannot be written (${reasonOf(error)}), expected a place where a file may stand`)
  }
}
