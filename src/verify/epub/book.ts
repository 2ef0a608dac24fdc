/** An EPUB while it is looked at: its files, and how to tell of a place in one. */
import type {Code, Facts, Report} from '../../core/diagnostic.ts'
import {decodeXml} from './encoding.ts'
import {scanXml, type Visitor} from './xml.ts'
import {readContent, type ZipEntry} from './zip.ts'

/** Reports a fault of a file of the EPUB; with an offset into its text, line and column too. */
export type Tell = <C extends Code>(code: C, facts: Facts<C>, path?: string, at?: number) => void

export interface Book {
  /** Files by their path in the zip file; no folders. */
  readonly entries: ReadonlyMap<string, ZipEntry>
  /** Files whose content is of no use, as reported already, or protected. */
  readonly unreadable: Set<string>
  /** Of files read whole and found sound. */
  readonly seen: Set<string>
  /** Files whose encoding was told to be wrong: what their letters are is anyone's guess. */
  readonly misencoded: Set<string>
  readonly bytes: Uint8Array
  readonly tell: Tell
}

/** `name` is the file as its reader knows it; places are named below it. */
export function makeBook(bytes: Uint8Array, name: string, entries: ReadonlyMap<string, ZipEntry>, report: Report): Book {
  let last: {readonly path: string; readonly lines: readonly number[]} | undefined
  const tell: Tell = (code, facts, path, at) => {
    if (path === undefined) return report(code, facts, {file: name})
    if (at === undefined) return report(code, facts, {file: `${name}/${path}`})
    if (last?.path !== path) last = {path, lines: listLines(textOf(bytes, entries.get(path)))}
    const line = findLine(last.lines, at)
    report(code, facts, {file: `${name}/${path}`, line: line + 1, column: at - (last.lines[line] ?? 0) + 1})
  }
  return {entries, unreadable: new Set(), seen: new Set(), misencoded: new Set(), bytes, tell}
}

function textOf(bytes: Uint8Array, entry: ZipEntry | undefined): string {
  const content = entry && readContent(bytes, entry)
  return content instanceof Uint8Array ? decodeXml(content).text : ''
}

/** Offsets at which lines begin. */
function listLines(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function findLine(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** Bytes of a file, `undefined` for one that is absent, or broken and reported as such. */
export function readFile(book: Book, path: string): Uint8Array | undefined {
  const entry = book.entries.get(path)
  if (!entry || book.unreadable.has(path)) return undefined
  const content = readContent(book.bytes, entry)
  if (content instanceof Uint8Array) {
    book.seen.add(path)
    return content
  }
  book.unreadable.add(path)
  book.tell('verify/entry-broken', {reason: content}, path)
  return undefined
}

/** More than any editor opens; pages of books have some kilobytes. */
export const longestText = 64 * 2 ** 20

/** Text of a file in XML or CSS; its encoding is judged. `undefined` as with `readFile`, and for texts too long to judge. */
export function readText(book: Book, path: string): string | undefined {
  const size = book.entries.get(path)?.size ?? 0
  if (size > longestText && !book.unreadable.has(path)) {
    book.unreadable.add(path)
    book.tell('verify/limit', {found: `text of ${size} bytes`, expected: `at most ${longestText} in one document`}, path)
  }
  const content = readFile(book, path)
  if (!content) return undefined
  const {text, isUtf16, fault} = decodeXml(content)
  if (fault !== undefined) {
    book.misencoded.add(path)
    book.tell('verify/encoding', {found: fault}, path)
  }
  if (isUtf16) book.tell('verify/utf-16', {}, path)
  return text
}

/** Reads a file as XML and reports what is ill-formed. Gives whether it was read to its end. */
export function readXml(book: Book, path: string, visitor: Visitor, text = readText(book, path)): boolean {
  if (text === undefined) return false
  const fault = scanXml(text, {entity: (name, at) => book.tell('verify/entity', {name}, path, at), ...visitor})
  if (!fault) return true
  if (fault.isLimit) book.tell('verify/limit', {found: fault.reason, expected: 'the depth of a book’s markup'}, path, fault.at)
  else book.tell('verify/ill-formed', {found: fault.reason}, path, fault.at)
  book.unreadable.add(path)
  return false
}
