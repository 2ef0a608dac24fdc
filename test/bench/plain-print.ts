/** Prints the HTML of a publication's editions once, in the same parts as the build does: what the build is compared with. */
import {resolve} from 'node:path'
import {build} from '../../src/build.ts'
import type {PrintJob, World} from '../../src/core/world.ts'
import {makeNodeWorld} from '../../src/world/node-world.ts'
import {ownCpuSeconds} from './meter.ts'

const [folder = 'manuscripts', ...languages] = process.argv.slice(2)
const world = makeNodeWorld({folder: resolve(folder), out: '/nowhere', cache: false, signal: new AbortController().signal, progress: () => undefined})

/** Collects the jobs of the first pass and ends the build there. */
async function collectJobs(): Promise<readonly PrintJob[]> {
  const jobs: PrintJob[] = []
  const press = await world.press()
  const collector: World = {
    ...world,
    press: async () => ({...press, print: async (job) => {
      jobs.push(job)
      return press.print(job)
    }}),
    recall: async (_kind, _key, make) => make(),
    progress: (line) => {
      if (/pass 2/.test(line)) throw new Error('first pass done')
    },
    stage: async () => undefined,
    publish: async () => undefined
  }
  await build(collector, {folderName: 'bench', formats: ['pdf'], strict: false, drafts: false, ...(languages.length > 0 && {languages})})
    .catch((error: unknown) => { if (!(error instanceof Error) || error.message !== 'first pass done') throw error })
  return jobs
}

const jobs = await collectJobs()
const press = await world.press()
const [started, cpu] = [performance.now(), ownCpuSeconds()]
const queue = [...jobs]
await Promise.all(Array.from({length: press.width}, async () => {
  for (let job = queue.shift(); job !== undefined; job = queue.shift()) await press.print({...job, tagged: true})
}))
console.log(JSON.stringify({parts: jobs.length, wallSeconds: (performance.now() - started) / 1000, cpuSeconds: ownCpuSeconds() - cpu}))
await world.close()
