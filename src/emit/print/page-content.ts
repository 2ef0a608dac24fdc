/** Looks into the content stream of a page as Skia writes it. */
import {inflateSync} from 'node:zlib'
import {objectAt, pagesOf, referenceIn, type PdfFile} from './pdf-reader.ts'

/** Skia's units are 0.24 pt, a CSS pixel is 0.75 pt: the scale of CSS pixels in a document that was not shrunk. */
const soundScale = 3.125
const uniformScale = /(?:^|\n)(\d+(?:\.\d+)?|\.\d+) 0 0 \1 [-\d.]+ [-\d.]+ cm\n/

/**
 * By how much the browser shrank the document, if it did; it shrinks all pages alike. A page may open with a picture, which
 * is drawn at a scale of its own: one page with anything at the sound scale clears the document.
 */
export function findShrunkScale(pdf: PdfFile): number | undefined {
  let largest: number | undefined
  for (const page of pagesOf(pdf)) {
    const contents = referenceIn(objectAt(pdf, page).text, 'Contents')
    const scales = contents === undefined ? [] : scalesOf(contentOf(pdf, contents))
    if (scales.some((scale) => Math.abs(scale - soundScale) < 0.001)) return undefined
    largest = scales.reduce((most, scale) => scale < soundScale ? Math.max(most, scale) : most, largest ?? 0)
  }
  return largest ? largest / soundScale : undefined
}

/** The scales at which a page draws, as they stand in its content. */
export function scalesOf(content: string): readonly number[] {
  return [...content.matchAll(new RegExp(uniformScale, 'g'))].map(([, scale]) => Number(scale))
}

/** A content stream, unpacked, one character a byte. */
export function contentOf(pdf: PdfFile, n: number): string {
  const {text, tail} = objectAt(pdf, n)
  if (!tail || tail.length === 0) return ''
  return text.includes('/FlateDecode') ? inflateSync(tail).toString('latin1') : tail.toString('latin1')
}
