/** The page map of a finished PDF: a line a page, read from the paper as a reader sees it, not from our own notes. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {PageGeometry} from '../../src/core/page.ts'
import {destinationsOf, readPdf} from '../../src/emit/print/pdf-reader.ts'

export interface PaperPage {
  /** What stands in the margin above the text, and below it. */
  readonly head: string
  readonly foot: string
  readonly text: string
}

const pointsPerMillimetre = 72 / 25.4

/** The text of each page, its margins apart. Needs poppler. */
export function readPaper(content: Uint8Array, {width, height, margins}: PageGeometry): readonly PaperPage[] {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'))
  try {
    const file = join(folder, 'book.pdf')
    writeFileSync(file, content)
    const read = (top: number, bottom: number): readonly string[] => execFileSync('pdftotext', [
      '-x', '0', '-y', String(Math.round(top * pointsPerMillimetre)), '-W', String(Math.ceil(width * pointsPerMillimetre)),
      '-H', String(Math.round((bottom - top) * pointsPerMillimetre)), '-enc', 'UTF-8', file, '-'
    ], {maxBuffer: 1 << 28}).toString().split('\f').slice(0, -1).map((text) => text.replaceAll(/[\s\u200E\u200F\u202A-\u202E\u2066-\u2069]+/g, ' ').trim())
    const [heads, texts, feet] = [read(0, margins.top - 1), read(margins.top - 1, height - margins.bottom + 1), read(height - margins.bottom + 1, height)]
    return texts.map((text, at) => ({text, head: heads[at] ?? '', foot: feet[at] ?? ''}))
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** `  7  recto  1    Client ¶ a-customer`: page, side, printed folio, running head, the divisions that start there. */
export function drawPageMap(content: Uint8Array, page: PageGeometry): string {
  const idsByPage = new Map<number, string[]>()
  for (const [id, destination] of destinationsOf(readPdf(content))) {
    if (!isDivision(id)) continue
    const ids = idsByPage.get(destination.page)
    if (ids) ids.push(id)
    else idsByPage.set(destination.page, [id])
  }
  return readPaper(content, page).map(({head, foot, text}, at) => {
    const starts = (idsByPage.get(at) ?? []).sort().map((id) => `¶ ${id}`).join(' ')
    const name = /\p{Script=Arabic}/u.test(head) ? head.replaceAll(' ', '') : head // poppler parts the letters of a word as it likes
    const what = [name, starts, text === '' ? '(blank)' : ''].filter(Boolean).join(' ')
    return `${`${String(at + 1).padStart(3)}  ${at % 2 === 0 ? 'recto' : 'verso'}  ${foot.padEnd(5)} ${what}`.trimEnd()}\n`
  }).join('')
}

/** Places within articles have a point in their ids, index entries a number. */
function isDivision(id: string): boolean {
  return !id.includes('.') && !/^index-\d/.test(id)
}
