/** The outer parts of a PDF that is made of sheets: pages with their boxes, catalogue, facts. Nothing in it links to anything. */
import {deflateSync} from 'node:zlib'
import type {Direction, Language} from '../../core/model.ts'
import {pdfDate, pdfString, type PdfWriter} from '../print/pdf-writer.ts'
import type {Box, PageForm} from './pdf-forms.ts'

export interface SheetPage {
  readonly media: Box
  readonly trim: Box
  readonly bleed?: Box
  /** Operators. */
  readonly content: string
  /** Forms that the operators name, by their number: `/F12 Do`. */
  readonly forms: readonly PageForm[]
  /** More resources, such as colour spaces. */
  readonly resources?: string
}

export interface SheetFacts {
  readonly title: string
  readonly language: Language
  readonly direction: Direction
  /** Seconds since 1970. */
  readonly modified: number
  /** How the printing dialogue is to be set. */
  readonly duplex?: 'DuplexFlipShortEdge' | 'DuplexFlipLongEdge'
}

/** Writes the pages and what belongs around them, and gives the whole file. */
export function finishSheets(pages: readonly SheetPage[], facts: SheetFacts, writer: PdfWriter): Uint8Array {
  const tree = writer.reserve()
  const kids = pages.map((page) => writePage(page, tree, writer))
  writer.put(tree, `<</Type /Pages\n/Count ${kids.length}\n/Kids [${kids.map((n) => `${n} 0 R`).join(' ')}]>>`)
  const catalog = writer.reserve()
  const preferences = ['/DisplayDocTitle true', '/PrintScaling /None', ...(facts.duplex ? [`/Duplex /${facts.duplex}`] : []), ...(facts.direction === 'rtl' ? ['/Direction /R2L'] : [])]
  writer.put(catalog, `<</Type /Catalog\n/Pages ${tree} 0 R\n/ViewerPreferences <<${preferences.join(' ')}>>\n/Lang ${pdfString(facts.language)}>>`)
  const information = writer.reserve()
  const date = pdfDate(facts.modified)
  writer.put(information, `<</Title ${pdfString(facts.title)}\n/Creator (Hexapla)\n/Producer (Hexapla, Skia/PDF)\n/CreationDate ${date}\n/ModDate ${date}\n/Trapped /False>>`)
  return writer.finish(catalog, information)
}

function writePage({media, trim, bleed = trim, content, forms, resources = ''}: SheetPage, tree: number, writer: PdfWriter): number {
  const [stream, page] = [writer.reserve(), writer.reserve()]
  writer.putStream(stream, '/Filter /FlateDecode', deflateSync(Buffer.from(content, 'latin1')))
  const named = forms.map(({object}) => `/F${object} ${object} 0 R`).join(' ')
  writer.put(page, `<</Type /Page\n/Parent ${tree} 0 R\n/MediaBox [${media.join(' ')}]\n/BleedBox [${bleed.join(' ')}]\n/TrimBox [${trim.join(' ')}]\n` +
    `/Resources <</XObject <<${named}>>${resources}>>\n/Contents ${stream} 0 R>>`)
  return page
}
