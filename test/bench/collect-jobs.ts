/** Keeps in a folder what the press is given for a publication's PDF: `<publication> <folder>`. What the cache of the build before holds is not printed again. */
import {mkdir, writeFile} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'
import {build} from '../../src/build.ts'
import type {PrintJob, World} from '../../src/core/world.ts'
import {makeNodeWorld} from '../../src/world/node-world.ts'
import {jobList, type StoredJob} from './print-jobs.ts'

const [publication = 'manuscripts', folder = ''] = process.argv.slice(2)
const world = makeNodeWorld({folder: resolve(publication), out: '/nowhere', signal: new AbortController().signal, progress: () => undefined})

/** The last job of each part, in the order of the book. Heads and folios, which have no division, are left out. */
async function collectJobs(): Promise<readonly PrintJob[]> {
  const press = await world.press()
  const jobByHtml = new Map<string, PrintJob>()
  const htmlByDivision = new Map<string, string>()
  const collector: World = {
    ...world,
    press: async () => ({...press, print: async (job) => {
      jobByHtml.set(job.html, job)
      return new Uint8Array()
    }}),
    recall: async (kind, key, make) => {
      if (kind !== 'print') return world.recall(kind, key, make)
      const html = String(key[0])
      htmlByDivision.set(divisionOf(html), html)
      const shown = await make() // shows the job, which a print from the cache would not
      const job = jobByHtml.get(html)
      return job ? world.recall(kind, key, async () => await press.print(job) as typeof shown) : shown // prints are bytes
    },
    stage: async () => undefined,
    publish: async () => undefined
  }
  await build(collector, {folderName: 'bench', formats: ['pdf'], strict: false, drafts: false})
  return [...htmlByDivision].filter(([division]) => division !== '').flatMap(([, html]) => jobByHtml.get(html) ?? [])
}

/** The first division of a part. */
function divisionOf(html: string): string {
  return /<body>.*?<(?:section|nav)\b[^>]* id="([^"]+)"/s.exec(html)?.[1] ?? ''
}

async function storeJob({html, pictures, pageRanges, tagged: _, ...settings}: PrintJob, number: number): Promise<StoredJob> {
  const file = `part-${number}.html`
  await writeFile(join(folder, file), html)
  for (const [url, picture] of pictures) {
    await mkdir(dirname(join(folder, url)), {recursive: true})
    await writeFile(join(folder, url), await picture.load())
  }
  return {...settings, file, ...(pageRanges !== undefined && {pageRanges}), pictures: [...pictures].map(([url, {mediaType}]) => [url, mediaType])}
}

await mkdir(folder, {recursive: true})
const stored = await Promise.all((await collectJobs()).map(storeJob))
await writeFile(join(folder, jobList), JSON.stringify(stored))
await world.close()
