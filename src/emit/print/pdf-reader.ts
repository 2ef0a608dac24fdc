/** Reads PDF as Chromium writes it (Skia: PDF 1.4, one classic cross-reference table, no object streams). */
import type {Id} from '../../core/model.ts'

export interface PdfFile {
  readonly bytes: Buffer
  /** Byte at which object `n` begins; 0 where there is none. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly root: number
  readonly info: number
}

/** An object: its text, and for a stream, whose text is the dictionary, its packed content. */
export interface PdfObject {
  readonly text: string
  readonly tail?: Buffer
}

export interface Destination {
  /** Physical page from 0. */
  readonly page: number
  /** Points from the left of the page and from its foot; the browser leaves out the margins on the left and on top. */
  readonly left: number
  readonly top: number
}

/** A literal string as Skia escapes it, or a reference: strings are matched so that nothing within them is taken for a reference. */
export const stringOrReference = /\((?:\\[\s\S]|[^\\()])*\)|\b(\d+) 0 R/g

const streamKeyword = '>> stream\n'

/** Opens a PDF. Throws when it is not of the form that Skia writes: then the browser has changed and this reader must. */
export function readPdf(content: Uint8Array): PdfFile {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 2048))
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1])
  const head = /^xref\s+0 (\d+)\s*\n/.exec(bytes.toString('latin1', table, table + 64))
  if (!head) throw new Error('Unexpected PDF without a classic cross-reference table')
  const rows = table + head[0].length
  const size = Number(head[1])
  const starts: number[] = []
  for (let n = 0; n < size; n++) {
    const row = bytes.toString('latin1', rows + n * 20, rows + n * 20 + 20)
    starts.push(row[17] === 'n' ? Number(row.slice(0, 10)) : 0)
  }
  const trailer = bytes.toString('latin1', rows + size * 20)
  return {
    bytes, starts, ends: findEnds(starts, table), root: referenceIn(trailer, 'Root') ?? 0, info: referenceIn(trailer, 'Info') ?? 0
  }
}

/** Each object ends where the next one in the file begins. */
function findEnds(starts: readonly number[], table: number): readonly number[] {
  const used = starts.flatMap((start, n) => start > 0 ? [n] : []).sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0))
  const ends = starts.map(() => 0)
  used.forEach((n, place) => {
    const next = used[place + 1]
    ends[n] = next === undefined ? table : starts[next] ?? table
  })
  return ends
}

/** Object `n` without its number and without `endobj`. */
export function objectAt(pdf: PdfFile, n: number): PdfObject {
  const object = pdf.bytes.subarray(pdf.starts[n], pdf.ends[n])
  const stream = object.indexOf(streamKeyword, 0, 'latin1')
  if (stream < 0) {
    const text = object.toString('latin1')
    return {text: text.slice(text.indexOf('obj') + 4, text.lastIndexOf('endobj')).trimEnd()}
  }
  const text = object.toString('latin1', 0, stream + 2)
  const length = Number(/\/Length (\d+)/.exec(text)?.[1])
  const from = stream + streamKeyword.length
  return {text: text.slice(text.indexOf('obj') + 4), tail: object.subarray(from, from + length)}
}

/** The object number under a name of a dictionary: `/Pages 22 0 R` → 22. */
export function referenceIn(text: string, name: string): number | undefined {
  const found = new RegExp(`/${name} (\\d+) 0 R`).exec(text)
  return found ? Number(found[1]) : undefined
}

/** The object numbers of all references in a piece of text. */
export function referencesIn(text: string): readonly number[] {
  return [...text.matchAll(stringOrReference)].flatMap((match) => match[1] === undefined ? [] : [Number(match[1])])
}

/** Object numbers of the pages, in order. */
export function pagesOf(pdf: PdfFile): readonly number[] {
  const below = (n: number): readonly number[] => {
    const {text} = objectAt(pdf, n)
    const kids = /\/Type \/Pages\b/.test(text) ? /\/Kids \[([^\]]*)\]/.exec(text)?.[1] : undefined
    return kids === undefined ? [n] : referencesIn(kids).flatMap(below)
  }
  return below(referenceIn(objectAt(pdf, pdf.root).text, 'Pages') ?? 0)
}

/**
 * Rows of /Dests. A letter may stand out above the first line of its page: the browser then names the foot of the page before,
 * below `lowest` (points), where no line can begin.
 */
export function listDestinations(pdf: PdfFile, lowest = -Infinity): string {
  const dests = referenceIn(objectAt(pdf, pdf.root).text, 'Dests')
  if (dests === undefined) return ''
  const pages = pagesOf(pdf)
  return objectAt(pdf, dests).text.replace(/^<<|>>$/g, '').replace(/\[(\d+) 0 R \/XYZ ([-\d.]+) ([-\d.]+)/g, (row, object: string, left: string, top: string) => {
    const next = Number(top) < lowest ? pages[pages.indexOf(Number(object)) + 1] : undefined
    const height = next === undefined ? undefined : /\/MediaBox \[\S+ \S+ \S+ ([-\d.]+)/.exec(objectAt(pdf, next).text)?.[1]
    return height === undefined ? row : `[${next} 0 R /XYZ ${left} ${height}`
  })
}

/** Named destinations by id. */
export function destinationsOf(pdf: PdfFile, lowest?: number): ReadonlyMap<Id, Destination> {
  const pageByObject = new Map(pagesOf(pdf).map((object, page) => [object, page]))
  const rows = listDestinations(pdf, lowest).matchAll(/\/([^\s/[\]<>()]+)\s*\[(\d+) 0 R \/XYZ ([-\d.]+) ([-\d.]+)/g)
  return new Map([...rows].flatMap(([, name = '', object, left, top]): [Id, Destination][] => {
    const page = pageByObject.get(Number(object))
    return page === undefined ? [] : [[decodeName(name), {page, left: Number(left), top: Number(top)}]]
  }))
}

/** Skia writes what the browser percent-encoded as a PDF name (ISO 32000-2, 7.3.5). */
export function decodeName(name: string): string {
  const url = name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
