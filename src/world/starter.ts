/** The starter publication of `hexapla init`, and folders that a command names. */
import {cp, readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {packageFolder} from './package.ts'

export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isDirectory(), () => false)
}

/** Copies the starter into a folder that is empty or not there yet; the paths made, or `exists`. */
export async function copyStarter(folder: string): Promise<readonly string[] | 'exists'> {
  const present = await readdir(folder).catch(() => [])
  if (present.length > 0) return 'exists'
  const starter = join(packageFolder, 'starter')
  await cp(starter, folder, {recursive: true})
  const made = await readdir(folder, {recursive: true, withFileTypes: true})
  return made.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
