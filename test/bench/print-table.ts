/** The table of printed books: a line for each program, with what its PDF has. */
import type {Judgement} from './judge-pdf.ts'
import type {Measure} from './meter.ts'
import type {MissingPeer} from './peers.ts'
import type {Wanted} from './peer-html.ts'

const nameWidth = 28

export function showHead(book: string): void {
  console.log(`\n${book}`)
  console.log(`${'program'.padEnd(nameWidth)}  wall s    CPU s  peak MB  pages       MB    links  bookmarks  page references`)
}

/** A book in one or several PDFs. Without what is wanted its links and references are not judged: parts of a book lead out of themselves. */
export function showRow(name: string, {wallSeconds, cpuSeconds, peakMegabytes}: Omit<Measure, 'output'>, parts: readonly Judgement[], wanted?: Wanted): void {
  const sum = (key: keyof Judgement): number => parts.reduce((total, part) => total + part[key], 0)
  const columns = [
    wallSeconds.toFixed(1).padStart(6), cpuSeconds.toFixed(1).padStart(7), peakMegabytes.toFixed(0).padStart(7), String(sum('pages')).padStart(5), (sum('bytes') / 1e6).toFixed(1).padStart(7),
    ...(wanted ? [String(sum('links')).padStart(7), String(sum('bookmarks')).padStart(9)] : ['–'.padStart(7), '–'.padStart(9)])
  ]
  console.log(`${name.padEnd(nameWidth)}  ${columns.join('  ')}  ${wanted ? describe(sum, wanted) : '–'}`)
}

export function showMissing({name, reason}: MissingPeer): void {
  console.log(`${name.padEnd(nameWidth)}  missing: ${reason}`)
}

export function showFailed(name: string, {wallSeconds, cpuSeconds, peakMegabytes, status}: Omit<Measure, 'output'>, output: string): void {
  const reason = /^.*(?:Error|Exception|stopped after).*$/m.exec(output)?.[0].slice(0, 200) ?? output.trim().slice(-200).replaceAll(/\s+/g, ' ')
  const spent = `${wallSeconds.toFixed(1).padStart(6)}  ${cpuSeconds.toFixed(1).padStart(7)}  ${peakMegabytes.toFixed(0).padStart(7)}`
  console.log(`${name.padEnd(nameWidth)}  ${spent}  failed with status ${status}: ${reason}`)
}

/** What is as it should be in a word, else how much is not. */
function describe(sum: (key: keyof Judgement) => number, {references, links}: Wanted): string {
  const [right, wrong, misled, dead] = [sum('right'), sum('wrong'), sum('misled'), sum('dead')]
  const faults = [
    wrong > 0 && `${wrong} wrong`, references > right + wrong && `${references - right - wrong} without a number`,
    misled > 0 && `${misled} bookmarks astray`, dead > 0 && `${dead} links dead`, links > sum('links') && `${links - sum('links')} links lost`
  ].filter((fault) => fault !== false)
  return faults.length === 0 ? `${right}, all right` : `${right} right, ${faults.join(', ')}`
}
