/** What a package says of the book (EPUB 3.3 § 5.5): that it says it at all, and in a form that shops and libraries read. */
import {isIsbn10, maybeIsbn13} from '../../core/isbn.ts'
import type {Book} from './book.ts'
import {canonicalLanguage, type Package, type Statement} from './package.ts'

export function checkMetadata({tell}: Book, pack: Package): void {
  const {path, statements, isOld} = pack
  checkVersion(tell, pack)
  for (const {id, at} of pack.repeated) tell('verify/id-twice', {id}, path, at)
  for (const statement of statements) checkStatement(tell, pack, statement)
  checkIdentifier(tell, pack)
  if (!statements.some(({name}) => name === 'dc:title')) tell('verify/title', {}, path)
  checkLanguage(tell, pack)
  if (!isOld) checkModified(tell, pack)
}

type Tell = Book['tell']

function checkVersion(tell: Tell, {version, isOld, path}: Package): void {
  if (isOld) tell('verify/old-version', {version}, path)
  else if (version !== '3.0') tell('verify/version', {version}, path)
}

function checkStatement(tell: Tell, {path, ids, isOld}: Package, statement: Statement): void {
  const {name, refines, text, at, attributes} = statement
  const isEmpty = text.trim() === ''
  const what = name === 'meta' ? `meta property="${statement.property}"` : name
  if (isEmpty && (name.startsWith('dc:') || attributes.has('property')) && !isOld) tell('verify/empty-metadata', {element: what}, path, at)
  if (refines?.startsWith('#') && !ids.has(refines.slice(1))) tell('verify/refines', {refines}, path, at)
  if (name === 'dc:identifier' && !isEmpty) checkIsbn(tell, path, statement)
  if (name === 'dc:date' && !isEmpty && !isDate(text.trim())) tell('verify/date', {date: text.trim()}, path, at)
}

/** A text that says it is an ISBN, or is thirteen digits as one. Ten-digit ones went out of use in 2007. */
function checkIsbn(tell: Tell, path: string, {text, attributes, at}: Statement): void {
  const [, isbn] = /^\s*(?:urn:)?isbn:?\s*([\dXx -]+)$/i.exec(text) ?? (attributes.get('opf:scheme')?.toUpperCase() === 'ISBN' ? [text, text] : [])
  if (isbn === undefined || isIsbn10(isbn) || maybeIsbn13(isbn) !== undefined) return
  tell('verify/isbn', {isbn: isbn.trim()}, path, at)
}

/** The W3C's profile of ISO 8601: year, month, day, time. */
function isDate(text: string): boolean {
  const match = /^\d{4}(?:-(\d\d)(?:-(\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?$/.exec(text)
  return match !== null && Number(match[1] ?? 1) <= 12 && Number(match[1] ?? 1) >= 1 && Number(match[2] ?? 1) <= 31 && Number(match[2] ?? 1) >= 1
}

function checkIdentifier(tell: Tell, {path, statements, root}: Package): void {
  const identifiers = statements.filter(({name}) => name === 'dc:identifier')
  const named = root.get('unique-identifier')?.trim()
  if (identifiers.length === 0) tell('verify/identifier', {found: 'absence of `dc:identifier`', expected: 'an ISBN or a UUID'}, path)
  else if (named === undefined) tell('verify/identifier', {found: 'absence of `unique-identifier`', expected: 'the id of a `dc:identifier`'}, path)
  else if (!identifiers.some(({attributes}) => attributes.get('id')?.trim() === named)) tell('verify/identifier', {found: `\`unique-identifier\` “${named}”`, expected: 'the id of a `dc:identifier`'}, path)
}

/** The text of the identifier that the package names as its own. */
export function identifierOf({statements, root}: Package): string | undefined {
  const named = root.get('unique-identifier')?.trim()
  return statements.find(({name, attributes}) => name === 'dc:identifier' && attributes.get('id')?.trim() === named)?.text.trim()
}

function checkLanguage(tell: Tell, {path, statements}: Package): void {
  const languages = statements.filter(({name}) => name === 'dc:language')
  if (languages.length === 0) tell('verify/language', {found: 'absence of `dc:language`'}, path)
  for (const {text, at} of languages) {
    if (text.trim() !== '' && canonicalLanguage(text.trim()) === undefined) tell('verify/language', {found: `language “${text.trim()}”`}, path, at)
  }
}

/** § 5.5.4: once, in Coordinated Universal Time, to the second. */
function checkModified(tell: Tell, {path, statements}: Package): void {
  const [first, second] = statements.filter(({property, refines}) => property === 'dcterms:modified' && refines === undefined)
  if (!first) tell('verify/modified', {found: 'absence of `dcterms:modified`'}, path)
  else if (second) tell('verify/modified', {found: 'second `dcterms:modified`'}, path, second.at)
  else if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(first.text.trim()) || Number.isNaN(Date.parse(first.text.trim()))) tell('verify/modified', {found: `time “${first.text.trim()}”`}, path, first.at)
}
