/** Folders of manuscripts to measure: what is in them, and copies with fewer. */
import {cpSync, mkdirSync, readdirSync} from 'node:fs'
import {basename, join} from 'node:path'

/** Copies with 500, 1,000, 2,000 … articles below `scratch`, and the whole. */
export function makeParts(folder: string, scratch: string): readonly string[] {
  const all = manuscriptsOf(folder)
  const parts = [500, 1000, 2000].filter((count) => count < all.length).map((count) => {
    const part = join(scratch, `${basename(folder)}-${count}`)
    for (const file of all.slice(0, count)) {
      const to = join(part, file.slice(folder.length + 1))
      mkdirSync(join(to, '..'), {recursive: true})
      cpSync(file, to)
    }
    return part
  })
  return [...parts, folder]
}

/** Paths of the manuscripts in a folder, sorted. */
export function manuscriptsOf(folder: string): readonly string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((path) => /\/.*\.(?:md|markdown|txt)$/.test(path)).sort().map((path) => join(folder, path))
}
