/** Letters of a finished PDF: whether all have a shape, in fonts of the house. */
import {makeGlyphTest} from '../core/characters.ts'
import type {Report} from '../core/diagnostic.ts'
import {walk} from '../core/hast.ts'
import type {Edition} from '../core/model.ts'
import type {Product} from '../core/product.ts'
import type {Coverage} from '../core/world.ts'
import {contentOf, dictionaryAt, listPages, openPdf, streamAt, type Pdf} from './pdf.ts'
import {readCharacters} from './pdf-text.ts'
import {namePages} from './preflight/words.ts'

/**
 * Reports letters that are boxes, and fonts that this machine had and another may not, with the first page of each. Those that the
 * edition's own style sheet names are meant; pictures in SVG choose theirs, beyond the reach of style sheets. Not reported again are
 * characters of the edition that no house font has: `print/no-glyph` has told their place.
 */
export function verifyFonts({content, path}: Pick<Product, 'content' | 'path'>, edition: Edition, coverage: Coverage, report: Report): void {
  const pdf = content.length > 0 ? openPdf(content) : undefined
  if (!pdf) return // others say why
  const {resources, styles} = edition
  const place = {file: path}
  const named = styles.pdf.replaceAll(' ', '')
  const drawn = [...resources.values()].some(({mediaType}) => mediaType === 'image/svg+xml')
  const shapeless: number[] = []
  const pageByFont = new Map<string, number>()
  const objectsByFont = new Map<string, Set<number>>()
  let tofu = 0
  listPages(pdf).forEach((page, at) => {
    const {fonts, missing} = readPage(pdf, page)
    for (const [n, font] of fonts) {
      if (!pageByFont.has(font)) pageByFont.set(font, at + 1)
      objectsByFont.set(font, (objectsByFont.get(font) ?? new Set()).add(n))
    }
    if (missing > 0) shapeless.push(at + 1)
    tofu += missing
  })
  let told: ReadonlySet<string> | undefined
  const areTold = (): ReadonlySet<string> => told ??= listUncovered(edition, coverage) // looked for where something is wrong
  if (tofu > 0 && areTold().size === 0) report('preflight/tofu', {count: tofu, pages: namePages(shapeless)}, place)
  for (const [font, page] of pageByFont) {
    const family = font.split('-')[0] ?? font
    if (coverage.families.has(family) || named.includes(family)) continue
    const shown = [...objectsByFont.get(font) ?? []].flatMap((n) => [...readCharacters(pdf, n).values()]).join('')
    if (showsOnly(shown, areTold())) continue
    report(drawn ? 'print/drawing-font' : 'print/foreign-font', {font, page}, place)
  }
}

/** Characters in the text of the edition that no house font has. */
function listUncovered({divisions}: Edition, coverage: Coverage): ReadonlySet<string> {
  const isShown = makeGlyphTest(coverage)
  const uncovered = new Set<string>()
  for (const {tree} of divisions) {
    walk(tree, (node) => {
      if (node.type === 'text') for (const character of node.value) if (!isShown(character.codePointAt(0) ?? 0)) uncovered.add(character)
    })
  }
  return uncovered
}

/** Whether a font was taken for these characters alone, and what stands between them. */
function showsOnly(text: string, characters: ReadonlySet<string>): boolean {
  const shown = [...text].filter((character) => !/[\s\p{M}\p{P}\p{Cf}]/u.test(character) || characters.has(character))
  return shown.length > 0 && shown.every((character) => characters.has(character))
}

interface Letters {
  /** Names by their objects. */
  readonly fonts: ReadonlyMap<number, string>
  /** How many are the shape of a missing one. */
  readonly missing: number
}

/** A page with all forms that it shows. */
function readPage(pdf: Pdf, page: number): Letters {
  const fonts = new Map<number, string>()
  const seen = new Set([page])
  let missing = countShapeless(contentOf(pdf, page))
  const open = [dictionaryAt(pdf, page)]
  for (let dictionary = open.pop(); dictionary !== undefined; dictionary = open.pop()) {
    for (const n of listNamed(dictionary, 'Font')) fonts.set(n, nameFont(dictionaryAt(pdf, n)))
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
