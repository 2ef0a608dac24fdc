/**
 * Seconds and memory of EPUBs, beside pandoc. `npm run bench` takes the sample; `npm run bench -- <folder>…` others, with
 * `--growth` also the first 500, 1,000 and 2,000 articles of each. `npm run bench -- --scale` makes books of 100 to 20,000
 * synthetic articles; `--most=5000` stops there. Print has its own: `npm run bench:print`.
 */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join, resolve} from 'node:path'
import {benchScale} from './epub-scale.ts'
import {makeParts, manuscriptsOf} from './folders.ts'
import {hexapla, measure, node, type Measure} from './meter.ts'

const args = process.argv.slice(2)
const folders = args.filter((arg) => !arg.startsWith('--'))
const scratch = mkdtempSync(join(tmpdir(), 'hexapla-bench-'))

if (args.includes('--scale')) await benchScale(scratch, Number(/--most=(\d+)/.exec(args.join(' '))?.[1] ?? Infinity))
else for (const folder of folders.length > 0 ? folders : ['manuscripts']) await benchFolder(resolve(folder))
rmSync(scratch, {recursive: true, force: true})

async function benchFolder(folder: string): Promise<void> {
  console.log(`\n${basename(folder)}`)
  for (const part of args.includes('--growth') ? makeParts(folder, scratch) : [folder]) await benchEpub(part, manuscriptsOf(part).length)
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

function show(name: string, {status, wallSeconds, cpuSeconds, peakMegabytes, output}: Measure, more = ''): void {
  if (status > 1) throw new Error(`${name}: exit status ${status}\n${output.slice(-2000)}`)
  console.log(`${name}: ${wallSeconds.toFixed(1)} s, CPU ${cpuSeconds.toFixed(1)} s, peak ${peakMegabytes.toFixed(0)} MB${more && `; ${more}`}`)
}
