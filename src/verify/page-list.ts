/** The page list of a finished EPUB against the finished PDF of the same edition: every page, and the page of every place that both know. */
import type {Report} from '../core/diagnostic.ts'
import type {Edition, Id, NavPoint} from '../core/model.ts'
import {contentOf, dictionaryAt, listDestinations, listLabels, listPages, openPdf, referenceOf, type Pdf} from './pdf.ts'

/** What an opened EPUB shows of itself. */
export interface OpenBook {
  readonly edition: Edition
  /** Text of the navigation document. */
  readonly navigation: string
  /** Files in the order of reading, each with its ids in the order of the document. */
  readonly documents: readonly {readonly file: string; readonly ids: readonly string[]}[]
}

/** Reports as fatal whatever differs. */
export function verifyPageList(book: OpenBook, print: Uint8Array, report: Report): void {
  const pdf = openPdf(print)
  if (!pdf) return // told when the PDF was verified
  const pages = listPages(pdf)
  const labels = listLabels(pdf, pages.length)
  const listed = readPageList(book.navigation)
  checkOrder(listed.map(({label}) => label), labels, (page) => isBlank(pdf, pages[page] ?? 0), report)
  const pageById = listDestinations(pdf, pages)
  const foundById = findPages(book, new Map(listed.map(({label, address}) => [address, label])))
  for (const [id, title] of listPlaces(book.edition)) {
    const page = pageById.get(id)
    const found = foundById.get(id)
    const expected = page === undefined ? undefined : labels[page]
    if (expected !== undefined && found !== undefined && !found.includes(expected)) report('epub/page-wrong', {place: title, found: found.at(-1) ?? '', expected})
  }
}

function readPageList(navigation: string): readonly {readonly label: string; readonly address: string}[] {
  const list = /<nav epub:type="page-list"[\s\S]*?<\/nav>/.exec(navigation)?.[0] ?? ''
  return [...list.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)].map(([, address = '', label = '']) => ({label, address}))
}

/** Every page of the print in its order, none but the blank ones left out. */
function checkOrder(listed: readonly string[], labels: readonly string[], isBlankPage: (page: number) => boolean, report: Report): void {
  let at = 0
  for (const [page, label] of labels.entries()) {
    if (listed[at] === label) at++
    else if (!isBlankPage(page)) return report('epub/page-wrong', {place: `the page after ${listed[at - 1] ?? 'none'}`, found: listed[at] ?? 'none', expected: label})
  }
  if (at < listed.length) report('epub/page-wrong', {place: `the page after ${listed[at - 1] ?? 'none'}`, found: listed[at] ?? '', expected: 'none'})
}

/** Neither text nor picture. */
function isBlank(pdf: Pdf, page: number): boolean {
  return referenceOf(dictionaryAt(pdf, page), 'Margins') === undefined && !/ (?:Tj|TJ|Do)\b/.test(contentOf(pdf, page))
}

/** Pages over which a block in two languages may run. */
const reach = 12

/**
 * The page on which each id stands: that of the break before it. A division whose first id is a break begins with that, or
 * runs on from the page before and has the break in its midst.
 */
function findPages({documents, edition}: OpenBook, labelByAddress: ReadonlyMap<string, string>): ReadonlyMap<Id, readonly string[]> {
  const divisions = new Set(edition.divisions.map(({id}) => id))
  const pages = new Map<Id, readonly string[]>()
  let label: string | undefined
  let former: readonly string[] = [] // in two languages one goes on behind the breaks of the other
  for (const {file, ids} of documents) {
    for (const [place, id] of ids.entries()) {
      const turned = labelByAddress.get(`${file}#${id}`)
      if (turned !== undefined) [former, label] = [[...label === undefined ? [] : [label], ...former].slice(0, reach), turned]
      const inside = divisions.has(id) ? labelByAddress.get(`${file}#${ids[place + 1] ?? ''}`) : undefined
      const labels = [label, inside, ...edition.spec.pairing ? former : []].filter((each) => each !== undefined)
      if (labels.length > 0) pages.set(id, labels)
    }
  }
  return pages
}

/** Divisions and headings with their titles; the contents stand otherwise in an EPUB. */
function listPlaces({divisions, contents}: Edition): readonly (readonly [Id, string])[] {
  const below = (points: readonly NavPoint[]): readonly (readonly [Id, string])[] => points.flatMap(({id, title, children}) => [[id, title] as const, ...below(children)])
  return [...divisions.filter(({kind}) => kind !== 'contents').map(({id, title}) => [id, title] as const), ...below(contents)]
}
