/** Our own templates, terms and styles. */
import {readdir, readFile} from 'node:fs/promises'
import {join, relative, sep} from 'node:path'
import type {HouseFolder} from '../core/world.ts'
import {packageFolder} from './package.ts'

/** Text by path within the folder, sorted. */
export async function readHouse(folder: HouseFolder): Promise<ReadonlyMap<string, string>> {
  const root = join(packageFolder, folder)
  const entries = await readdir(root, {recursive: true, withFileTypes: true})
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map((entry) => join(entry.parentPath, entry.name))
  const texts = await Promise.all(files.map(async (file) => [relative(root, file).replaceAll(sep, '/'), await readFile(file, 'utf8')] as const))
  return new Map(texts.sort(([a], [b]) => a < b ? -1 : 1))
}
