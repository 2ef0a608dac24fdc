/** A publication's folder as files in memory. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** Every file by its path below the folder, hidden ones left out; text is decoded when it is asked for. */
export function readFolder(folder: string): ReadonlyMap<string, Uint8Array> {
  const paths = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  return new Map(paths.filter((path) => !/(?:^|\/)\./.test(path)).sort().map((path) => [path, readFileSync(join(folder, path))]))
}
