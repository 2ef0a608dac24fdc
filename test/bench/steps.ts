/**
 * What each step of a build costs, and the same build with steps left out. `npm run bench:steps` takes the sample,
 * `-- <folder>…` others; `--lang=fr,ja` some languages only. Nothing comes from a cache.
 */
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join, resolve} from 'node:path'
import {hexapla, measure, node, type Measure} from './meter.ts'
import {readProfiles} from './profile.ts'

const args = process.argv.slice(2)
const folders = args.filter((arg) => !arg.startsWith('--'))
const languages = args.filter((arg) => arg.startsWith('--lang='))
const scratch = mkdtempSync(join(tmpdir(), 'hexapla-bench-'))

try {
  for (const folder of folders.length > 0 ? folders : ['manuscripts']) await benchSteps(resolve(folder))
} finally {
  rmSync(scratch, {recursive: true, force: true})
}

async function benchSteps(folder: string): Promise<void> {
  console.log(`\n${basename(folder)}${languages.join(' ').replace('--lang=', ', ')}\n`)
  const profiles = join(scratch, 'profiles')
  mkdirSync(profiles)
  const whole = await run(folder, ['--format', 'epub,pdf'], ['--cpu-prof', `--cpu-prof-dir=${profiles}`])
  showSteps(readProfiles(profiles), whole)
  rmSync(profiles, {recursive: true})
  console.log(`\n${'the same build'.padEnd(34)} wall s   CPU s  ours  browser`)
  show('EPUB and PDF', await run(folder, ['--format', 'epub,pdf']))
  show('  with typography: false', await run(withoutTypography(folder), ['--format', 'epub,pdf']))
  show('PDF alone', await run(folder, ['--format', 'pdf']))
  show('EPUB alone', await run(folder, ['--format', 'epub']))
  show('check alone: no books', await run(folder))
}

async function run(folder: string, formats: readonly string[] = [], options: readonly string[] = []): Promise<Measure> {
  const command = formats.length === 0 ? 'check' : 'build'
  const made = await measure(node, [...options, hexapla, command, folder, '--out', join(scratch, 'out'), ...formats, ...languages, '--no-cache'])
  if (made.status > 1) throw new Error(`exit status ${made.status}\n${made.output.slice(-2000)}`)
  return made
}

/** Profiles measure by the clock, which runs on while a busy machine does other work: their times are brought down to the CPU time that was spent. Shares are of all. */
function showSteps(seconds: ReadonlyMap<string, number>, {cpuSeconds, ownCpuSeconds}: Measure): void {
  const browser = cpuSeconds - ownCpuSeconds
  const seen = [...seconds.values()].reduce((sum, each) => sum + each, 0)
  const factor = Math.min(1, ownCpuSeconds / seen)
  const rows = [...[...seconds].map(([step, each]) => [step, each * factor] as const), ['threads without a profile', Math.max(0, ownCpuSeconds - seen)] as const, ['print, the browser', browser] as const]
  console.log(`${'step'.padEnd(42)} CPU ms  share`)
  for (const [step, each] of rows) console.log(`${step.padEnd(42)} ${(each * 1000).toFixed(0).padStart(6)}  ${(100 * each / cpuSeconds).toFixed(1).padStart(4)} %`)
  console.log(`${'all'.padEnd(42)} ${(cpuSeconds * 1000).toFixed(0).padStart(6)}`)
}

function show(name: string, {wallSeconds, cpuSeconds, ownCpuSeconds}: Measure): void {
  const numbers = [wallSeconds, cpuSeconds, ownCpuSeconds, cpuSeconds - ownCpuSeconds].map((each) => each.toFixed(1).padStart(7))
  console.log(`${name.padEnd(34)}${numbers.join(' ')}`)
}

/** A copy of the publication with marks and spaces as they were typed. */
function withoutTypography(folder: string): string {
  const copy = join(scratch, basename(folder))
  cpSync(folder, copy, {recursive: true})
  const file = join(copy, 'publication.yaml')
  const before = existsSync(file) ? readFileSync(file, 'utf8').replace(/^typography:.*\n/m, '') : ''
  writeFileSync(file, `${before.trimEnd()}\ntypography: false\n`)
  return copy
}
