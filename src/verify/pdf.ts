/** Reads a finished PDF afresh: objects, pages, page labels, destinations, outline, links. It shares nothing with the code that wrote it. */
import {inflateSync} from 'node:zlib'

export interface Pdf {
  readonly bytes: Buffer
  readonly offsets: readonly number[]
  readonly catalog: string
}

export interface PdfLink {
  /** Physical page from 0 that the link is on. */
  readonly page: number
  readonly destination: string
  /** Left, bottom, right, top in points. */
  readonly area: readonly [number, number, number, number]
}

/** Opens a PDF that has a cross-reference table; `undefined` when it is damaged. */
export function openPdf(content: Uint8Array): Pdf | undefined {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const ending = bytes.toString('latin1', Math.max(0, bytes.length - 64))
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(ending)?.[1] ?? 'none')
  const size = Number(/^xref\n0 (\d+)\n/.exec(bytes.toString('latin1', table, table + 32))?.[1] ?? 'none')
  if (!Number.isSafeInteger(table) || !Number.isSafeInteger(size)) return undefined
  const rows = bytes.indexOf('\n', table + 5) + 1
  const offsets = Array.from({length: size}, (_, n) => Number(bytes.toString('latin1', rows + n * 20, rows + n * 20 + 10)))
  const trailer = bytes.toString('latin1', rows + size * 20)
  const root = Number(/\/Root (\d+) 0 R/.exec(trailer)?.[1] ?? 0)
  const pdf = {bytes, offsets, catalog: ''}
  return {...pdf, catalog: dictionaryAt(pdf, root)}
}

/** Text of an object that is no stream, or the dictionary of one that is. */
export function dictionaryAt({bytes, offsets}: Pdf, n: number): string {
  const start = offsets[n] ?? 0
  const end = bytes.indexOf('endobj', start, 'latin1')
  const whole = bytes.subarray(start, end)
  const stream = whole.indexOf('>> stream\n', 0, 'latin1')
  const text = whole.toString('latin1', 0, stream < 0 ? whole.length : stream + 2)
  return text.startsWith(`${n} 0 obj\n`) ? text.slice(text.indexOf('\n') + 1) : ''
}

/** Content of a stream, unpacked. */
export function streamAt(pdf: Pdf, n: number): string {
  const dictionary = dictionaryAt(pdf, n)
  const start = pdf.bytes.indexOf('>> stream\n', pdf.offsets[n] ?? 0, 'latin1') + '>> stream\n'.length
  const content = pdf.bytes.subarray(start, start + Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0))
  if (content.length === 0) return ''
  return (dictionary.includes('/FlateDecode') ? inflateSync(content) : content).toString('latin1')
}

/** What a page draws, its streams one after another; forms are not followed. */
export function contentOf(pdf: Pdf, page: number): string {
  const dictionary = dictionaryAt(pdf, page)
  const one = referenceOf(dictionary, 'Contents')
  return (one === undefined ? referencesOf(dictionary, 'Contents') : [one]).map((n) => streamAt(pdf, n)).join('\n')
}

/** The object that a key of a dictionary refers to. */
export function referenceOf(dictionary: string, key: string): number | undefined {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)
  return found ? Number(found[1]) : undefined
}

/** The objects in an array of references. */
export function referencesOf(dictionary: string, key: string): readonly number[] {
  const list = new RegExp(`/${key} \\[([^\\]]*)\\]`).exec(dictionary)?.[1] ?? ''
  return [...list.matchAll(/(\d+) 0 R/g)].map(([, n]) => Number(n))
}

/** Objects of all pages in order. */
export function listPages(pdf: Pdf): readonly number[] {
  const pages: number[] = []
  const open = [referenceOf(pdf.catalog, 'Pages') ?? 0]
  for (let n = open.pop(); n !== undefined; n = open.pop()) {
    const dictionary = dictionaryAt(pdf, n)
    if (dictionary.includes('/Type /Pages')) open.push(...[...referencesOf(dictionary, 'Kids')].reverse())
    else pages.push(n)
  }
  return pages
}

/** Physical page from 0 of each named destination. */
export function listDestinations(pdf: Pdf, pages: readonly number[]): ReadonlyMap<string, number> {
  return new Map([...listPlaces(pdf, pages)].map(([name, {page}]) => [name, page]))
}

export interface PdfPlace {
  /** Physical page from 0. */
  readonly page: number
  /** Points from the foot of the page; the whole page where the destination says no height. */
  readonly top: number
}

