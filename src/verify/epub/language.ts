/** Language and direction of documents: without them the wrong voice reads, words break wrongly, and lines run the wrong way. */
import {directionOf} from '../../core/locale.ts'
import type {Reading} from './document.ts'
import {canonicalLanguage} from './package.ts'
import type {XmlElement} from './xml.ts'

/** The first element is what the media type promises. */
export function checkRoot(reading: Reading, {space, local, attributes, at}: XmlElement): void {
  const {book, document, isXhtml} = reading
  Object.assign(document.root, {lang: attributes.get('lang'), xmlLang: attributes.get('xml:lang'), dir: attributes.get('dir')})
  reading.hasRoot = true
  const expected = isXhtml ? 'html' : 'svg'
  if (space === expected && local === expected) return
  document.hasContent = true // not to be judged by our elements
  book.tell('verify/root', {found: space === expected ? local : `${local}, which is not in the namespace of ${isXhtml ? 'XHTML' : 'SVG'}`, expected}, document.path, at)
}

export function checkLanguage(reading: Reading, {space, local, attributes, at}: XmlElement): void {
  const {book: {tell}, document: {path}} = reading
  const html = attributes.get('lang')
  const xml = attributes.get('xml:lang')
  const own = xml ?? html
  if (html !== undefined && xml !== undefined && html.toLowerCase() !== xml.toLowerCase()) tell('verify/language-pair', {lang: html, xmlLang: xml}, path, at)
  if (own !== undefined && own !== '' && canonicalLanguage(own) === undefined) tell('verify/language', {found: `language “${own}”`}, path, at)
  if (space !== 'html' || reading.isOld) return
  if (local === 'html') checkDocumentLanguage(reading, own, at)
  if (local === 'html') checkDocumentDirection(reading, own, attributes.get('dir'), at)
}

function checkDocumentLanguage({book: {tell}, document: {path}, language}: Reading, own: string | undefined, at: number): void {
  if (own === undefined || own.trim() === '') return tell('verify/document-language', {language: language ?? 'en'}, path, at)
  const canonical = canonicalLanguage(own)
  if (language !== undefined && canonical !== undefined && primary(canonical) !== primary(language)) tell('verify/other-language', {found: own, expected: language}, path, at)
}

function primary(tag: string): string {
  return tag.split('-')[0] ?? tag
}

/** A right-to-left document says so itself: reading systems take nothing from the package. */
function checkDocumentDirection({book: {tell}, document: {path}, language}: Reading, own: string | undefined, dir: string | undefined, at: number): void {
  const tag = canonicalLanguage(own ?? '') ?? language
  if (tag === undefined || dir === 'auto') return
  const expected = directionOf(tag)
  if (expected === 'rtl' ? dir?.toLowerCase() !== 'rtl' : dir?.toLowerCase() === 'rtl') tell('verify/document-direction', {found: dir ?? 'none', expected, language: tag}, path, at)
}
