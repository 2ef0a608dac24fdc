/** The container (EPUB 3.3 § 4, OCF): the zip file, its first entry, names of files, and the way to the package document. */
import type {Report} from '../../core/diagnostic.ts'
import {decodePath} from '../../core/encoding.ts'
import {makeBook, readXml, type Book} from './book.ts'
import {extraLengthOf, listEntries, type Limits, type ZipEntry} from './zip.ts'

const mediaType = 'application/epub+zip'

/** The book behind the bytes; `undefined` when they cannot be opened at all. */
export function openContainer(bytes: Uint8Array, name: string, report: Report, limits?: Limits): Book | undefined {
  const listed = listEntries(bytes, limits)
  if ('kind' in listed) {
    const place = {file: name}
    if (listed.kind === 'limit') report('verify/limit', {found: listed.reason, expected: listed.expected}, place)
    else report(listed.kind === 'none' ? 'verify/no-zip' : 'verify/truncated', {found: listed.reason}, place)
    return undefined
  }
  const files = listed.filter(({path}) => !path.endsWith('/'))
  const book = makeBook(bytes, name, new Map(files.map((entry) => [entry.path.normalize('NFC'), entry])), report)
  for (const {path} of listed) if (path.endsWith('/')) book.tell('verify/folder-entry', {}, path.slice(0, -1))
  checkFirstEntry(book, listed)
  checkNames(book, files)
  checkEncryption(book, files)
  return book
}

/** OCF § 4.3: bytes 30 to 57 tell file type sniffers what the file is. EPUBCheck 5.3 does not see a compressed `mimetype`. */
function checkFirstEntry(book: Book, listed: readonly ZipEntry[]): void {
  const found = describeFirst(book, listed)
  if (found !== undefined) book.tell('verify/mimetype', {found})
}

function describeFirst({bytes, entries}: Book, listed: readonly ZipEntry[]): string | undefined {
  const entry = entries.get('mimetype')
  if (!entry) return 'absence of the file mimetype'
  const first = listed.reduce((a, b) => b.offset < a.offset ? b : a, entry)
  if (first !== entry) return `${first.path} before mimetype`
  if (entry.method !== 0) return 'mimetype that is compressed'
  if (extraLengthOf(bytes, entry)) return 'extra field before the content of mimetype'
  const text = Buffer.from(bytes.subarray(30 + 8, 30 + 8 + entry.size)).toString('latin1')
  return text === mediaType ? undefined : `mimetype with the content “${text.slice(0, 40)}”`
}

/** OCF § 4.2.3, and names that would lead out of the folder into which they are unpacked. */
function checkNames({tell}: Book, files: readonly ZipEntry[]): void {
  const first = new Map<string, string>()
  for (const {path, isUnicode} of files) {
    const reason = maybeBadName(path, isUnicode)
    if (reason !== undefined) tell('verify/entry-name', {reason}, path)
    const key = path.normalize('NFC').toUpperCase().toLowerCase() // folds “ß” with “ss” as OCF asks
    const other = first.get(key)
    if (other !== undefined) tell('verify/entry-twice', {other}, path)
    else first.set(key, path)
  }
}

function maybeBadName(path: string, isUnicode: boolean): string | undefined {
  if (!isUnicode) return 'name that is no UTF-8'
  if (path.split('/').includes('..')) return 'name that leads out of the book'
  if (/^\/|^[A-Za-z]:/.test(path)) return 'name from the root of a disk'
  const bad = /[\u0000-\u001f\u007f-\u009f"*:<>?\\|\ufff0-\uffff\ue000-\uf8ff]/u.exec(path)?.[0]
  if (bad !== undefined) return `character ${/[\u0000-\u001f\u007f-\uffff]/.test(bad) ? `U+${bad.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` : `“${bad}”`} in a name`
  if (path.split('/').some((part) => part.endsWith('.'))) return 'full stop at the end of a name'
  return path.split('/').some((part) => Buffer.byteLength(part) > 255) ? 'name longer than 255 bytes' : undefined
}

/** Fonts may be obfuscated (OCF § 4.4); whatever else is protected cannot be judged. */
function checkEncryption(book: Book, files: readonly ZipEntry[]): void {
  for (const {path, isEncrypted} of files) {
    if (!isEncrypted) continue
    book.tell('verify/encrypted', {}, path)
    book.unreadable.add(path)
  }
  const protectedFile = 'META-INF/encryption.xml'
  if (!book.entries.has(protectedFile)) return
  let isFont = false
  readXml(book, protectedFile, {
    open: ({local, attributes}) => {
      if (local === 'EncryptionMethod') isFont = /(?:idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/.test(attributes.get('Algorithm') ?? '')
      if (local !== 'CipherReference') return
      const path = decodePath(attributes.get('URI') ?? '')
      if (!isFont && book.entries.has(path)) book.tell('verify/protected', {}, path)
      book.unreadable.add(path)
    }
  })
}

const packageType = 'application/oebps-package+xml'
const containerFile = 'META-INF/container.xml'

/** Paths of the package documents, the default one first; reports when there is none. */
export function findPackages(book: Book): readonly string[] {
  const {entries, tell} = book
  if (!entries.has(containerFile)) {
    tell('verify/container', {found: `absence of ${containerFile}`, expected: 'the file that names the package document'})
    return []
  }
  const paths: string[] = []
  let isDangling = false
  const isRead = readXml(book, containerFile, {
    open: ({space, local, attributes, at}) => {
      if (local !== 'rootfile' || space !== 'container' || attributes.get('media-type') !== packageType) return
      const path = attributes.get('full-path') ?? ''
      if (entries.has(path)) paths.push(path)
      else tell('verify/container', {found: path === '' ? '`rootfile` without `full-path`' : `\`rootfile\` ${path}`, expected: 'a package document that is in the book'}, containerFile, at)
      isDangling ||= !entries.has(path)
    }
  })
  if (isRead && paths.length === 0 && !isDangling) tell('verify/container', {found: 'absence of a `rootfile`', expected: `one with the media type ${packageType}`}, containerFile)
  return paths
}
