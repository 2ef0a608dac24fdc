/**
 * Seconds and memory of whole builds, beside a plain single print of the same HTML and beside pandoc.
 * `npm run bench` takes the sample; `npm run bench -- <folder>…` others; `--epub` and `--pdf` leave out the other; `--growth` halves the articles thrice.
 * `npm run bench -- --epub-scale` makes EPUBs of 100 to 20,000 synthetic articles; `--most=5000` stops there.
 */
import {cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join, resolve} from 'node:path'
import {benchScale} from './epub-scale.ts'
import {measure, type Measure} from './meter.ts'

const args = process.argv.slice(2)
const folders = args.filter((arg) => !arg.startsWith('--'))
const scratch = mkdtempSync(join(tmpdir(), 'hexapla-bench-'))
const node = process.execPath
const hexapla = new URL('../../bin/hexapla.mjs', import.meta.url).pathname

if (args.includes('--epub-scale')) await benchScale(scratch, Number(/--most=(\d+)/.exec(args.join(' '))?.[1] ?? Infinity))
else for (const folder of folders.length > 0 ? folders : ['manuscripts']) await benchFolder(resolve(folder))
rmSync(scratch, {recursive: true, force: true})

async function benchFolder(folder: string): Promise<void> {
  console.log(`\n${basename(folder)}`)
  for (const part of args.includes('--growth') ? makeParts(folder) : [folder]) {
    const articles = manuscriptsOf(part).length
    if (!args.includes('--pdf')) await benchEpub(part, articles)
    if (!args.includes('--epub')) await benchPrint(part, articles)
  }
}

async function benchEpub(part: string, articles: number): Promise<void> {
  const epub = await measure(node, [hexapla, 'build', part, '--out', join(scratch, 'out'), '--format', 'epub', '--no-cache'])
  show(`${articles} articles, EPUB`, epub)
  // front matter stays text for pandoc: it stops at the first that is not YAML, which real folders hold
  const pandoc = await measure('pandoc', ['-f', 'markdown-yaml_metadata_block', '-t', 'epub', '--metadata', 'title=bench', '-o', join(scratch, 'pandoc.epub'), ...manuscriptsOf(part)])
    .catch(() => undefined)
  if (pandoc?.status === 0) show('  pandoc, the same articles', pandoc, `EPUB is ${(epub.cpuSeconds / pandoc.cpuSeconds).toFixed(2)} × its CPU time`)
  else console.log(pandoc ? `  pandoc failed: ${pandoc.output.slice(0, 200)}` : '  pandoc is not installed: not compared')
}

async function benchPrint(folder: string, articles: number): Promise<void> {
  const environment = {...process.env, HEXAPLA_CACHE: mkdtempSync(join(scratch, 'cache-'))} // cold for the build, warm for what follows
  const pdf = await measure(node, [hexapla, 'build', folder, '--out', join(scratch, 'out'), '--format', 'pdf'], environment)
  show(`${articles} articles, PDF`, pdf, pdf.output.includes('(not published)') ? 'NOT PUBLISHED' : undefined)
  const plain = await measure(node, ['--import', 'tsx', new URL('plain-print.ts', import.meta.url).pathname, folder], environment)
  const result = /\{"parts".*\}/.exec(plain.output)?.[0]
  if (plain.status !== 0 || result === undefined) throw new Error(`The plain print failed:\n${plain.output}`)
  const {parts, wallSeconds, cpuSeconds} = JSON.parse(result) as {parts: number; wallSeconds: number; cpuSeconds: number} // our own line
  console.log(`  one plain print in ${parts} parts: ${wallSeconds.toFixed(1)} s, CPU ${cpuSeconds.toFixed(1)} s; ` +
    `the whole PDF build is ${(pdf.wallSeconds / wallSeconds).toFixed(2)} × its time, ${(pdf.cpuSeconds / cpuSeconds).toFixed(2)} × its CPU`)
}

function show(name: string, {status, wallSeconds, cpuSeconds, peakMegabytes, output}: Measure, more = ''): void {
  if (status > 1) throw new Error(`${name}: exit status ${status}\n${output.slice(-2000)}`)
  console.log(`${name}: ${wallSeconds.toFixed(1)} s, CPU ${cpuSeconds.toFixed(1)} s, peak ${peakMegabytes.toFixed(0)} MB${more && `; ${more}`}`)
}

/** Copies with 500, 1,000, 2,000 … articles, and the whole. */
function makeParts(folder: string): readonly string[] {
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

function manuscriptsOf(folder: string): readonly string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((path) => /\/.*\.(?:md|markdown|txt)$/.test(path)).sort().map((path) => join(folder, path))
}
