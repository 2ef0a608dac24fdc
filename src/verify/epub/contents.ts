/** Contents, landmarks and pages against the book that they lead through. */
import {resolveAddress} from './addresses.ts'
import type {Library} from './links.ts'
import {hasFallback} from './manifest.ts'
import {documentType, pictureType} from './media-types.ts'
import type {NavigationList} from './navigation.ts'
import type {Package} from './package.ts'

/** What is wrong with the lists of the navigation document at `path`. */
export function checkNavigation(library: Library, path: string, lists: readonly NavigationList[]): void {
  const {book: {tell}} = library
  for (const type of ['toc', 'landmarks', 'page-list']) {
    const [first, second] = lists.filter((list) => list.type === type)
    if (second) tell('verify/navigation', {found: `second list “${type}”`, expected: 'one'}, path, second.at)
    else if (!first && type === 'toc') tell('verify/navigation', {found: 'absence of the contents', expected: '`nav epub:type="toc"`'}, path)
  }
  for (const list of lists) checkEntries(library, path, list)
  const contents = lists.find(({type}) => type === 'toc')
  if (contents) checkOrder(library, path, contents)
  const landmarks = lists.find(({type}) => type === 'landmarks')
  if (landmarks) checkLandmarks(library, path, landmarks)
  checkPages(library, path, lists.find(({type}) => type === 'page-list'))
}

function checkEntries({book: {tell}, pack}: Library, path: string, {type, entries}: NavigationList): void {
  for (const {label, address, at} of entries) {
    if (label.trim() === '') tell('verify/label', {list: type, address: address ?? ''}, path, at)
    if (address === undefined) continue
    const target = resolveAddress(address, path)
    if (address.trim() === '') tell('verify/dead-link', {address}, path, at)
    else if (['toc', 'landmarks', 'page-list'].includes(type) && (target.kind === 'web' || target.kind === 'other')) tell('verify/navigation', {found: `entry that leads to ${address}`, expected: 'a place in the book'}, path, at)
    else if (type === 'toc' && target.kind === 'inside' && !isReadable(pack, target.path)) tell('verify/navigation', {found: `entry that leads to ${address}`, expected: 'a document'}, path, at)
  }
}

function isReadable(pack: Package, path: string): boolean {
  const item = pack.itemByPath.get(path)
  return !item || hasFallback(pack, item, (mediaType) => mediaType === documentType || mediaType === pictureType)
}

/** § 7.4.2: contents follow the order of reading, and within a document its order. */
function checkOrder({book: {tell}, pack, documents}: Library, path: string, {entries}: NavigationList): void {
  const placeByPath = new Map(pack.spine.map(({item}, place) => [item?.path, place]))
  const orders = new Map<string, ReadonlyMap<string, number>>()
  let last = {label: '', place: -1, order: -1}
  for (const {label, address, at} of entries) {
    const target = address === undefined ? undefined : resolveAddress(address, path)
    if (target?.kind !== 'inside') continue
    const place = placeByPath.get(target.path)
    const document = documents.get(target.path)
    if (place === undefined || !document) continue
    const known = orders.get(target.path) ?? new Map([...document.ids.keys()].map((id, order) => [id, order]))
    orders.set(target.path, known)
    const order = target.fragment ? known.get(target.fragment) ?? 0 : -1
    if (place < last.place || place === last.place && order < last.order) {
      tell('verify/contents-order', {label: label.trim(), before: last.label}, path, at)
    }
    last = {label: label.trim(), place, order}
  }
}

function checkLandmarks({book: {tell}}: Library, path: string, {entries}: NavigationList): void {
  const seen = new Set<string>()
  for (const {type, label, address, at} of entries) {
    const key = `${type} ${address}`
    if (type.trim() === '') tell('verify/landmark', {label: label.trim(), found: 'without `epub:type`'}, path, at)
    else if (seen.has(key)) tell('verify/landmark', {label: label.trim(), found: `of the type “${type}” for the second time`}, path, at)
    seen.add(key)
  }
}

/** Pages of the printed book: the list leads to the marks, and there is a list where there are marks. */
function checkPages({book: {tell}, documents}: Library, path: string, list: NavigationList | undefined): void {
  const marked = [...documents.values()].filter(({pages}) => pages.length > 0)
  const [first] = marked
  if (!list) {
    if (first) tell('verify/page-list', {found: `${count(marked.reduce((sum, {pages}) => sum + pages.length, 0))} without a page list`, expected: 'one, so that readers can go to a page'}, first.path, first.pages[0]?.at)
    return
  }
  const labels = new Set<string>()
  for (const {label, at} of list.entries) {
    if (labels.has(label.trim())) tell('verify/page-twice', {label: label.trim()}, path, at)
    labels.add(label.trim())
  }
  const isMarked = list.entries.some(({address}) => leadsToMark(documents, path, address))
  if (list.entries.length > 0 && !isMarked && [...documents.values()].every(({isWhole}) => isWhole)) {
    tell('verify/page-list', {found: 'page list that leads to no page break', expected: 'marks `epub:type="pagebreak"` where the pages begin'}, path, list.at)
  }
}

function leadsToMark(documents: Library['documents'], path: string, address: string | undefined): boolean {
  const target = address === undefined ? undefined : resolveAddress(address, path)
  if (target?.kind !== 'inside') return false
  return documents.get(target.path)?.pages.some(({id}) => id === target.fragment) ?? false
}

function count(marks: number): string {
  return marks === 1 ? 'page break' : `${marks} page breaks`
}
