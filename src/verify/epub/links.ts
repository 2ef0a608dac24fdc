/** Every reference of every document, once all of them are read: that it leads somewhere, and that the book needs no network. */
import {resolveAddress} from './addresses.ts'
import type {Book} from './book.ts'
import type {Document, Reference} from './document.ts'
import {documentType, isShown, pictureType} from './media-types.ts'
import type {Package} from './package.ts'
import {hasFallback, isForeign} from './manifest.ts'

export interface Library {
  readonly book: Book
  readonly pack: Package
  /** XHTML and SVG by path. */
  readonly documents: ReadonlyMap<string, Document>
  readonly spinePaths: ReadonlySet<string>
  /** Other packages list files too. */
  readonly isShared: boolean
}

/** Number of links to places of the book that work. What does not is reported. */
export function followReferences(library: Library, path: string, references: readonly Reference[], properties?: Document['properties']): number {
  let working = 0
  for (const reference of references) if (followReference(library, path, reference, properties)) working++
  return working
}

/** Whether it is a link that leads to a place of the book. */
function followReference(library: Library, path: string, reference: Reference, properties: Document['properties'] | undefined): boolean {
  const {book: {tell}, pack} = library
  const {address, use, at} = reference
  const target = resolveAddress(address, path)
  switch (target.kind) {
    case 'local': tell('verify/outside-link', {address}, path, at); return false
    case 'malformed': tell('verify/malformed-address', {address: address.slice(0, 80)}, path, at); return false
    case 'embedded': if (use === 'link') tell('verify/outside-link', {address: address.slice(0, 40)}, path, at); return false
    case 'other': return false
    case 'web': judgeRemote(library, path, reference, properties); return false
    case 'inside': break
  }
  if (!library.book.entries.has(target.path)) {
    tell('verify/dead-link', {address}, path, at)
    return false
  }
  if (address.trim() === '' && use !== 'link' && use !== 'cite') tell('verify/dead-link', {address}, path, at)
  const item = pack.itemByPath.get(target.path)
  if (!item && target.path !== pack.path && !library.isShared) tell('verify/unlisted', {address}, path, at)
  if (item && use === 'link' && !library.spinePaths.has(target.path) && (item.mediaType === documentType || item.mediaType === pictureType) && target.path !== path) tell('verify/outside-spine', {address}, path, at)
  if (item && use === 'image' && !reference.hasFallback && !hasFallback(pack, item, isShown) && target.path !== path) tell('verify/foreign', {href: address, mediaType: item.mediaType}, path, at)
  if (item && (use === 'media' || use === 'frame') && !reference.hasFallback && isForeign(pack, item)) tell('verify/foreign', {href: address, mediaType: item.mediaType}, path, at)
  return hasPlace(library, target.path, target.fragment, path, reference) && use === 'link'
}

/** Fragments of other kinds (`#t=10`, `#epubcfi(…)`, `#xywh=…`) cannot be followed here. */
function hasPlace({book, documents}: Library, target: string, fragment: string | undefined, path: string, {address, at}: Reference): boolean {
  if (fragment === undefined || fragment === '' || /^\w*[=(]/.test(fragment)) return true
  const document = documents.get(target)
  if (!document?.isWhole || document.ids.has(fragment)) return true
  book.tell('verify/dead-link', {address}, path, at)
  return false
}

/** § 3.6: sound, film and fonts may lie on the web; nothing else may. */
function judgeRemote({book: {tell}, pack}: Library, path: string, {address, use, at}: Reference, properties: Document['properties'] | undefined): void {
  if (use === 'link' || use === 'cite') return
  properties?.add('remote-resources')
  const declared = pack.items.find(({href}) => href === address)?.mediaType ?? ''
  const isAllowed = use === 'media' || use === 'font' || (use === 'frame' || use === 'track') && /^(?:audio|video)\//.test(declared)
  if (!isAllowed) tell('verify/remote-resource', {address}, path, at)
  else if (declared === '' && use !== 'font') tell('verify/unlisted', {address}, path, at)
}
