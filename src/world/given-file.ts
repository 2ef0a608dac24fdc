/** A file that the user names on the command line, wherever it lies. */
import {readFile, stat} from 'node:fs/promises'

/** Its bytes; `undefined` for what is not there, is no file, or is larger than 2 GiB. */
export async function maybeGivenFile(path: string): Promise<Uint8Array | undefined> {
  try {
    return (await stat(path)).isFile() ? await readFile(path) : undefined
  } catch {
    return undefined
  }
}
