/** Finishes what a page draws: what is no part of the text is marked as such, and links may get a colour. */
import {deflateSync, inflateSync} from 'node:zlib'
import type {PdfObject} from './pdf-reader.ts'
import {spreadClusters} from './pdf-clusters.ts'
import {dropSoftHyphens} from './pdf-soft-hyphens.ts'
import type {AdvanceOf} from './pdf-widths.ts'

type Colour = readonly [number, number, number]

/** How wide glyphs are, by names of fonts in the print, and what names become in the book. */
export interface Fonts {
  readonly advanceOf: AdvanceOf
  readonly rename: (content: string) => string
}

/** The content stream of a page; `marks` are the numbers of its marked content that belongs to links. */
export function finishContent(stream: PdfObject, marks: ReadonlySet<number> | undefined, colour: Colour | undefined, {advanceOf, rename}: Fonts): Required<PdfObject> {
  return changeContent(stream, (content) => {
    const clear = spreadClusters(dropSoftHyphens(content), advanceOf)
    const marked = clear.includes('/MCID ') ? markArtifacts(clear) : clear // without tags there is nothing to tell apart
    return rename(marks && colour ? colourLinks(marked, marks, colour) : marked)
  })
}

/** A content stream with other operators, packed as it was; one character a byte. */
export function changeContent({text, tail = Buffer.alloc(0)}: PdfObject, change: (content: string) => string): Required<PdfObject> {
  if (tail.length === 0) return {text, tail}
  const isPacked = text.includes('/FlateDecode')
  const content = (isPacked ? inflateSync(tail) : tail).toString('latin1')
  const changed = change(content)
  if (changed === content) return {text, tail}
  const bytes = Buffer.from(changed, 'latin1')
  return {text, tail: isPacked ? deflateSync(bytes) : bytes}
}

const opening = /(?:BDC|BMC)$/
const painting = /(?:^|\s)(?:f\*?|F|S|s|B\*?|b\*?)$/
const pathEnd = /(?:^|\s)(?:n|f\*?|F|S|s|B\*?|b\*?)$/

/** Rules, leaders and words of the style sheet, which belong to no element, become artifacts (14.8.2.2). Skia writes a line for each operator. */
export function markArtifacts(content: string): string {
  const lines = content.split('\n')
  const marked: string[] = []
  let depth = 0
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (opening.test(line)) depth++
    else if (line.endsWith('EMC')) depth--
    const end = depth > 0 ? undefined : findObjectEnd(lines, at)
    if (end === undefined) {
      marked.push(line)
      continue
    }
    marked.push('/Artifact BMC', ...lines.slice(at, end + 1), 'EMC')
    at = end
  }
  return marked.join('\n')
}

/** The last line of the text, path or picture that begins here, if it is painted and holds no element. */
function findObjectEnd(lines: readonly string[], from: number): number | undefined {
  const line = lines[from] ?? ''
  if (/\s(?:Do|sh)$/.test(line)) return from
  if (line === 'BT') {
    const end = lines.indexOf('ET', from)
    return end < 0 || lines.slice(from, end).some((each) => each.includes('/MCID ')) ? undefined : end
  }
  if (!/\s(?:re|m)$/.test(line) || /\s(?:re|m)$/.test(lines[from - 1] ?? '') || /\s[lcvyh]$|^h$/.test(lines[from - 1] ?? '')) return undefined
  for (let at = from; at < lines.length; at++) if (pathEnd.test(lines[at] ?? '')) return painting.test(lines[at] ?? '') ? at : undefined
  return undefined
}

/** Black text within the marks becomes text of that colour; nothing else changes. */
export function colourLinks(content: string, marks: ReadonlySet<number>, colour: Colour): string {
  const black = '0 0 0 rg'
  const link = `${colour.join(' ')} rg`
  const saved: string[] = []
  let current = black // the initial colour of a page
  let open = 0
  return content.split('\n').map((line) => {
    const mark = /\/MCID (\d+)/.exec(line)?.[1]
    const enters = open === 0 && mark !== undefined && marks.has(Number(mark))
    if (line === 'q') saved.push(current)
    else if (line === 'Q') current = saved.pop() ?? black
    current = /(?:^|\s)(\S+ \S+ \S+ rg)$/.exec(line)?.[1] ?? current
    if (enters || (open > 0 && opening.test(line))) open++
    else if (open > 0 && line.endsWith('EMC')) {
      open--
      return open === 0 && current === black ? `${current}\n${line}` : line
    }
    const inked = open > 0 && line.endsWith(black) ? line.slice(0, -black.length) + link : line
    return open > 0 && (enters || line === 'Q') && current === black ? `${inked}\n${link}` : inked
  }).join('\n')
}
