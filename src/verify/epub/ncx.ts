/** The NCX (OPF 2.0.1 § 2.4.1), from which older reading systems take the contents: that it agrees with the book. */
import {resolveAddress} from './addresses.ts'
import {readXml, type Book} from './book.ts'
import {makeDocument, type Document, type Reference} from './document.ts'
import {identifierOf} from './metadata.ts'
import type {NavigationList} from './navigation.ts'
import type {Package} from './package.ts'

interface Ncx {
  readonly document: Document
  readonly points: {readonly address: string; readonly label: string; readonly at: number}[]
  uid: string | undefined
  uidAt: number
}

/** Its references; what disagrees with the package and the navigation document is reported. */
export function checkNcx(book: Book, pack: Package, path: string, lists: readonly NavigationList[]): readonly Reference[] {
  const ncx = readNcx(book, path, pack.isOld)
  if (!ncx) return []
  const expected = identifierOf(pack)
  if (expected !== undefined && (ncx.uid ?? expected).trim() !== expected) book.tell('verify/ncx-identifier', {found: (ncx.uid ?? '').trim(), expected}, path, ncx.uidAt)
  if (ncx.points.length === 0) book.tell('verify/ncx', {found: 'NCX without entries', expected: 'the contents'}, path)
  const contents = lists.find(({type}) => type === 'toc')
  if (contents && !pack.isOld) compare(book, path, ncx, contents)
  return ncx.document.references
}

function readNcx(book: Book, path: string, isOld: boolean): Ncx | undefined {
  const ncx: Ncx = {document: makeDocument(path), points: [], uid: undefined, uidAt: 0}
  const ids = new Set<string>()
  let label = ''
  let inText = false
  let depth = 0
  const isRead = readXml(book, path, {
    open: ({local, attributes, at}) => {
      const id = attributes.get('id')
      if (id !== undefined && ids.has(id)) book.tell('verify/id-twice', {id}, path, at)
      if (id !== undefined) ids.add(id)
      if (local === 'navPoint') depth++
      if (local === 'navLabel') label = ''
      inText = local === 'text'
      if (local === 'meta' && attributes.get('name') === 'dtb:uid') [ncx.uid, ncx.uidAt] = [attributes.get('content') ?? '', at]
      if (local !== 'content') return
      const address = attributes.get('src') ?? ''
      ncx.document.references.push({address, use: 'link', at})
      if (label.trim() === '' && !isOld) book.tell('verify/label', {list: 'NCX', address}, path, at)
      if (depth > 0) ncx.points.push({address, label: label.trim(), at})
    },
    close: ({local}) => {
      if (local === 'navPoint') depth--
      inText = false
    },
    text: (words) => { if (inText) label += words }
  })
  return isRead ? ncx : undefined
}

/** Both list the same places in the same order; headings without link exist in one of them alone. */
function compare({tell}: Book, path: string, {points}: Ncx, {entries, at}: NavigationList): void {
  const listed = entries.flatMap(({address}) => address === undefined ? [] : [keyOf(address)])
  const found = points.map(({address}) => keyOf(address))
  const different = found.findIndex((key, place) => key !== listed[place])
  if (different === -1 && found.length >= listed.length) return
  const point = points[different]
  if (entries.some(({address}) => address === undefined) && isPart(listed, found)) return
  tell('verify/ncx-disagrees', {found: point ? `“${point.label}”` : 'end of the NCX', expected: listed[different === -1 ? found.length : different] ?? 'its end'}, path, point?.at ?? Math.min(at, 0))
}

/** Whether all of a list occurs in another in its order. */
function isPart(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0
  for (const key of whole) if (key === part[at]) at++
  return at === part.length
}

/** Both documents usually share a folder; where they do not, the last part of the path must do. */
function keyOf(address: string): string {
  const target = resolveAddress(address, '')
  return target.kind === 'inside' ? `${target.path.split('/').at(-1)}${target.fragment === undefined ? '' : `#${target.fragment}`}` : address
}
