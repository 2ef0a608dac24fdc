/** EPUBs broken on purpose, each in one way, with the codes that verify answers: the first names the fault, the rest follow from it. */
import {strFromU8, strToU8, unzipSync, zipSync, type Zippable} from 'fflate'
import {makeLedger, type Code, type Diagnostic} from '../../src/core/diagnostic.ts'
import {emitEpub} from '../../src/emit/epub/book.ts'
import {inspectEpub} from '../../src/verify/epub/inspect.ts'
import {makeSampleEdition} from './edition.ts'
import type {SampleLanguage} from './sample-texts.ts'

/** Files of a book by path, `mimetype` first. */
export type Files = Map<string, Uint8Array>

export interface BrokenEpub {
  readonly what: string
  readonly codes: readonly [Code, ...Code[]]
  readonly language: SampleLanguage
  readonly make: (files: Files, whole: Uint8Array) => Uint8Array
}

const [article, other, packageFile, navigation, ncx, style, container] =
  ['EPUB/inside-sales.xhtml', 'EPUB/outside-sales.xhtml', 'EPUB/package.opf', 'EPUB/nav.xhtml', 'EPUB/toc.ncx', 'EPUB/style.css', 'META-INF/container.xml'] as const
const colophon = 'EPUB/colophon.xhtml'
const picture = 'EPUB/images/1-balance-sheet.svg'

const whole = new Map<SampleLanguage, Promise<Uint8Array>>()

/** A sound book. */
export async function makeSoundEpub(language: SampleLanguage): Promise<Uint8Array> {
  const known = whole.get(language) ?? emitEpub(makeSampleEdition(language), makeLedger().report).then(({content}) => content)
  whole.set(language, known)
  return known
}

export async function breakEpub({language, make}: BrokenEpub): Promise<Uint8Array> {
  const sound = await makeSoundEpub(language)
  return make(new Map(Object.entries(unzipSync(sound))), sound)
}

/** A zip file of the files in their order, the first one stored. */
export function packFiles(files: Files, level: 0 | 6 = 0): Uint8Array {
  const entries: Zippable = {}
  for (const [path, bytes] of files) entries[path] = [bytes, {level: path === 'mimetype' ? level : 6, mtime: '2026-01-01'}]
  return zipSync(entries)
}

type Change = (files: Files) => void

function broken(what: string, codes: readonly [Code, ...Code[]], ...changes: readonly Change[]): BrokenEpub {
  return {what, codes, language: 'en', make: (files) => {
    for (const change of changes) change(files)
    return packFiles(files)
  }}
}

/** Replaces text in a file. Throws when the book does not hold what is to be replaced. */
export function edit(path: string, from: string | RegExp, to: string): Change {
  return (files) => {
    const text = strFromU8(files.get(path) ?? new Uint8Array())
    const changed = text.replace(from, to)
    if (changed === text) throw new Error(`Nothing to break in ${path}: ${String(from)}`)
    files.set(path, strToU8(changed))
  }
}

const put = (path: string, content: string | Uint8Array): Change => (files) => void files.set(path, typeof content === 'string' ? strToU8(content) : content)
const drop = (path: string): Change => (files) => void files.delete(path)
const append = (markup: string, path: string = article): Change => edit(path, '</body>', `${markup}</body>`)
const list = (item: string): Change => edit(packageFile, '</manifest>', `${item}</manifest>`)
const say = (markup: string): Change => edit(packageFile, '</metadata>', `${markup}</metadata>`)
const css = (text: string): Change => put(style, text)
const pageMark = '<span id="page-1" epub:type="pagebreak" role="doc-pagebreak" aria-label="1"></span>'
const pageList = (items: string): string => `<nav epub:type="page-list"><h2>Pages</h2><ol>${items}</ol></nav>`

const claim = (feature: string): Change => say(`<meta property="schema:accessibilityFeature">${feature}</meta>`)

