/** Checks finished handouts: each can be read again, its links and bookmarks lead somewhere, its letters are those of the house. */
import type {Report} from '../core/diagnostic.ts'
import type {Edition} from '../core/model.ts'
import type {Product} from '../core/product.ts'
import type {Coverage} from '../core/world.ts'
import {verifyFonts} from './fonts.ts'
import {listDestinations, listLinks, listOutline, listPages, openPdf} from './pdf.ts'
import {describeMisled, findMisled} from './positions.ts'

/** Makes each file anew and reads it; the number of links. All failures but those of fonts are fatal. */
export function verifyHandouts({files = [], pages: expected = 0}: Product, edition: Edition, coverage: Coverage, report: Report): number {
  const reportFont = onceForEachFont(report)
  let [links, pages] = [0, 0]
  for (const {path, make} of files) {
    const content = make()
    const pdf = openPdf(content)
    if (!pdf) {
      report('print/unsound', {reason: `handout ${path} that cannot be read again`})
      continue
    }
    const sheets = listPages(pdf)
    const places = listDestinations(pdf, sheets)
    const found = listLinks(pdf, sheets)
    for (const id of new Set([...found.map(({destination}) => destination), ...listOutline(pdf)])) if (!places.has(id)) report('print/link-dead', {id: `${id} of ${path}`})
    for (const misled of findMisled(pdf, sheets)) report('print/unsound', {reason: `${describeMisled(misled)} in ${path}`})
    verifyFonts({path, content}, edition, coverage, reportFont)
    links += found.length
    pages += sheets.length
  }
  if (pages !== expected && files.length > 0) report('print/unsound', {reason: `${pages} pages of handouts where ${expected} were printed`})
  return links
}

/** What a style sheet asks for stands in all handouts: the first of them is enough. */
function onceForEachFont(report: Report): Report {
  const named = new Set<unknown>()
  return (code, facts, place) => {
    const {font} = {...facts} as {readonly font?: unknown} // of most codes there is none
    if (font !== undefined && named.has(font)) return
    named.add(font)
    report(code, facts, place)
  }
}
