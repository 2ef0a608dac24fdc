/** A folder for the time of one piece of work. */
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'

/** Gives the work an empty folder and the means to put files into it; nothing stays of it, whatever happens. */
export async function withTemporary<T>(work: (folder: string, write: (files: ReadonlyMap<string, string>) => Promise<void>) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'hexapla-'))
  try {
    return await work(folder, async (files) => {
      for (const [path, text] of files) {
        await mkdir(dirname(join(folder, path)), {recursive: true})
        await writeFile(join(folder, path), text)
      }
    })
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}
