/** A finished EPUB, opened again: what must hold in every reader, and what EPUBCheck does not look at. */
import {strFromU8, unzipSync} from 'fflate'
import type {Report} from '../core/diagnostic.ts'
import type {Division, Edition, Place, Product} from '../core/model.ts'
import {maybeActiveElement, maybeActiveStyle, maybeActivePicture} from './active-content.ts'
import {scanMarkup} from './markup.ts'
import {verifyPageList} from './page-list.ts'

interface Book {
  readonly edition: Edition
  /** By path inside the package's folder. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly report: Report
}

/** What one document holds and where it points. */
interface Scan {
  readonly ids: Set<string>
  readonly references: {readonly address: string; readonly isLink: boolean}[]
}

const folder = 'EPUB/'
const packageFile = 'package.opf'

/**
 * Reports whatever is unsound, as fatal, and returns the number of links that lead to a place inside the book. With the
 * printed book of the same edition, the page list is compared with it.
 */
export function verifyEpub(product: Product, edition: Edition, report: Report, print?: Uint8Array): number {
  checkFirstEntry(product.content, report)
  const files = openContainer(product.content, report)
  if (!files) return 0
  const book: Book = {edition, files, report}
  const order = readPackage(book)
  const scans = scanDocuments(book)
  const documentByDivision = locate(edition.divisions, order, scans)
  for (const division of edition.divisions) {
    if (division.kind !== 'contents' && !documentByDivision.has(division)) report('epub/missing-article', {title: division.title}, placeOf(division))
  }
  checkStaticFiles(book)
  if (print) {
    const documents = order.map((file) => ({file, ids: [...scans.get(file)?.ids ?? []]}))
    verifyPageList({edition, navigation: strFromU8(files.get('nav.xhtml') ?? new Uint8Array()), documents}, print, report)
  }
  return followReferences(book, scans, new Map(Array.from(documentByDivision, ([division, file]) => [file, division])))
}

/** OCF § 4.3: bytes 30 to 57 tell file type sniffers what the file is. EPUBCheck 5.3 does not see a compressed `mimetype`. */
function checkFirstEntry(content: Uint8Array, report: Report): void {
  if (content[8] === 0 && strFromU8(content.subarray(30, 58)) === 'mimetypeapplication/epub+zip') return
  report('epub/unsound-package', {found: 'first bytes', expected: 'the media type, stored as it is'})
}

function openContainer(content: Uint8Array, report: Report): ReadonlyMap<string, Uint8Array> | undefined {
  try {
    const entries = Object.entries(unzipSync(content)).filter(([path]) => path.startsWith(folder))
    return new Map(entries.map(([path, bytes]) => [path.slice(folder.length), bytes]))
  } catch (error) {
    report('epub/unsound-package', {found: `zip file that cannot be opened (${String(error)})`, expected: 'a sound one'})
    return undefined
  }
}

/** Files in the order of the spine. */
function readPackage({edition, files, report}: Book): readonly string[] {
  const fileById = new Map<string, string>()
  const order: string[] = []
  let progression: string | undefined
  const fault = scanMarkup(strFromU8(files.get(packageFile) ?? new Uint8Array()), (name, attributes) => {
    if (name === 'item') fileById.set(attributes.get('id') ?? '', attributes.get('href') ?? '')
    if (name === 'spine') progression = attributes.get('page-progression-direction')
    if (name === 'itemref') order.push(fileById.get(attributes.get('idref') ?? '') ?? '')
  })
  if (fault !== undefined) report('epub/unsound-package', {found: fault, expected: 'a well-formed package document'})
  if (progression !== edition.spec.direction) {
    report('epub/unsound-package', {found: `page progression ${progression ?? 'without direction'}`, expected: edition.spec.direction})
  }
  const declared = new Set(fileById.values())
  for (const file of [...declared, ...order]) {
    if (!files.has(file)) report('epub/unsound-package', {found: `lack of ${file || 'a document of the spine'}`, expected: 'every declared file'})
  }
  for (const file of files.keys()) {
    if (!declared.has(file) && file !== packageFile) report('epub/unsound-package', {found: `undeclared ${file}`, expected: 'every file in the manifest'})
  }
  return order
}

/** Every document and the NCX. */
function scanDocuments(book: Book): ReadonlyMap<string, Scan> {
  const scans = new Map<string, Scan>()
  for (const [file, bytes] of book.files) {
    if (/\.(?:xhtml|ncx)$/.test(file)) scans.set(file, scanDocument(file, strFromU8(bytes), book))
  }
  return scans
}

function scanDocument(file: string, markup: string, {edition: {spec}, report}: Book): Scan {
  const scan: Scan = {ids: new Set(), references: []}
  const complain = (found: string, expected: string): void => report('epub/unsound-document', {document: file, found, expected})
  const fault = scanMarkup(markup, (name, attributes) => {
    const id = attributes.get('id')
    if (id !== undefined && scan.ids.has(id)) complain(`second element with the id “${id}”`, 'ids that differ')
    if (id !== undefined) scan.ids.add(id)
    if (name === 'html' && !['lang', 'xml:lang'].every((key) => attributes.get(key) === spec.language)) complain('language', spec.language)
    if (name === 'html' && attributes.get('dir') !== spec.direction) complain('direction', spec.direction)
    const found = maybeActiveElement(name, attributes)
    if (found !== undefined) report('epub/active-content', {document: file, found})
    for (const key of ['href', 'src', 'xlink:href']) {
      const address = attributes.get(key)
      if (address !== undefined && isInside(address)) scan.references.push({address, isLink: name === 'a'})
    }
  })
  if (fault !== undefined) complain(fault, 'well-formed XML')
  return scan
}

/** No scheme and no host. */
function isInside(address: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)
}

/** The document of the spine that holds each division. */
function locate(divisions: readonly Division[], order: readonly string[], scans: ReadonlyMap<string, Scan>): ReadonlyMap<Division, string> {
  const fileById = new Map<string, string>()
  for (const file of order) {
    for (const id of scans.get(file)?.ids ?? []) fileById.set(id, file)
  }
  return new Map(divisions.flatMap((division) => {
    const file = fileById.get(division.id)
    return file === undefined ? [] : [[division, file]]
  }))
}

function checkStaticFiles({files, report}: Book): void {
  for (const [file, bytes] of files) {
    const found = file.endsWith('.css') ? maybeActiveStyle(strFromU8(bytes)) : file.endsWith('.svg') ? maybeActivePicture(strFromU8(bytes)) : undefined
    if (found !== undefined) report('epub/active-content', {document: file, found})
  }
}

/** Number of links that work; those that do not are reported, with the manuscript they come from. */
function followReferences({files, report}: Book, scans: ReadonlyMap<string, Scan>, divisionByFile: ReadonlyMap<string, Division>): number {
  let working = 0
  for (const [file, {references}] of scans) {
    for (const {address, isLink} of references) {
      const [path = '', id] = address.split('#')
      const target = path || file
      if (files.has(target) && (id === undefined || scans.get(target)?.ids.has(id))) working += isLink ? 1 : 0
      else report('epub/dead-link', {document: file, address}, placeOf(divisionByFile.get(file)))
    }
  }
  return working
}

function placeOf(division: Division | undefined): Place | undefined {
  return division?.file === undefined ? undefined : {file: division.file}
}
