/** Lines of a finished PDF as poppler sees them: where on the page each stands, and how many keep to one grid. */
import {execFileSync} from 'node:child_process'

export interface PaperLine {
  /** Physical page from 0. */
  readonly page: number
  /** Points from the top of the page. */
  readonly y: number
  /** Height of its letters in points: tells the type size. */
  readonly height: number
}

/** Every line of every page, from the top; words of one size at one height are one line. */
export function readLines(file: string): readonly PaperLine[] {
  const pages = execFileSync('pdftotext', ['-bbox', file, '-'], {encoding: 'utf8', maxBuffer: 1 << 28}).split('<page ').slice(1)
  return pages.flatMap((text, page) => {
    const words = [...text.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"/g)]
    const lines = new Map(words.map(([, top, bottom]) => [`${Number(top).toFixed(1)} ${(Number(bottom) - Number(top)).toFixed(1)}`, {page, y: Number(top), height: Number(bottom) - Number(top)}]))
    return [...lines.values()].sort((a, b) => a.y - b.y)
  })
}

/** The share of lines of the most frequent size that stand at one height of a grid of such lines, give or take half a point. */
export function shareOnGrid(lines: readonly PaperLine[], leading: number): number {
  const size = mostFrequent(lines.map(({height}) => height.toFixed(1)))
  const offsets = lines.filter(({height}) => height.toFixed(1) === size).map(({y}) => y % leading)
  const usual = Number(mostFrequent(offsets.map((offset) => offset.toFixed(1))))
  const distance = (offset: number): number => Math.min(Math.abs(offset - usual), leading - Math.abs(offset - usual))
  return offsets.filter((offset) => distance(offset) <= 0.5).length / offsets.length
}

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}
