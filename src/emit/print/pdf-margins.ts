/** Lays heads and folios over the pages: each page of the prints of margins becomes a form (ISO 32000-2, 8.10) of its page in the book. */
import type {Margins} from './margins.ts'
import {spreadClusters} from './pdf-clusters.ts'
import {changeContent} from './pdf-content.ts'
import {makeRewrite, type Rewrite} from './pdf-part.ts'
import {objectAt, pagesOf, readPdf, referenceIn, type PdfFile} from './pdf-reader.ts'
import {advancesOf} from './pdf-widths.ts'
import type {PdfWriter} from './pdf-writer.ts'

/** What pages need in order to show their margins. */
export interface Overlay {
  /** The content that draws the form `/Margins`, the same for all pages. */
  readonly content: number
  /** Forms by physical page from 1. */
  readonly formByPage: ReadonlyMap<number, number>
}

/** Margins are no part of the text (14.8.2.2). */
const drawing = '/Artifact <</Type /Pagination>> BDC\nq\n/Margins Do\nQ\nEMC\n'

/** Writes the forms; `place` is the number of parts before, which names of fonts go by. */
export function writeOverlay({prints, placeByPage}: Margins, place: number, writer: PdfWriter): Overlay {
  const forms = prints.map((bytes, print) => writeForms(bytes, place + print, writer))
  const formByPage = new Map([...placeByPage].flatMap(([physical, {print, page}]): (readonly [number, number])[] => {
    const form = forms[print]?.[page]
    return form === undefined ? [] : [[physical, form]]
  }))
  const content = writer.reserve()
  writer.putStream(content, '', Buffer.from(drawing, 'latin1'))
  return {content, formByPage}
}

/** The form of each page of one print; pages and their tree are left behind. */
function writeForms(bytes: Uint8Array, place: number, writer: PdfWriter): readonly number[] {
  const pdf = readPdf(bytes)
  const base = writer.reserve(pdf.starts.length) - 1
  const rewrite = makeRewrite(place, (n) => base + n)
  const pages = pagesOf(pdf)
  const contents = new Set(pages.flatMap((page) => referenceIn(objectAt(pdf, page).text, 'Contents') ?? []))
  pdf.starts.forEach((start, n) => {
    if (start === 0 || n === pdf.root || n === pdf.info || contents.has(n)) return
    const {text, tail} = objectAt(pdf, n)
    if (/^<<\/Type \/Pages?\b|^<<\/?\/Type \/Catalog/.test(text)) return
    if (tail) writer.putStream(base + n, rewrite(text).slice(2, -2).replace(/\s*\/Length \d+/, ''), tail)
    else writer.put(base + n, rewrite(text))
  })
  return pages.map((page) => writeForm(pdf, page, rewrite, writer))
}

function writeForm(pdf: PdfFile, page: number, rewrite: Rewrite, writer: PdfWriter): number {
  const {text} = objectAt(pdf, page)
  const content = changeContent(objectAt(pdf, referenceIn(text, 'Contents') ?? 0), (drawn) => spreadClusters(drawn, advancesOf(pdf, text)))
  const resources = findDictionary(text, '/Resources ')
  const box = /\/MediaBox (\[[^\]]*\])/.exec(text)?.[1] ?? '[0 0 0 0]'
  const form = writer.reserve()
  const filter = content.text.includes('/FlateDecode') ? '/Filter /FlateDecode\n' : ''
  writer.putStream(form, `${filter}/Type /XObject\n/Subtype /Form\n/BBox ${box}\n/Resources ${rewrite(resources)}`, content.tail)
  return form
}

/** The dictionary after a key, up to its own end. */
function findDictionary(text: string, key: string): string {
  const from = text.indexOf(key) + key.length
  let depth = 0
  for (const {0: mark, index} of text.slice(from).matchAll(/<<|>>/g)) {
    depth += mark === '<<' ? 1 : -1
    if (depth === 0) return text.slice(from, from + index + 2)
  }
  return '<<>>'
}

/** A page that shows its margins before anything else of its own. */
export function showMargins(page: string, form: number, content: number): string {
  const name = `/Margins ${form} 0 R`
  const named = page.includes('/XObject <<') ? page.replace('/XObject <<', `/XObject <<${name}\n`) : page.replace('/Resources <<', `/Resources <</XObject <<${name}>>\n`)
  return named.replace(/\/Contents (\d+ 0 R)/, `/Contents [${content} 0 R $1]`)
}
