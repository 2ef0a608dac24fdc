/**
 * Seconds, memory and soundness of printed books. `npm run bench:print` makes a synthetic book of 200 pages and sets it with
 * Hexapla, with one plain print of the same HTML (the floor under everything that prints with a browser), and with Paged.js,
 * Vivliostyle and WeasyPrint, which are installed on demand; `--pages=1000` takes another length. `-- --scale` sets books of 100,
 * 1,000 and 5,000 pages beside the floor, `--most=1000` stops there. `-- <folder>…` does so for real publications, with `--growth`
 * also for their first 500, 1,000 and 2,000 articles. `--keep=<folder>` keeps the PDFs.
 */
import {cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {cpus, tmpdir, totalmem} from 'node:os'
import {basename, join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {findBrowserPath} from '../support/browser.ts'
import {writeArticles, writeFigures} from './articles.ts'
import {makeParts} from './folders.ts'
import {judgePdf} from './judge-pdf.ts'
import {hexapla, measure, node, type Measure} from './meter.ts'
import {installPeers, patienceSeconds} from './peers.ts'
import {writePeerHtml, type Wanted} from './peer-html.ts'
import {showFailed, showHead, showMissing, showRow} from './print-table.ts'

const args = process.argv.slice(2)
const numberOf = (option: string): number | undefined => args.map((arg) => Number(new RegExp(`^--${option}=(\\d+)$`).exec(arg)?.[1] ?? NaN)).find((value) => !Number.isNaN(value))
const folders = args.filter((arg) => !arg.startsWith('--'))
/** Where the PDFs are kept, to be looked at. */
const kept = /--keep=(\S+)/.exec(args.join(' '))?.[1]
const browser = await findBrowserPath()
const scratch = mkdtempSync(join(tmpdir(), 'hexapla-bench-'))
/** Pages of an article on average, and of what stands before and behind all of them. */
const [pagesPerArticle, pagesBeside] = [3.3, 8]

try {
  if (kept !== undefined) mkdirSync(kept, {recursive: true})
  console.log(`${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`)
  if (folders.length > 0) for (const folder of folders.flatMap((each) => args.includes('--growth') ? makeParts(resolve(each), scratch) : [resolve(each)])) await benchBook(folder)
  else if (args.includes('--scale')) for (const pages of [100, 1000, 5000].filter((each) => each <= (numberOf('most') ?? Infinity))) await benchBook(await makeBook(pages))
  else await benchPeers(await makeBook(numberOf('pages') ?? 200))
} finally {
  rmSync(scratch, {recursive: true, force: true})
}

async function makeBook(pages: number): Promise<string> {
  const folder = join(scratch, `book-${pages}`)
  writeArticles(folder, Math.max(1, Math.round((pages - pagesBeside) / pagesPerArticle)), true)
  await writeFigures(folder)
  return folder
}

/** Ours beside the floor. */
async function benchBook(folder: string): Promise<{readonly jobs: string; readonly wanted: Wanted}> {
  const name = basename(folder)
  const [out, jobs, floor] = ['out', 'jobs', 'floor'].map((kind) => join(scratch, `${kind}-${name}`)) as [string, string, string]
  const environment = {...process.env, HEXAPLA_BROWSER: browser, HEXAPLA_CACHE: mkdtempSync(join(scratch, 'cache-'))} // cold for the build, warm for what follows
  showHead(name)
  const ours = await measure(node, [hexapla, 'build', folder, '--out', out, '--format', 'pdf'], {environment})
  const collected = await measure(node, ['--import', 'tsx', programOf('collect-jobs'), folder, jobs], {environment})
  if (collected.status !== 0) throw new Error(`Unexpected book without HTML, expected that of the build:\n${collected.output.slice(-2000)}`)
  const wanted = writePeerHtml(jobs)
  await show('Hexapla', ours, listPdfs(out), wanted)
  const plain = await measure(node, ['--import', 'tsx', programOf('plain-print'), jobs, floor], {environment})
  await show('one plain print of its HTML', plain, listPdfs(floor))
  if (kept !== undefined) cpSync(out, join(kept, name), {recursive: true})
  return {jobs, wanted}
}

/** The same book by all. */
async function benchPeers(folder: string): Promise<void> {
  const {jobs, wanted} = await benchBook(folder)
  for (const peer of installPeers(browser)) {
    if ('reason' in peer) {
      showMissing(peer)
      continue
    }
    const out = join(scratch, `${peer.name.replace(/\W+/g, '-')}.pdf`)
    const made = await measure(peer.command, peer.args(join(jobs, 'book.html'), out), {limitSeconds: patienceSeconds})
    await show(peer.name, made, existsSync(out) ? [out] : [], wanted)
    if (kept !== undefined && existsSync(out)) cpSync(out, join(kept, basename(out)))
  }
}

/** A row; what is `wanted` only of a PDF that is the whole book. */
async function show(name: string, {output, ...made}: Measure, pdfs: readonly string[], wanted?: Wanted): Promise<void> {
  if (made.status > 1 || pdfs.length === 0) return showFailed(name, made, output)
  showRow(name, made, await Promise.all(pdfs.map(judgePdf)), wanted)
}

function programOf(name: string): string {
  return fileURLToPath(new URL(`${name}.ts`, import.meta.url))
}

function listPdfs(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((path) => path.endsWith('.pdf')).sort().map((path) => join(folder, path))
}
