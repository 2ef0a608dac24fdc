/** Checks a finished PDF: every link and outline item leads somewhere, and every page number printed is true. */
import {rightToLeftLetters} from '../core/characters.ts'
import type {Report} from '../core/diagnostic.ts'
import {walk} from '../core/hast.ts'
import {pointsPerMillimetre} from '../core/lengths.ts'
import type {DivisionKind, Edition, Id, NavPoint} from '../core/model.ts'
import type {Product} from '../core/product.ts'
import type {FolioNode} from '../core/nodes.ts'
import {listBookmarks, listDestinations, listLabels, listLinks, listPages, openPdf, type Pdf, type PdfLink} from './pdf.ts'
import {describeMisled, findApart, findMisled, findStrays} from './positions.ts'
import {readMarginText, readPageText, textWithin} from './pdf-text.ts'

interface Reading {
  readonly pdf: Pdf
  readonly pages: readonly number[]
  readonly labels: readonly string[]
  readonly pageById: ReadonlyMap<Id, number>
  readonly links: readonly PdfLink[]
}

/** Reads the bytes afresh and compares them with the edition and with the page numbers that emit reckoned with. All failures are fatal. */
export function verifyPrint(product: Product, edition: Edition, folios: ReadonlyMap<Id, string>, report: Report): void {
  if (product.content.length === 0) return // emit has said why
  const reading = readBook(product.content)
  if (!reading) {
    report('print/unsound', {reason: 'a file that cannot be read again'})
    return
  }
  const {pdf, links, pageById, labels} = reading
  if (labels.length !== product.pages) report('print/unsound', {reason: `${labels.length} pages where ${product.pages} were printed`})
  for (const id of new Set(links.map(({destination}) => destination))) if (!pageById.has(id)) report('print/link-dead', {id})
  checkOutline(pdf, edition, report)
  for (const id of new Set(listBookmarks(pdf).map(({destination}) => destination))) if (!pageById.has(id)) report('print/link-dead', {id})
  for (const reason of listMisplaced(reading, edition)) report('print/unsound', {reason})
  for (const [id, printed] of folios) {
    const label = labelOf(id, reading)
    if (label !== printed) report('print/folio-wrong', {id, printed, label: label ?? 'none'})
  }
  checkMargins(reading, edition, report)
  for (const division of edition.divisions) {
    if (['contents', 'figures', 'tables', 'index'].includes(division.kind)) checkPrinted(division.kind, foliosIn(division.tree), pagesOf(division.id, edition, reading), reading, report)
  }
}

function listMisplaced({pdf, pages, pageById}: Reading, edition: Edition): readonly string[] {
  return [
    ...findMisled(pdf, pages).map(describeMisled),
    ...findApart(edition, pageById).map((id) => `article “${id}” whose two languages do not face each other`),
    ...findStrays(edition, pageById).map((id) => `place “${id}” on page ${(pageById.get(id) ?? 0) + 1}, outside of what it belongs to`)
  ]
}

/** The outline has the lines of the contents in their order. */
function checkOutline(pdf: Pdf, {contents}: Edition, report: Report): void {
  const flatten = (points: readonly NavPoint[]): readonly string[] => points.flatMap(({id, title, children}) => [`${id} ${title}`, ...flatten(children)])
  const written = listBookmarks(pdf).map(({destination, title}) => `${destination} ${title}`)
  const wanted = flatten(contents)
  const wrong = wanted.find((line, at) => line !== written[at]) ?? written[wanted.length]
  if (wrong !== undefined) report('print/unsound', {reason: `an outline without its line “${wrong}”`})
}

function readBook(content: Uint8Array): Reading | undefined {
  const pdf = openPdf(content)
  if (!pdf) return undefined
  const pages = listPages(pdf)
  return {pdf, pages, labels: listLabels(pdf, pages.length), pageById: listDestinations(pdf, pages), links: listLinks(pdf, pages)}
}

/** The folio at the foot of a page is its label, and every page where an article begins has one; its letters may be painted in any order. */
function checkMargins({pdf, pages, labels, pageById}: Reading, {divisions, publication: {page: {height}}}: Edition, report: Report): void {
  const numbered = new Set(divisions.filter(({kind}) => kind === 'article').map(({id}) => pageById.get(id)))
  const middle = height * pointsPerMillimetre / 2
  const sort = (text: string): string => [...text.normalize('NFKD').replace(/[\s\u0640]/g, '')].sort().join('')
  pages.forEach((page, at) => {
    const printed = readMarginText(pdf, page).filter(({y}) => y < middle).map(({text}) => text).join('')
    const label = labels[at] ?? 'none'
    if ((printed !== '' || numbered.has(at)) && sort(printed) !== sort(label)) report('print/folio-wrong', {id: `page ${at + 1}`, printed: printed || 'nothing', label})
  })
}

function labelOf(id: Id, {pageById, labels}: Reading): string | undefined {
  const page = pageById.get(id)
  return page === undefined ? undefined : labels[page]
}

function foliosIn(tree: Edition['divisions'][number]['tree']): readonly FolioNode[] {
  const nodes: FolioNode[] = []
  walk(tree, (node) => { if (node.type === 'folio') nodes.push(node) })
  return nodes
}

/** First page of a division and the page where the next one begins. */
function pagesOf(id: Id, edition: Edition, {pageById, pages}: Reading): readonly [number, number] {
  const place = edition.divisions.findIndex((division) => division.id === id)
  const next = edition.divisions[place + 1]
  return [pageById.get(id) ?? 0, (next && pageById.get(next.id)) ?? pages.length]
}

const letters = new RegExp(`[${rightToLeftLetters}]`, 'gu')

/**
 * Compares the ink with the truth: what stands under each link to a target. In the contents a title links there as well, so
 * one link with the number is asked for; in the index nothing but numbers links to a target.
 */
function checkPrinted(kind: DivisionKind, nodes: readonly FolioNode[], [from, to]: readonly [number, number], reading: Reading, report: Report): void {
  const printed = new Map<Id, string[]>()
  const texts = new Map<number, ReturnType<typeof readPageText>>()
  for (const {page, destination, area} of reading.links) {
    if (page < from || page >= to || Math.min(area[2] - area[0], area[3] - area[1]) < 1) continue // the browser leaves a link without height, or width, where a line went to the next page
    const text = texts.get(page) ?? readPageText(reading.pdf, reading.pages[page] ?? 0)
    texts.set(page, text)
    printed.set(destination, [...printed.get(destination) ?? [], textWithin(text, area).trim()])
  }
  for (const {targets} of nodes) {
    if (kind === 'index' && targets.length > 0 && !targets.some((id) => printed.has(id))) report('print/folio-wrong', {id: targets[0] ?? '', printed: 'nothing', label: labelOf(targets[0] ?? '', reading) ?? 'none'})
    for (const id of targets) {
      const numbers = printed.get(id) ?? []
      const label = labelOf(id, reading)
      const says = (number: string): boolean => number === label || number.replaceAll(letters, '') === label // a letter of the line above may reach down
      const sound = kind !== 'index' ? label !== undefined && numbers.some(says) : numbers.every(says)
      if (!sound) report('print/folio-wrong', {id, printed: numbers.join(' ') || 'nothing', label: label ?? 'none'})
    }
  }
}
