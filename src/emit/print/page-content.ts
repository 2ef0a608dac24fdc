/** Looks into and mends the content stream of a page as Skia writes it. */
import {inflateSync} from 'node:zlib'
import {objectAt, pagesOf, referenceIn, type PdfFile} from './pdf-reader.ts'

/** Skia's units are 0.24 pt, a CSS pixel is 0.75 pt: the scale of everything on a page that was not shrunk. */
const soundScale = 3.125
const firstScale = /\n(\d+(?:\.\d+)?|\.\d+) 0 0 (?:\d+(?:\.\d+)?|\.\d+) [-\d.]+ [-\d.]+ cm\n/

/** By how much the browser shrank the document, if it did; it shrinks all pages alike. */
export function findShrunkScale(pdf: PdfFile): number | undefined {
  for (const page of pagesOf(pdf)) {
    const contents = referenceIn(objectAt(pdf, page).text, 'Contents')
    const scale = contents === undefined ? undefined : scaleOf(contentOf(pdf, contents))
    if (scale !== undefined && Math.abs(scale - soundScale) > 0.01) return scale / soundScale
  }
  return undefined
}

/** The scale of CSS pixels on a page, unless it is empty. */
export function scaleOf(content: string): number | undefined {
  const found = firstScale.exec(content)
  return found ? Number(found[1]) : undefined
}

/** A content stream, unpacked, one character a byte. */
export function contentOf(pdf: PdfFile, n: number): string {
  const {text, tail} = objectAt(pdf, n)
  if (!tail || tail.length === 0) return ''
  return text.includes('/FlateDecode') ? inflateSync(tail).toString('latin1') : tail.toString('latin1')
}

/** The block of margin boxes stands first, before the clip of the page's own area. */
const marginBlock = /^(\S+ 0 0 \S+ 0 \S+ cm\n)q\n(3\.125 0 0 3\.125 0 0 cm\n(?:(?!Q\n|q\n)[^\n]*\n)*)Q\n/

/**
 * Marks heads and folios as artifacts (ISO 32000-2, 14.8.2.2), and leaves out the head on a page where a division opens:
 * its title stands there already, and CSS cannot tell that page from the next.
 */
export function mendMargins(content: string, opening: boolean, middle: number): string {
  return content.replace(marginBlock, (_, matrix: string, block: string) => {
    const kept = opening ? block.replace(/BT\n[\s\S]*?ET\n/g, (text) => baselineOf(text) < middle ? '' : text) : block
    return `${matrix}/Artifact <</Type /Pagination>> BDC\nq\n${kept}Q\nEMC\n`
  })
}

/** CSS pixels from the top of the page. */
function baselineOf(text: string): number {
  return Number(/ ([-\d.]+) Tm\n/.exec(text)?.[1] ?? Number.POSITIVE_INFINITY)
}
