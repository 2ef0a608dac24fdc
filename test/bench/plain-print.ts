/** Prints each part of a book once and keeps the PDFs: `<folder of jobs> <out>`. The floor under every build of that book. */
import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {findCacheFolder} from '../../src/world/cache.ts'
import {openUsualPress} from '../../src/world/usual-press.ts'
import {readJobs} from './print-jobs.ts'

const [folder = '', out = ''] = process.argv.slice(2)
const press = await openUsualPress({
  option: undefined, cacheFolder: findCacheFolder(process.env) ?? '', signal: new AbortController().signal, progress: () => undefined
})
await mkdir(out, {recursive: true})
const queue = [...readJobs(folder).entries()]
await Promise.all(Array.from({length: press.width}, async () => {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    await writeFile(join(out, `part-${String(next[0]).padStart(4, '0')}.pdf`), await press.print(next[1]))
  }
}))
await press.close()
