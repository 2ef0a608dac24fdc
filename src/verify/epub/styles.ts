/** Style sheets (EPUB 3.3 § 6.3): what they load, what EPUB forbids in them, and whether they are whole. */
import {readText, type Book} from './book.ts'
import type {Reading, Reference} from './document.ts'
import {scanStyle, type Sheet} from './style-scan.ts'

/** A style sheet as a file. */
export function checkStyleFile(book: Book, path: string): readonly Reference[] {
  const text = readText(book, path)
  if (text === undefined) return []
  const charset = /^@charset\s+"([^"]{0,40})"/i.exec(text)?.[1]
  if (charset !== undefined && !/^utf-?(?:8|16(?:[bl]e)?)$/i.test(charset)) book.tell('verify/encoding', {found: `text in ${charset}`}, path)
  const {references, findings} = scanStyle(text)
  for (const {kind, found, at} of findings) tellStyle(book, kind, found, path, at)
  return references
}

/** A style sheet inside of a document, all of it blamed on one place. */
export function styleTextIn({book, document}: Reading, text: string, at: number): void {
  const {references, findings} = scanStyle(text)
  for (const {kind, found} of findings) tellStyle(book, kind, found, document.path, at)
  for (const reference of references) document.references.push({...reference, at})
}

function tellStyle({tell}: Book, kind: Sheet['findings'][number]['kind'], found: string, path: string, at: number): void {
  if (kind === 'import') tell('verify/active-content', {found: `style @import ${found}`}, path, at)
  else if (kind === 'property') tell('verify/style-property', {property: found}, path, at)
  else if (kind === 'fixed') tell('verify/style-fixed', {}, path, at)
  else tell('verify/style-syntax', {found}, path, at)
}
