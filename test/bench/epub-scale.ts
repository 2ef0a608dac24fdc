/** EPUBs of 100 to 20,000 articles, beside epub-gen-memory as it comes and beside pandoc: seconds, memory, size. */
import {readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {strFromU8, unzipSync} from 'fflate'
import {writeArticles} from './articles.ts'
import {hexapla, measure, node, type Measure} from './meter.ts'

const counts = [100, 1_000, 5_000, 20_000]
const plainEpub = new URL('plain-epub.ts', import.meta.url).pathname

/** Prints a table; `most` leaves out larger books. */
export async function benchScale(scratch: string, most = Infinity): Promise<void> {
  console.log('articles  maker                     wall s    CPU s   peak MB   size MB   CPU ms an article')
  for (const count of counts.filter((each) => each <= most)) {
    const folder = join(scratch, `scale-${count}`)
    const manuscripts = writeArticles(folder, count)
    const ours = join(scratch, 'out', 'en', 'scale-en.epub')
    show(count, 'hexapla', await measure(node, [hexapla, 'build', folder, '--out', join(scratch, 'out'), '--format', 'epub', '--no-cache']), ours)
    const chapters = join(scratch, 'chapters.json')
    writeFileSync(chapters, JSON.stringify(listChapters(ours)))
    const plain = join(scratch, 'plain.epub')
    show(count, 'epub-gen-memory, default', await measure(node, ['--import', 'tsx', plainEpub, chapters, plain]), plain)
    const pandoc = join(scratch, 'pandoc.epub')
    const made = await measure('pandoc', ['-f', 'markdown', '-t', 'epub', '-o', pandoc, ...manuscripts]).catch(() => undefined)
    if (made) show(count, 'pandoc', made, pandoc)
    else console.log('          pandoc is not installed: not compared')
  }
}

/** The same HTML that our EPUB has, a chapter for each article. */
function listChapters(file: string): readonly {readonly title: string; readonly content: string}[] {
  return Object.entries(unzipSync(readFileSync(file), {filter: ({name}) => name.startsWith('EPUB/a-')})).map(([, bytes]) => {
    const markup = strFromU8(bytes)
    return {title: /<title>([^<]*)/.exec(markup)?.[1] ?? '', content: /<body[^>]*>([\s\S]*)<\/body>/.exec(markup)?.[1] ?? ''}
  })
}

function show(count: number, maker: string, {status, wallSeconds, cpuSeconds, peakMegabytes, output}: Measure, file: string): void {
  if (status !== 0) return console.log(`${String(count).padStart(8)}  ${maker} failed: ${output.slice(-300).replaceAll('\n', ' ')}`)
  const columns = [wallSeconds, cpuSeconds, peakMegabytes, statSync(file).size / 1e6].map((value) => value.toFixed(1).padStart(8))
  console.log(`${String(count).padStart(8)}  ${maker.padEnd(24)}${columns.join('  ')}  ${(cpuSeconds / count * 1000).toFixed(1).padStart(8)}`)
}
