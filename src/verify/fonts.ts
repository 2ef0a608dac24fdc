/** Letters of a finished PDF: whether all have a shape, in fonts of the house. */
import type {Report} from '../core/diagnostic.ts'
import type {Edition} from '../core/model.ts'
import type {Product} from '../core/product.ts'
import type {Coverage} from '../core/world.ts'
import {contentOf, dictionaryAt, listPages, openPdf, streamAt, type Pdf} from './pdf.ts'
import {namePages} from './preflight/words.ts'

/**
 * Reports letters that are boxes, and fonts that this machine had and another may not, with the first page of each. Those that the
 * edition's own style sheet names are meant; pictures in SVG choose theirs, beyond the reach of style sheets.
 */
export function verifyFonts({content, path}: Pick<Product, 'content' | 'path'>, {resources, styles}: Edition, {families}: Coverage, report: Report): void {
  const pdf = content.length > 0 ? openPdf(content) : undefined
  if (!pdf) return // others say why
  const place = {file: path}
  const named = styles.pdf.replaceAll(' ', '')
  const drawn = [...resources.values()].some(({mediaType}) => mediaType === 'image/svg+xml')
  const shapeless: number[] = []
  const pageByFont = new Map<string, number>()
  let tofu = 0
  listPages(pdf).forEach((page, at) => {
    const {fonts, missing} = readPage(pdf, page)
    for (const font of fonts) if (!pageByFont.has(font)) pageByFont.set(font, at + 1)
    if (missing > 0) shapeless.push(at + 1)
    tofu += missing
  })
  if (tofu > 0) report('preflight/tofu', {count: tofu, pages: namePages(shapeless)}, place)
  for (const [font, page] of pageByFont) {
    const family = font.split('-')[0] ?? font
    if (families.has(family) || named.includes(family)) continue
    report(drawn ? 'print/drawing-font' : 'print/foreign-font', {font, page}, place)
  }
}

interface Letters {
  readonly fonts: ReadonlySet<string>
  /** How many are the shape of a missing one. */
  readonly missing: number
}

/** A page with all forms that it shows. */
function readPage(pdf: Pdf, page: number): Letters {
  const fonts = new Set<string>()
  const seen = new Set([page])
  let missing = countShapeless(contentOf(pdf, page))
  const open = [dictionaryAt(pdf, page)]
  for (let dictionary = open.pop(); dictionary !== undefined; dictionary = open.pop()) {
    for (const n of listNamed(dictionary, 'Font')) fonts.add(nameFont(dictionaryAt(pdf, n)))
    for (const n of listNamed(dictionary, 'XObject')) {
      const form = seen.has(n) ? '' : dictionaryAt(pdf, n)
      seen.add(n)
      if (!/\/Subtype ?\/Form/.test(form)) continue
      missing += countShapeless(streamAt(pdf, n))
      open.push(form)
    }
  }
  return {fonts, missing}
}

/** Objects that a category of the resources names (7.8.3). */
function listNamed(dictionary: string, category: string): readonly number[] {
  return [...(new RegExp(`/${category} <<([^>]*)>>`).exec(dictionary)?.[1] ?? '').matchAll(/ (\d+) 0 R/g)].map(([, n]) => Number(n))
}

/** Without the letters of its subset; what the browser draws letter by letter has no name. */
function nameFont(dictionary: string): string {
  return /\/BaseFont ?\/(?:[A-Z]{6}\+)?([^\s/<>[\]()]+)/.exec(dictionary)?.[1] ?? 'nameless (Type 3)'
}

/** Glyph 0 stands for what a font lacks (9.7.4.2). */
function countShapeless(content: string): number {
  if (!content.includes('0000')) return 0
  let count = 0
  for (const [, codes = ''] of content.matchAll(/<([0-9A-Fa-f]+)> ?Tj/g)) {
    for (let at = 0; at < codes.length; at += 4) if (codes.startsWith('0000', at)) count++
  }
  return count
}
