/** A page as text: what its lines say to the letter, and where they stand, to be compared by people and by tests. */
import {execFileSync} from 'node:child_process'
import {pointsPerMillimetre} from '../../src/core/lengths.ts'
import type {PageGeometry} from '../../src/core/page.ts'
import {listLabels, listPages, openPdf} from '../../src/verify/pdf.ts'
import {readMarginText, readPageText, type PlacedText} from '../../src/verify/pdf-text.ts'
import {assembleLines, showInvisible} from './text-layer.ts'

interface Word {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

interface Placed {
  /** Millimetres from the left and from the top of the page; `left` and `right` are the edges of its words. */
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly text: string
}

/** Draws the pages that `isWanted` (numbers from 0): a heading for each, its text block, a line of it each with left edge, right edge and baseline in millimetres. */
export function drawPortraits(content: Uint8Array, file: string, geometry: PageGeometry, rightToLeft: boolean, isWanted: (page: number) => boolean): string {
  const pdf = openPdf(content)
  if (!pdf) throw new Error(`Unexpected ${file}, expected a sound PDF`)
  const pages = listPages(pdf)
  const labels = listLabels(pdf, pages.length)
  const words = readWords(file)
  return pages.flatMap((page, at) => {
    if (!isWanted(at)) return []
    const place = (glyphs: readonly PlacedText[]): readonly Placed[] => placeLines(glyphs, words[at] ?? [], geometry.height, rightToLeft)
    return [drawPage(`page ${labels[at]}, ${(at % 2 === 0) !== rightToLeft ? 'right' : 'left'}`, place(readPageText(pdf, page)), place(readMarginText(pdf, page)))]
  }).join('\n')
}

function drawPage(name: string, lines: readonly Placed[], margins: readonly Placed[]): string {
  if (lines.length === 0) return `# ${name}: blank\n`
  const [left, right] = [Math.min(...lines.map((line) => line.left)), Math.max(...lines.map((line) => line.right))]
  return [
    `# ${name}: text from ${half(left)} to ${half(right)} mm, lines ${stepOf(lines)} mm apart`,
    ...margins.map((line) => `  margin ${measure(line)}  ${showInvisible(line.text)}`),
    ...lines.map((line) => `${measure(line)}  ${showInvisible(line.text)}`), ''
  ].join('\n')
}

function measure({left, right, baseline}: Placed): string {
  return [left, right, baseline].map((each) => half(each).padStart(6)).join('')
}

/** To half a millimetre: what a reader can see, and no browser's rounding. */
function half(millimetres: number): string {
  return (Math.round(millimetres * 2) / 2).toFixed(1)
}

/** The most frequent distance of neighbouring baselines. */
function stepOf(lines: readonly Placed[]): string {
  const counts = new Map<string, number>()
  lines.forEach(({baseline}, at) => {
    const step = (baseline - (lines[at - 1]?.baseline ?? NaN)).toFixed(1)
    counts.set(step, (counts.get(step) ?? 0) + 1)
  })
  counts.delete('NaN')
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'none'
}

function placeLines(glyphs: readonly PlacedText[], words: readonly Word[], pageHeight: number, rightToLeft: boolean): readonly Placed[] {
  return assembleLines(glyphs, rightToLeft).map(({y, text}) => {
    const baseline = pageHeight * pointsPerMillimetre - y
    const own = words.filter(({top, bottom}) => top < baseline - 2 && bottom > baseline - 1)
    return {
      left: Math.min(...own.map((word) => word.left)) / pointsPerMillimetre, right: Math.max(...own.map((word) => word.right)) / pointsPerMillimetre,
      baseline: baseline / pointsPerMillimetre, text
    }
  })
}

/** The words of each page, in points from the top left, as poppler measures them. */
function readWords(file: string): readonly (readonly Word[])[] {
  return execFileSync('pdftotext', ['-bbox', file, '-'], {encoding: 'utf8', maxBuffer: 1 << 28}).split('<page ').slice(1)
    .map((page) => [...page.matchAll(/xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)"/g)]
      .map(([, left, top, right, bottom]) => ({left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom)})))
}