/** Page and height of each named destination. */
export function listPlaces(pdf: Pdf, pages: readonly number[]): ReadonlyMap<string, PdfPlace> {
  const pageByObject = new Map(pages.map((n, page) => [n, page]))
  const rows = dictionaryAt(pdf, referenceOf(pdf.catalog, 'Dests') ?? 0).matchAll(/\/([^\s/<>[\]()]+) ?\[(\d+) 0 R (?:\/XYZ \S+ ([-\d.]+))?/g)
  return new Map([...rows].map(([, name = '', n, top]) => [readName(name), {page: pageByObject.get(Number(n)) ?? -1, top: Number(top ?? Infinity)}]))
}

function readName(name: string): string {
  const plain = name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return /%[0-9a-f]{2}/i.test(plain) ? decodeURIComponent(plain) : plain
}

/** Links that lead to a place in the book. */
export function listLinks(pdf: Pdf, pages: readonly number[]): readonly PdfLink[] {
  return pages.flatMap((n, page) => referencesOf(dictionaryAt(pdf, n), 'Annots').flatMap((annotation): readonly PdfLink[] => {
    const dictionary = dictionaryAt(pdf, annotation)
    const destination = /\/Dest \/([^\s/<>[\]()]+)/.exec(dictionary)?.[1]
    const [left = 0, bottom = 0, right = 0, top = 0] = (/\/Rect \[([^\]]*)\]/.exec(dictionary)?.[1] ?? '').split(' ').map(Number)
    return destination === undefined ? [] : [{page, destination: readName(destination), area: [left, bottom, right, top]}]
  }))
}

/** Destinations of all outline items, in order. */
export function listOutline(pdf: Pdf): readonly string[] {
  return listBookmarks(pdf).map(({destination}) => destination)
}

export interface Bookmark {
  readonly title: string
  readonly destination: string
}

/** All outline items, each before those below it. */
export function listBookmarks(pdf: Pdf): readonly Bookmark[] {
  const bookmarks: Bookmark[] = []
  const open = [referenceOf(dictionaryAt(pdf, referenceOf(pdf.catalog, 'Outlines') ?? 0), 'First')]
  while (open.length > 0) {
    const n = open.pop()
    if (n === undefined) continue
    const whole = dictionaryAt(pdf, n)
    const title = readString(/\/Title (\((?:\\.|[^\\)])*\)|<[0-9A-F]*>)/.exec(whole)?.[1] ?? '()')
    const dictionary = whole.replace(/\((?:\\.|[^\\)])*\)/g, '()')
    bookmarks.push({title, destination: readName(/\/Dest \/([^\s/<>[\]()]+)/.exec(dictionary)?.[1] ?? '')})
    open.push(referenceOf(dictionary, 'Next'), referenceOf(dictionary, 'First'))
  }
  return bookmarks
}

/** The label of each page, from the catalogue's /PageLabels (ISO 32000-2, 12.4.2). */
export function listLabels(pdf: Pdf, pages: number): readonly string[] {
  const rows = [...(/\/PageLabels <<\/Nums \[([^\]]*)\]/.exec(pdf.catalog)?.[1] ?? '').matchAll(/(\d+) <<(?:\/S \/([rD])(?: \/St (\d+))?|\/P (\((?:\\.|[^\\)])*\)|<[0-9A-F]*>))>>/g)]
    .map(([, from, style, first = '1', prefix]) => ({from: Number(from), style, first: Number(first), prefix}))
  return Array.from({length: pages}, (_, page) => {
    const row = rows.findLast(({from}) => from <= page) ?? {from: 0, style: 'D', first: 1, prefix: undefined}
    if (row.prefix !== undefined) return readString(row.prefix)
    const number = page - row.from + row.first
    return row.style === 'r' ? writeRoman(number) : String(number)
  })
}

/** A text string (7.9.2.2): ASCII, or UTF-16BE in hexadecimal. */
function readString(written: string): string {
  if (written.startsWith('(')) return written.slice(1, -1).replace(/\\(.)/g, '$1')
  return Buffer.from(written.slice(5, -1), 'hex').swap16().toString('utf16le')
}

function writeRoman(number: number): string {
  const digits = ['', 'a', 'aa', 'aaa', 'ab', 'b', 'ba', 'baa', 'baaa', 'ac']
  const letters = ['ivx', 'xlc', 'cdm', 'm  ']
  return [...String(number)].reverse().map((digit, power) =>
    (digits[Number(digit)] ?? '').replace(/[abc]/g, (letter) => letters[power]?.['abc'.indexOf(letter)] ?? '')).reverse().join('')
}