/** The container and its files. */
const containers: readonly BrokenEpub[] = [
  {...broken('no zip file', ['verify/no-zip']), make: () => strToU8('This is no book.')},
  {...broken('a PDF', ['verify/no-zip']), make: () => strToU8('%PDF-1.7\n')},
  {...broken('an empty file', ['verify/no-zip']), make: () => new Uint8Array()},
  {...broken('a download that broke off', ['verify/truncated']), make: (_, sound) => sound.subarray(0, sound.length / 2)},
  {...broken('a directory that lies elsewhere', ['verify/truncated']), make: (_, sound) => sound.subarray(4000)},
  broken('no mimetype', ['verify/mimetype'], drop('mimetype')),
  {...broken('mimetype compressed', ['verify/mimetype']), make: (files) => packFiles(files, 6)},
  {...broken('mimetype last', ['verify/mimetype']), make: (files) => {
    const bytes = files.get('mimetype') ?? new Uint8Array()
    files.delete('mimetype')
    return packFiles(files.set('mimetype', bytes))
  }},
  broken('mimetype with a line end', ['verify/mimetype'], put('mimetype', 'application/epub+zip\n')),
  {...broken('mimetype with an extra field', ['verify/mimetype']), make: (files) => zipSync({mimetype: [files.get('mimetype') ?? new Uint8Array(), {level: 0, extra: {0x5455: new Uint8Array(5)}}], ...Object.fromEntries([...files].slice(1))})},
  broken('no container.xml', ['verify/container'], drop(container)),
  broken('container.xml to a package that is not there', ['verify/container'], edit(container, 'EPUB/package.opf', 'EPUB/content.opf')),
  broken('container.xml without rootfile', ['verify/container'], edit(container, /<rootfile [^>]*>/, '')),
  broken('a package that is none', ['verify/container'], put(packageFile, '<book/>')),
  broken('a name that leads out of the book', ['verify/entry-name', 'verify/undeclared'], put('EPUB/../../escape.css', 'p {}')),
  broken('a name from the root', ['verify/entry-name', 'verify/undeclared'], put('/etc/passwd.css', 'p {}')),
  broken('a name that Windows refuses', ['verify/entry-name', 'verify/undeclared'], put('EPUB/a:b.css', 'p {}')),
  broken('names that differ by capitals alone', ['verify/entry-twice', 'verify/undeclared'], put('EPUB/STYLE.css', 'p {}')),
  broken('an entry for a folder', ['verify/folder-entry'], put('EPUB/images/', '')),
  {...broken('a file that does not agree with its checksum', ['verify/entry-broken']), make: (_, sound) => corrupt(sound, article)},
  {...broken('encrypted by the zip file', ['verify/encrypted']), make: (_, sound) => flag(sound, style)},
  broken('protected content', ['verify/protected'], put('META-INF/encryption.xml', '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#kw-aes128"/><enc:CipherData><enc:CipherReference URI="EPUB/style.css"/></enc:CipherData></enc:EncryptedData></encryption>')),
  {...broken('a file that unpacks to more than it says', ['verify/entry-broken']), make: (_, sound) => shrink(sound, article)},
  {...broken('a bomb', ['verify/limit']), make: (_, sound) => inflateSizes(sound)}
]

