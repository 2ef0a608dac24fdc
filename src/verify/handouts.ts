/** Checks finished handouts: each can be read again, and its links and bookmarks lead somewhere. */
import type {Report} from '../core/diagnostic.ts'
import type {Product} from '../core/product.ts'
import {listDestinations, listLinks, listOutline, listPages, openPdf} from './pdf.ts'
import {describeMisled, findMisled} from './positions.ts'

/** Makes each file anew and reads it; the number of links. All failures are fatal. */
export function verifyHandouts({files = [], pages: expected = 0}: Product, report: Report): number {
  let [links, pages] = [0, 0]
  for (const {path, make} of files) {
    const pdf = openPdf(make())
    if (!pdf) {
      report('print/unsound', {reason: `handout ${path} that cannot be read again`})
      continue
    }
    const sheets = listPages(pdf)
    const places = listDestinations(pdf, sheets)
    const found = listLinks(pdf, sheets)
    for (const id of new Set([...found.map(({destination}) => destination), ...listOutline(pdf)])) if (!places.has(id)) report('print/link-dead', {id: `${id} of ${path}`})
    for (const misled of findMisled(pdf, sheets)) report('print/unsound', {reason: `${describeMisled(misled)} in ${path}`})
    links += found.length
    pages += sheets.length
  }
  if (pages !== expected && files.length > 0) report('print/unsound', {reason: `${pages} pages of handouts where ${expected} were printed`})
  return links
}
