/** Links of the finished PDF: led to their places, described, counted. */
import {round} from '../../core/lengths.ts'
import type {Id} from '../../core/model.ts'
import {farScheme} from './document.ts'
import {pdfName, pdfString} from './pdf-writer.ts'
import {decodeName, objectAt, pagesOf, referencesIn, type PdfFile} from './pdf-reader.ts'

/** A link into another part becomes a destination of the book. */
export function leadHome(annotation: string): string {
  const far = new RegExp(`/A <<[^>]*/URI \\(${farScheme}((?:\\\\.|[^\\\\)])*)\\)\\s*>>`)
  return annotation.replace(far, (_, url: string) => `/Dest ${pdfName(decodeId(url))}`)
}

function decodeId(url: string): Id {
  try {
    return decodeURIComponent(url.replace(/\\(.)/g, '$1'))
  } catch {
    return url
  }
}

/** Says where a link leads (ISO 14289-1, 7.18.5): the name of the place, else the address. */
export function describeLink(annotation: string, nameOf: (id: Id) => string | undefined): string {
  const destination = /\/Dest \/([^\s/<>[\]()]+)/.exec(annotation)?.[1]
  const name = destination === undefined ? undefined : nameOf(decodeName(destination))
  const address = /\/URI (\((?:\\[^]|[^\\()])*\))/.exec(annotation)?.[1]
  const words = name === undefined ? address : pdfString(name)
  return words === undefined ? annotation : annotation.replace('<</Type /Annot\n', () => `<</Type /Annot\n/Contents ${words}\n`)
}

/** A thin, light line below a link: below its letters too, so that it crosses none in any script (12.5.4). */
export function underline(annotation: string, colour: readonly [number, number, number]): string {
  const light = colour.map((part) => round(part + (1 - part) * 0.4))
  return annotation.replace(/\/Border \[[^\]]*\]/, `/Border [0 0 0.4]\n/BS <</Type /Border /W 0.4 /S /U>>\n/C [${light.join(' ')}]`)
}

/** Points. Where a line begins a page, a thin slice of a link in it is left on the page before. */
const thinnestLink = 4

/** The page from 0 of the first link to each place. Destinations of the links themselves would not do: that of a word in the first line of a page may be on the page before. */
export function findFirstLinks(pdf: PdfFile): ReadonlyMap<Id, number> {
  const first = new Map<Id, number>()
  for (const [page, object] of pagesOf(pdf).entries()) {
    const annotations = referencesIn(/\/Annots \[([^\]]*)\]/.exec(objectAt(pdf, object).text)?.[1] ?? '')
    for (const {text} of annotations.map((n) => objectAt(pdf, n))) {
      const name = /\/Dest \/([^\s/<>[\]()]+)/.exec(text)?.[1]
      const [, bottom, top] = /\/Rect \[\S+ (\S+) \S+ (\S+)\]/.exec(text) ?? []
      const isShown = Number(top) - Number(bottom) > thinnestLink
      if (name !== undefined && isShown && !first.has(decodeName(name))) first.set(decodeName(name), page)
    }
  }
  return first
}

/** Counts the links of a finished PDF that lead to a place in it. */
export function countLinks(bytes: Uint8Array): number {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const annotation = Buffer.from('<</Type /Annot\n', 'latin1')
  let links = 0
  for (let at = pdf.indexOf(annotation); at >= 0; at = pdf.indexOf(annotation, at + annotation.length)) {
    const end = pdf.indexOf('endobj', at, 'latin1')
    if (pdf.toString('latin1', at, end).includes('/Dest /')) links++
  }
  return links
}