/** Text, whatever it is of. */
const texts: readonly BrokenEpub[] = [
  broken('a tag that never ends', ['verify/ill-formed'], edit(article, '</table>', '')),
  broken('a package that is no XML', ['verify/ill-formed'], edit(packageFile, '</manifest>', '')),
  broken('a control character', ['verify/ill-formed'], append('<p>\u0001</p>')),
  broken('a prefix that nothing declares', ['verify/ill-formed'], append('<p ibooks:type="x">y</p>')),
  broken('elements nested 5,000 deep', ['verify/limit'], append(`${'<div>'.repeat(5000)}${'</div>'.repeat(5000)}`)),
  broken('Latin-1 called UTF-8', ['verify/encoding'], (files) => void files.set(colophon, latin1(strFromU8(files.get(colophon) ?? new Uint8Array()).replace('</body>', '<p>caf\u00e9</p></body>')))),
  broken('Latin-1 and proud of it', ['verify/encoding'], edit(article, 'encoding="UTF-8"', 'encoding="windows-1252"')),
  broken('a style sheet in Latin-1', ['verify/encoding'], css('@charset "iso-8859-1";')),
  broken('UTF-16', ['verify/utf-16'], (files) => void files.set(article, utf16(strFromU8(files.get(article) ?? new Uint8Array()).replace('"UTF-8"', '"UTF-16"')))),
  broken('an entity of HTML', ['verify/entity'], append('<p>a&nbsp;b</p>')),
  broken('the sign of a wrong conversion', ['verify/character'], append('<p>caf\ufffd</p>')),
  broken('a document type of 2001', ['verify/document-type'], edit(article, '<!DOCTYPE html>', '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">')),
  broken('an entity from another file', ['verify/document-type'], edit(article, '<!DOCTYPE html>', '<!DOCTYPE html [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'))
]

