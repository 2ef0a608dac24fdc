/** An EPUB by anyone, judged by its bytes alone: container, package, documents, navigation, claims. */
import type {Report} from '../../core/diagnostic.ts'
import {isLimitError} from '../../core/limits.ts'
import {checkAccessibility} from './accessibility.ts'
import {readText, readXml, type Book} from './book.ts'
import {findPackages, openContainer} from './container.ts'
import {checkNavigation} from './contents.ts'
import {scanDocument, type Document, type Reference} from './document.ts'
import {followReferences, type Library} from './links.ts'
import {checkManifest, checkSpine} from './manifest.ts'
import {documentType, pictureType} from './media-types.ts'
import {checkMetadata} from './metadata.ts'
import {readNavigation, type NavigationList} from './navigation.ts'
import {checkNcx} from './ncx.ts'
import {languageOf, readPackage, type Item, type Package} from './package.ts'
import {checkFiles} from './pictures.ts'
import {checkStyleFile} from './styles.ts'
import {checkNotes} from './ways-back.ts'
import type {Limits} from './zip.ts'

/** What an EPUB is found to hold, for whoever knows what it should. */
export interface Inspection {
  readonly pack: Package
  readonly documents: ReadonlyMap<string, Document>
  /** Paths in reading order. */
  readonly order: readonly string[]
  /** Text of the navigation document. */
  readonly navigation: string
  /** Links that lead to a place of the book. */
  readonly links: number
}

/**
 * Reports whatever is unsound; `name` is how the reader knows the file, and places are named below it. Gives what was found,
 * `undefined` when there is no package to read. Never throws for any bytes.
 */
export function inspectEpub(bytes: Uint8Array, name: string, report: Report, limits?: Limits): Inspection | undefined {
  try {
    const book = openContainer(bytes, name, report, limits)
    return book && inspectBook(book)
  } catch (error) {
    if (!isLimitError(error)) throw error
    report('verify/limit', {found: `size or depth that cannot be judged (${error.message})`, expected: 'a book as reading systems open it'}, {file: name})
    return undefined
  }
}

function inspectBook(book: Book): Inspection | undefined {
  const packages = findPackages(book)
  const [path] = packages
  const pack = path === undefined ? undefined : readPackage(book, path)
  if (!pack) return undefined
  checkMetadata(book, pack)
  checkManifest(book, pack, packages)
  checkSpine(book, pack)
  const library: Library = {
    book, pack, documents: scanDocuments(book, pack), isShared: packages.length > 1,
    spinePaths: new Set(pack.spine.flatMap(({item}) => item?.path ?? []))
  }
  const links = followDocuments(library)
  const lists = judgeNavigation(library)
  followOthers(library, lists)
  checkNotes(library)
  checkAccessibility(book, pack, library.documents, lists)
  checkFiles(book, pack)
  const navigationPath = navigationItem(pack)?.path
  return {
    pack, documents: library.documents, order: pack.spine.flatMap(({item}) => item?.path ?? []), links,
    navigation: navigationPath === undefined ? '' : readText({...book, tell: () => undefined}, navigationPath) ?? ''
  }
}

function navigationItem({items}: Package): Item | undefined {
  return items.find(({properties}) => properties.has('nav'))
}

function scanDocuments(book: Book, pack: Package): ReadonlyMap<string, Document> {
  const documents = new Map<string, Document>()
  for (const {path, mediaType} of pack.items) {
    if (path === undefined || documents.has(path) || !book.entries.has(path) || book.unreadable.has(path)) continue
    if (mediaType !== documentType && mediaType !== pictureType) continue
    documents.set(path, scanDocument(book, path, {isOld: pack.isOld, isXhtml: mediaType === documentType, language: languageOf(pack)}))
  }
  return documents
}

/** Number of links that work. */
function followDocuments(library: Library): number {
  let working = 0
  for (const [path, document] of library.documents) {
    working += followReferences(library, path, document.references, document.properties)
    checkProperties(library, path, document)
  }
  return working
}

/** § 5.6.2.2: reading systems prepare for what the manifest announces. */
function checkProperties({book: {tell}, pack}: Library, path: string, {properties, isWhole}: Document): void {
  const item = pack.itemByPath.get(path)
  if (!item || pack.isOld || !isWhole) return
  const isDrawing = item.mediaType === pictureType
  for (const property of ['mathml', 'svg', 'scripted', 'remote-resources', 'switch'] as const) {
    const has = properties.has(property)
    if (has && !item.properties.has(property) && !(isDrawing && property === 'svg')) tell('verify/property-missing', {href: item.href, property}, pack.path, item.at)
    if (!has && item.properties.has(property) && property !== 'remote-resources') tell('verify/property-idle', {href: item.href, property}, pack.path, item.at)
  }
}

function judgeNavigation(library: Library): readonly NavigationList[] {
  const path = navigationItem(library.pack)?.path
  if (path === undefined || !library.documents.get(path)?.isWhole) return []
  const lists = readNavigation(library.book, path)
  checkNavigation(library, path, lists)
  return lists
}

/** Style sheets, the NCX and media overlays: they point too. */
function followOthers(library: Library, lists: readonly NavigationList[]): void {
  const {book, pack} = library
  for (const item of pack.items) {
    const {path, mediaType} = item
    if (path === undefined || !book.entries.has(path) || book.unreadable.has(path) || book.seen.has(path)) continue
    const references = mediaType === 'text/css' ? checkStyleFile(book, path)
      : mediaType === 'application/x-dtbncx+xml' ? checkNcx(book, pack, path, lists)
      : mediaType === 'application/smil+xml' ? readOverlay(book, path) : []
    const properties: Document['properties'] = new Set()
    followReferences(library, path, references, properties)
    if (properties.has('remote-resources') && !item.properties.has('remote-resources')) book.tell('verify/property-missing', {href: item.href, property: 'remote-resources'}, pack.path, item.at)
  }
}

function readOverlay(book: Book, path: string): readonly Reference[] {
  const references: Reference[] = []
  readXml(book, path, {
    open: ({attributes, at, local}) => {
      const address = attributes.get('src') ?? attributes.get('epub:textref')
      if (address !== undefined) references.push({address, use: local === 'audio' ? 'media' : 'link', at})
    }
  })
  return references
}
