/** Takes the pages of a finished PDF into another as form XObjects (ISO 32000-2, 8.10): text stays text, fonts are copied once, links stay behind. */
import {deflateSync} from 'node:zlib'
import {contentOf} from '../print/page-content.ts'
import {objectAt, pagesOf, referencesIn, stringOrReference, type PdfFile} from '../print/pdf-reader.ts'
import type {PdfWriter} from '../print/pdf-writer.ts'
import {maybeValue} from './pdf-values.ts'

/** Left, bottom, right, top, in points. */
export type Box = readonly [number, number, number, number]

export interface PageForm {
  /** Number of the form in the new file. */
  readonly object: number
  /** What of the page is shown, in the form's own coordinates: its trim. */
  readonly box: Box
}

/**
 * Writes every page of the PDF as a form, in order. Streams are taken over packed as they are: it takes no more memory than
 * the two files. `crop` may show less of each page. Throws when a page has no box or contents: then it is none of ours.
 */
export function embedPages(pdf: PdfFile, writer: PdfWriter, crop: (box: Box) => Box = (box) => box): readonly PageForm[] {
  const copied = new Map<number, number>()
  return pagesOf(pdf).map((page) => embedPage(pdf, page, crop, copied, writer))
}

function embedPage(pdf: PdfFile, page: number, crop: (box: Box) => Box, copied: Map<number, number>, writer: PdfWriter): PageForm {
  const {text} = objectAt(pdf, page)
  const whole = maybeBox(maybeValue(text, 'TrimBox') ?? maybeValue(text, 'MediaBox'))
  if (!whole) throw new Error('Unexpected page without a MediaBox')
  const box = crop(whole)
  const resources = maybeValue(text, 'Resources') ?? '<<>>'
  const {filter, bytes} = contentsOf(pdf, referencesIn(maybeValue(text, 'Contents') ?? ''))
  const object = writer.reserve()
  const copy = copyValue(pdf, resources, copied, writer)
  writer.putStream(object, `/Type /XObject\n/Subtype /Form\n/BBox [${box.join(' ')}]\n/Resources ${copy}${filter}`, bytes)
  return {object, box}
}

export function maybeBox(text: string | undefined): Box | undefined {
  const numbers = text?.match(/-?\d*\.?\d+/g)?.map(Number) ?? []
  const [left, bottom, right, top] = numbers
  return left !== undefined && bottom !== undefined && right !== undefined && top !== undefined ? [left, bottom, right, top] : undefined
}

/** One stream as it is; several are one, with a blank between them (7.7.3.3). */
function contentsOf(pdf: PdfFile, streams: readonly number[]): {readonly filter: string; readonly bytes: Uint8Array} {
  const [only] = streams
  const object = only === undefined ? undefined : objectAt(pdf, only)
  if (streams.length === 1 && object?.tail && (object.text.includes('/FlateDecode') || !object.text.includes('/Filter'))) {
    return {filter: object.text.includes('/FlateDecode') ? '\n/Filter /FlateDecode' : '', bytes: object.tail}
  }
  return {filter: '\n/Filter /FlateDecode', bytes: deflateSync(Buffer.from(streams.map((n) => contentOf(pdf, n)).join('\n'), 'latin1'))}
}

/** The value with its references led to copies of what they lead to, each copied once. */
function copyValue(pdf: PdfFile, value: string, copied: Map<number, number>, writer: PdfWriter): string {
  const open: number[] = []
  const renumber = (text: string): string => text.replace(stringOrReference, (match, n: string | undefined) => {
    if (n === undefined) return match
    const known = copied.get(Number(n))
    if (known !== undefined) return `${known} 0 R`
    const copy = writer.reserve()
    copied.set(Number(n), copy)
    open.push(Number(n))
    return `${copy} 0 R`
  })
  const result = renumber(value)
  for (let n = open.pop(); n !== undefined; n = open.pop()) {
    const {text, tail} = objectAt(pdf, n)
    const copy = renumber(text)
    if (tail) writer.putStream(copied.get(n) ?? 0, copy.slice(2, -2).replace(/\s*\/Length \d+/, ''), tail)
    else writer.put(copied.get(n) ?? 0, copy)
  }
  return result
}