/** The package. */
const packages: readonly BrokenEpub[] = [
  broken('EPUB 2', ['verify/old-version'], edit(packageFile, 'version="3.0"', 'version="2.0"')),
  broken('a version to come', ['verify/version'], edit(packageFile, 'version="3.0"', 'version="4.0"')),
  broken('no identifier', ['verify/identifier'], edit(packageFile, /<dc:identifier .*\n/, '')),
  broken('an identifier that is not the one', ['verify/identifier'], edit(packageFile, 'unique-identifier="identifier"', 'unique-identifier="isbn"')),
  broken('an ISBN with a wrong check digit', ['verify/isbn'], say('<dc:identifier>urn:isbn:9783161484101</dc:identifier>')),
  broken('no title', ['verify/title'], edit(packageFile, /<dc:title.*\n/g, ''), edit(packageFile, /<meta refines="#(?:sub)?title".*\n/g, '')),
  broken('no language', ['verify/language'], edit(packageFile, /<dc:language>.*\n/, '')),
  broken('a language that is none', ['verify/language'], edit(packageFile, '<dc:language>en', '<dc:language>en_GB!')),
  broken('no time of its last change', ['verify/modified'], edit(packageFile, /<meta property="dcterms:modified">.*\n/, '')),
  broken('a time without zone', ['verify/modified'], edit(packageFile, /(dcterms:modified">[^Z]*)Z/, '$1')),
  broken('a date in words', ['verify/date'], edit(packageFile, /<dc:date>[^<]*/, '<dc:date>1st of March')),
  broken('an empty publisher', ['verify/empty-metadata'], edit(packageFile, /<dc:publisher>[^<]*/, '<dc:publisher>')),
  broken('a role of nobody', ['verify/refines'], say('<meta refines="#nobody" property="role">aut</meta>')),
  broken('an id twice in the package', ['verify/id-twice'], say('<dc:source id="title">x</dc:source>')),
  broken('an item without media type', ['verify/item', 'verify/foreign', 'verify/navigation'], edit(packageFile, 'href="colophon.xhtml" media-type="application/xhtml+xml"', 'href="colophon.xhtml"')),
  broken('a file listed twice', ['verify/item-twice'], list('<item id="again" href="style.css" media-type="text/css"/>')),
  broken('a picture that is not there', ['verify/missing-file', 'verify/dead-link'], drop(picture)),
  broken('a stray file', ['verify/undeclared'], put('EPUB/notes.txt', 'mine')),
  broken('a style sheet that is not listed', ['verify/unlisted', 'verify/undeclared'], edit(packageFile, /<item id="style".*\n/, '')),
  broken('a fallback to nothing', ['verify/fallback'], edit(packageFile, '<item id="style"', '<item fallback="nothing" id="style"')),
  broken('a JPEG called PNG', ['verify/media-type'], put('EPUB/a.png', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0xff, 0xd9)), list('<item id="a" href="a.png" media-type="image/png"/>')),
  broken('an empty picture', ['verify/picture'], put('EPUB/a.png', ''), list('<item id="a" href="a.png" media-type="image/png"/>')),
  broken('a picture that breaks off', ['verify/picture'], put('EPUB/a.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0)), list('<item id="a" href="a.png" media-type="image/png"/>')),
  broken('a PDF in the reading order', ['verify/foreign'], put('EPUB/a.pdf', '%PDF-1.7'), list('<item id="a" href="a.pdf" media-type="application/pdf"/>'), edit(packageFile, '</spine>', '<itemref idref="a"/></spine>')),
  broken('a picture of a kind that few know', ['verify/foreign'], put('EPUB/a.tif', 'II*'), list('<item id="a" href="a.tif" media-type="image/tiff"/>'), append('<p><img src="a.tif" alt="A"/></p>')),
  broken('a property that does not exist', ['verify/property'], edit(packageFile, 'properties="nav"', 'properties="nav contents"')),
  broken('a cover that is no picture', ['verify/property'], edit(packageFile, '<item id="style"', '<item properties="cover-image" id="style"')),
  broken('formulas that nobody announces', ['verify/property-missing'], edit(packageFile, 'properties="mathml svg"', 'properties="svg"')),
  broken('drawings that are not there', ['verify/property-idle'], edit(packageFile, 'id="document-colophon"', 'properties="svg" id="document-colophon"')),
  broken('an empty reading order', ['verify/spine', 'verify/outside-spine'], edit(packageFile, /<itemref.*\n/g, '')),
  broken('a reading order that leads to nothing', ['verify/spine'], edit(packageFile, '</spine>', '<itemref idref="ghost"/></spine>')),
  broken('a document twice in the reading order', ['verify/spine'], edit(packageFile, '</spine>', '<itemref idref="document-colophon"/></spine>')),
  {...broken('an Arabic book whose pages turn the wrong way', ['verify/direction'], edit(packageFile, ' page-progression-direction="rtl"', '')), language: 'ar'},
  {...broken('a French book that turns as an Arabic one', ['verify/direction'], edit(packageFile, 'page-progression-direction="ltr"', 'page-progression-direction="rtl"')), language: 'fr'},
  broken('an NCX that is not there', ['verify/ncx'], edit(packageFile, 'toc="ncx"', 'toc="contents"')),
  broken('an NCX of another book', ['verify/ncx-identifier'], edit(ncx, 'content="urn:uuid:3', 'content="urn:uuid:4')),
  broken('an NCX with other contents', ['verify/ncx-disagrees'], edit(ncx, 'src="colophon.xhtml"', 'src="index.xhtml"'))
]

/** Documents. */
const documents: readonly BrokenEpub[] = [
  broken('a document without namespace', ['verify/root'], put(colophon, '<html lang="en"><head><title>x</title></head><body><p>y</p></body></html>')),
  broken('a document without title', ['verify/document-title'], edit(article, /<title>.*<\/title>/, '<title></title>')),
  broken('a document without language', ['verify/document-language'], edit(article, ' lang="en" xml:lang="en"', '')),
  broken('a document in another language', ['verify/other-language'], edit(article, 'lang="en" xml:lang="en"', 'lang="de" xml:lang="de"')),
  broken('two languages at once', ['verify/language-pair', 'verify/other-language'], edit(article, 'xml:lang="en"', 'xml:lang="fr"')),
  {...broken('an Arabic document whose lines run the wrong way', ['verify/document-direction'], edit(article, ' dir="rtl"', '')), language: 'ar'},
  broken('an empty document', ['verify/empty-document'], edit(colophon, /<body[\s\S]*<\/body>/, '<body> </body>')),
  broken('an id twice', ['verify/id-twice'], append('<p id="inside-sales">x</p>')),
  broken('a link to a file that is not there', ['verify/dead-link'], append('<p><a href="gone.xhtml">x</a></p>')),
  broken('a link to a place that is not there', ['verify/dead-link'], append('<p><a href="#gone">x</a></p>')),
  broken('a link to a document out of the reading order', ['verify/outside-spine'], edit(packageFile, /<itemref idref="document-colophon".*\n/, '')),
  broken('a link to the maker’s disk', ['verify/outside-link'], append('<p><a href="file:///home/me/book.html">x</a></p>')),
  broken('a link out of the book', ['verify/outside-link'], append('<p><a href="../../../x.html">x</a></p>')),
  broken('a link that no browser can follow', ['verify/malformed-address'], append('<p><a href="https://exa mple.org:x/">x</a></p>')),
  broken('a picture from the web', ['verify/remote-resource', 'verify/property-missing'], append('<p><img src="https://example.org/a.png" alt="A"/></p>')),
  broken('a script', ['verify/active-content', 'verify/property-missing'], append('<script>start()</script>')),
  broken('an event handler', ['verify/active-content', 'verify/property-missing'], append('<p onclick="start()">x</p>')),
  broken('a link that runs', ['verify/active-content'], append('<p><a href="javascript:start()">x</a></p>')),
  broken('a picture without words', ['verify/alternative', 'verify/claim-refuted'], edit(other, / alt="[^"]*"/, '')),
  broken('an element that HTML gave up', ['verify/obsolete'], append('<p><font>x</font></p>')),
  broken('an attribute that HTML gave up', ['verify/obsolete'], edit(article, '<table>', '<table cellpadding="3">')),
  broken('an element that HTML never had', ['verify/unknown-element'], append('<p><chapter>x</chapter></p>')),
  broken('a paragraph in a paragraph', ['verify/nesting'], append('<p>x <div>y</div></p>')),
  broken('a link in a link', ['verify/nesting'], append('<p><a href="#inside-sales">x <a href="#inside-sales">y</a></a></p>')),
  broken('a heading that skips a level', ['verify/heading-level'], append('<h5>x</h5>')),
  broken('a table without head', ['verify/table-head'], append('<table><tr><td>1</td></tr><tr><td>2</td></tr></table>'))
]

/** Navigation, notes, styles and claims. */
const navigations: readonly BrokenEpub[] = [
  broken('no navigation document', ['verify/navigation', 'verify/claim-refuted'], edit(packageFile, ' properties="nav"', ''), claim('pageNavigation')),
  broken('no contents', ['verify/navigation'], edit(navigation, 'epub:type="toc" role', 'epub:type="loi" role')),
  broken('contents in no order', ['verify/navigation'], edit(navigation, '</ol>\n</nav>', '</ol><ul><li>x</li></ul></nav>')),
  broken('contents that lead to the web', ['verify/navigation', 'verify/ncx-disagrees'], edit(navigation, '<a href="colophon.xhtml">', '<a href="https://example.org/">')),
  broken('an entry without words', ['verify/label'], edit(navigation, '>Colophon<', '><')),
  broken('an entry that leads nowhere', ['verify/dead-link', 'verify/ncx-disagrees'], edit(navigation, '<a href="colophon.xhtml">', '<a href="colophon.html">')),
  broken('contents in another order than the book', ['verify/contents-order'], edit(packageFile, '<itemref idref="document-colophon"/>', ''), edit(packageFile, '<itemref idref="document-index"/>', '<itemref idref="document-colophon"/><itemref idref="document-index"/>')),
  broken('a landmark of no kind', ['verify/landmark'], edit(navigation, '<a epub:type="bodymatter" href', '<a href')),
  broken('a landmark twice', ['verify/landmark'], edit(navigation, '</ol>\n</nav>\n</body>', '<li><a epub:type="index" href="index.xhtml">x</a></li></ol></nav></body>')),
  broken('page breaks without list', ['verify/page-list', 'verify/claim-unmade'], append(pageMark)),
  broken('a page list without page breaks', ['verify/page-list', 'verify/claim-unmade'], append(pageList('<li><a href="inside-sales.xhtml">1</a></li>'), navigation)),
  broken('a page twice', ['verify/page-twice'], append(pageMark), claim('pageBreakMarkers'), claim('pageNavigation'), append(pageList('<li><a href="inside-sales.xhtml#page-1">1</a></li><li><a href="inside-sales.xhtml#page-1">1</a></li>'), navigation)),
  broken('a note reference to no note', ['verify/note-reference'], append('<p><a epub:type="noteref" href="#inside-sales">x</a></p>')),
  broken('a note without way back', ['verify/note-one-way'], edit(article, /<a class="note-back".*?<\/a>/, '')),
  broken('a style from the web', ['verify/remote-resource', 'verify/property-missing'], css('p { background: url(https://example.org/a.png) }')),
  broken('a style sheet with a picture that is not there', ['verify/dead-link'], css('p { background: url("gone.png") }')),
  broken('a style sheet that loads another', ['verify/active-content', 'verify/dead-link'], css('@import "more.css";')),
  broken('a style that EPUB forbids', ['verify/style-property'], css('p { direction: rtl; }')),
  broken('a style in a fixed place', ['verify/style-fixed'], css('p { position: fixed; }')),
  broken('a style sheet that breaks off', ['verify/style-syntax'], css('p { color: red;')),
  broken('no summary of accessibility', ['verify/access-missing'], edit(packageFile, /<meta property="schema:accessibilitySummary".*\n/, '')),
  broken('a hazard that nobody knows', ['verify/access-value'], edit(packageFile, /(accessibilityHazard">)[^<]*/, '$1fire')),
  broken('pages that are claimed and not there', ['verify/claim-refuted'], claim('pageBreakMarkers')),
  broken('formulas that are claimed and not there', ['verify/claim-refuted'], edit(other, /<math[\s\S]*?<\/math>/, ''), edit(packageFile, 'properties="mathml svg"', 'properties="svg"')),
  broken('formulas that nobody claims', ['verify/claim-unmade'], edit(packageFile, /<meta property="schema:accessibilityFeature">MathML.*\n/, '')),
  broken('conformance that nobody certifies', ['verify/certifier'], say('<meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>'))
]

export const brokenEpubs: readonly BrokenEpub[] = [...containers, ...texts, ...packages, ...documents, ...navigations]

function latin1(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
}

/** A copy with its directory, and where in it an entry stands. */
function copyWithEntry(sound: Uint8Array, path: string): {readonly copy: Buffer; readonly entry: number} {
  const copy = Buffer.from(sound)
  return {copy, entry: copy.lastIndexOf(path) - 46}
}

function corrupt(sound: Uint8Array, path: string): Uint8Array {
  const {copy, entry} = copyWithEntry(sound, path)
  copy.writeUInt32LE((copy.readUInt32LE(entry + 16) ^ 1) >>> 0, entry + 16)
  return copy
}

function flag(sound: Uint8Array, path: string): Uint8Array {
  const {copy, entry} = copyWithEntry(sound, path)
  copy.writeUInt16LE(copy.readUInt16LE(entry + 8) | 1, entry + 8)
  return copy
}

/** The directory promises less than is packed. */
function shrink(sound: Uint8Array, path: string): Uint8Array {
  const {copy, entry} = copyWithEntry(sound, path)
  copy.writeUInt32LE(10, entry + 24)
  return copy
}

function inflateSizes(sound: Uint8Array): Uint8Array {
  const {copy, entry} = copyWithEntry(sound, picture)
  copy.writeUInt32LE(0xfffffff0, entry + 24)
  return copy
}

/** What verify says of the first book that is broken in the way of a code. */
export async function inspectBroken(code: Code): Promise<readonly Diagnostic[]> {
  const found = brokenEpubs.find(({codes: [first]}) => first === code)
  if (!found) throw new Error(`No book is broken by ${code}`)
  const {list, report} = makeLedger()
  inspectEpub(await breakEpub(found), 'book.epub', report)
  return list
}
