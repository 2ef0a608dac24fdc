/** Prints the HTML of a publication's finished PDFs once, in the same parts: what the build is compared with. */
import {resolve} from 'node:path'
import {build} from '../../src/build.ts'
import type {PrintJob, World} from '../../src/core/world.ts'
import {makeNodeWorld} from '../../src/world/node-world.ts'
import {ownCpuSeconds} from './meter.ts'

const [folder = 'manuscripts'] = process.argv.slice(2)
const world = makeNodeWorld({folder: resolve(folder), out: '/nowhere', signal: new AbortController().signal, progress: () => undefined})

/** The jobs of the last pass in which every part was printed; what the cache holds is not printed again to find them. */
async function collectJobs(): Promise<readonly PrintJob[]> {
  const press = await world.press()
  let jobs: PrintJob[] = []
  const collector: World = {
    ...world,
    press: async () => ({...press, print: async (job) => {
      jobs.push(job)
      const hashes = [...job.pictures.values()].map(({hash}) => hash)
      return world.recall('print', [job.html, job.pageRanges, hashes, job.tagged, press.version], () => press.print(job)) // the key of the build
    }}),
    recall: async (kind, key, make) => kind === 'print' ? make() : world.recall(kind, key, make),
    progress: (line) => {
      const [, changed, parts] = /, (\d+) of (\d+) parts$/.exec(line) ?? []
      if (changed !== undefined && changed === parts) jobs = []
    },
    stage: async () => undefined,
    publish: async () => undefined
  }
  await build(collector, {folderName: 'bench', formats: ['pdf'], strict: false, drafts: false})
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
