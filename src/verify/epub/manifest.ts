/** The list of files and the order of reading (EPUB 3.3 § 5.6, 5.7): all there, once, of a kind that reading systems know. */
import {isFullWidth, scriptOf, directionOf} from '../../core/locale.ts'
import type {Book, Tell} from './book.ts'
import {documentType, isCore, isImage, pictureType} from './media-types.ts'
import {languageOf, type Item, type Package} from './package.ts'

/** Of EPUB 3.3, and of the specifications for indexes, dictionaries and comics. */
const properties = new Set([
  'cover-image', 'mathml', 'nav', 'remote-resources', 'scripted', 'svg', 'switch', 'index', 'index-group', 'dictionary', 'glossary', 'search-key-map', 'data-nav'
])

/** `packages` are all package documents of the book: with several, a file may belong to another. */
export function checkManifest(book: Book, pack: Package, packages: readonly string[]): void {
  const {tell, entries} = book
  for (const item of pack.items) checkItem(book, pack, item)
  checkRepetition(tell, pack)
  checkNavigationItem(tell, pack)
  if (packages.length > 1) return
  for (const path of entries.keys()) {
    if (path !== 'mimetype' && !path.startsWith('META-INF/') && path !== pack.path && !pack.itemByPath.has(path)) tell('verify/undeclared', {}, path)
  }
}

function checkItem({tell, entries}: Book, pack: Package, item: Item): void {
  const {id, href, path, mediaType, at, fallback} = item
  const lacking = [['id', id], ['href', href], ['media-type', mediaType]].find(([, value]) => value === '')?.[0]
  if (lacking !== undefined) tell('verify/item', {href, found: `absence of \`${lacking}\``, expected: 'the address, the media type and an id of a file'}, pack.path, at)
  else if (href.includes('#')) tell('verify/item', {href, found: 'address with “#”', expected: 'the address of a whole file'}, pack.path, at)
  else if (path === pack.path) tell('verify/item', {href, found: 'package document in its own list', expected: 'the other files alone'}, pack.path, at)
  else if (path?.startsWith('META-INF/')) tell('verify/item', {href, found: 'file of the folder META-INF', expected: 'files of the book, which lie elsewhere'}, pack.path, at)
  else if (path === undefined && !/^https?:/.test(href)) tell('verify/outside-link', {address: href}, pack.path, at)
  else if (path === undefined && !/^(?:audio|video|font)\/|font/.test(mediaType) && !isReferenced(pack, item)) tell('verify/remote-resource', {address: href}, pack.path, at)
  else if (path !== undefined && !entries.has(path)) tell('verify/missing-file', {href}, pack.path, at)
  for (const property of item.properties) {
    if (!property.includes(':') && !properties.has(property)) tell('verify/property', {href, property, found: 'unknown to EPUB 3.3', expected: 'one of its own'}, pack.path, at)
  }
  if (item.properties.has('cover-image') && !isImage(mediaType)) tell('verify/property', {href, property: 'cover-image', found: `at a file of the type ${mediaType}`, expected: 'it at a picture'}, pack.path, at)
  if (fallback !== undefined && !endsInItem(pack, item)) tell('verify/fallback', {href, fallback}, pack.path, at)
}

/** Scripted documents may fetch files of any kind (§ 3.6); which ones cannot be seen. */
function isReferenced(pack: Package, {path}: Item): boolean {
  return path === undefined && pack.items.some((item) => item.properties.has('remote-resources'))
}

/** Whether the chain of fallbacks comes to an end at an item. */
function endsInItem({itemById}: Package, item: Item): boolean {
  const seen = new Set<Item>()
  for (let next: Item | undefined = item; ; next = itemById.get(next.fallback)) {
    if (!next || seen.has(next)) return false
    seen.add(next)
    if (next.fallback === undefined) return true
  }
}

/** Whether an item, or one that stands in for it, has a type that passes. */
export function hasFallback({itemById}: Package, item: Item, passes: (mediaType: string) => boolean): boolean {
  const seen = new Set<Item>()
  for (let next: Item | undefined = item; next && !seen.has(next); next = itemById.get(next.fallback ?? '')) {
    if (passes(next.mediaType)) return true
    seen.add(next)
  }
  return false
}

function checkRepetition(tell: Tell, {items, path}: Package): void {
  const files = new Set<string>()
  for (const item of items) {
    const key = item.path ?? item.href
    if (files.has(key)) tell('verify/item-twice', {href: item.href}, path, item.at)
    files.add(key)
  }
  const [, second] = items.filter((item) => item.properties.has('cover-image'))
  if (second) tell('verify/property', {href: second.href, property: 'cover-image', found: 'for the second time', expected: 'one cover'}, path, second.at)
}

function checkNavigationItem(tell: Tell, {items, path, isOld}: Package): void {
  if (isOld) return
  const [first, second] = items.filter((item) => item.properties.has('nav'))
  if (!first) tell('verify/navigation', {found: 'no item with the property `nav`', expected: 'the navigation document'}, path)
  else if (second) tell('verify/navigation', {found: `second navigation document ${second.href}`, expected: 'one'}, path, second.at)
  else if (first.mediaType !== documentType) tell('verify/navigation', {found: `navigation document of the type ${first.mediaType}`, expected: documentType}, path, first.at)
}

export function checkSpine({tell}: Book, pack: Package): void {
  const {path, spine, spineAttributes, spineAt} = pack
  if (!spineAttributes || spine.length === 0) return tell('verify/spine', {found: spineAttributes ? 'empty `spine`' : 'absence of `spine`', expected: 'the documents in the order of reading'}, path)
  const seen = new Set<string>()
  for (const {idref, item, at} of spine) {
    if (!item) tell('verify/spine', {found: `\`itemref\` to “${idref}”`, expected: 'the id of an item of the manifest'}, path, at)
    if (item && seen.has(idref)) tell('verify/spine', {found: `“${idref}” for the second time`, expected: 'each document once'}, path, at)
    seen.add(idref)
    if (item && !hasFallback(pack, item, isDocument(pack.isOld))) tell('verify/foreign', {href: item.href, mediaType: item.mediaType}, path, item.at)
  }
  const toc = spineAttributes.get('toc')
  const ncx = pack.itemById.get(toc ?? '')
  if (toc !== undefined && ncx?.mediaType !== 'application/x-dtbncx+xml') tell('verify/ncx', {found: ncx ? `\`toc\` that names ${ncx.href}` : `\`toc\` “${toc}”, which no item has as its id`, expected: 'the NCX'}, path, spineAt)
  if (toc === undefined && pack.isOld) tell('verify/ncx', {found: 'absence of `toc`', expected: 'the NCX, which alone has the contents in EPUB 2'}, path, spineAt)
  checkDirection(tell, pack)
}

function isDocument(isOld: boolean): (mediaType: string) => boolean {
  const types = isOld ? [documentType, 'application/x-dtbook+xml', 'text/x-oeb1-document', 'text/html'] : [documentType, pictureType]
  return (mediaType) => types.includes(mediaType)
}

/** Japanese and Chinese books run either way, as their lines do. */
function checkDirection(tell: Tell, pack: Package): void {
  const language = languageOf(pack)
  if (language === undefined || pack.isOld) return
  const found = pack.spineAttributes?.get('page-progression-direction')
  const expected = directionOf(language)
  const mayBoth = isFullWidth(scriptOf(language)) || ['Kore', 'Mong'].includes(scriptOf(language))
  if (expected === 'rtl' ? found === 'rtl' : found !== 'rtl' || mayBoth) return
  tell('verify/direction', {found: found ?? 'none', expected, language}, pack.path, pack.spineAt)
}

/** Files that documents show or load, of a kind that not every reading system knows. */
export function isForeign(pack: Package, item: Item): boolean {
  return !hasFallback(pack, item, isCore)
}
