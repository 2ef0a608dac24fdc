/** The text of the articles in a finished EPUB of ours, passage by passage, with the printed pages that its page breaks name. */
import type {Passage} from '../../core/changes.ts'
import {makeLedger} from '../../core/diagnostic.ts'
import {isLimitError} from '../../core/limits.ts'
import type {Direction} from '../../core/model.ts'
import {readXml, type Book} from './book.ts'
import {findPackages, openContainer} from './container.ts'
import {readPackage} from './package.ts'
import type {XmlElement} from './xml.ts'

/** What stands within a line, cells of a row among it; everything else begins a passage. */
const inline = new Set([
  'a', 'abbr', 'b', 'bdi', 'bdo', 'br', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'i', 'img', 'ins', 'kbd', 'mark', 'q', 'rb', 'rp', 'rt', 'rtc', 'ruby', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'td', 'th', 'time', 'u', 'var', 'wbr'
])
const cellBreak = ' | '
/** What we say around a text, and what counts something: numbers of notes follow from the notes before them. */
const ours = /(?:^|\s)(?:authors|translators|translation-notice|notes-title|also-in|cross-references|note-call|note-back)(?:\s|$)/
const ourRoles = /^doc-(?:noteref|backlink)$/
/** Marks that nobody sees: soft hyphens, places to break, directional marks. */
const unseen = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

interface Reading {
  readonly articles: Passage[][]
  /** Open elements: what they say of language and direction. */
  readonly marks: {readonly lang: string | undefined; readonly dir: string | undefined}[]
  /** Depth at which the current article began. */
  article: number | undefined
  /** Depth of what is passed over. */
  skipped: number | undefined
  page: string | undefined
  text: string
  pages: {label: string; offset: number}[]
}

/** The passages of each article, in reading order; `undefined` for a file that cannot be read. Never throws for any bytes. */
export function readTexts(bytes: Uint8Array): readonly (readonly Passage[])[] | undefined {
  const {list, report} = makeLedger()
  try {
    const book = openContainer(bytes, '', report)
    const [path] = book ? findPackages(book) : []
    const pack = book && path !== undefined ? readPackage(book, path) : undefined
    if (!book || !pack) return undefined
    const reading: Reading = {articles: [], marks: [], article: undefined, skipped: undefined, page: undefined, text: '', pages: []}
    const isWhole = pack.spine.every(({item}) => item?.path === undefined || readDocument(book, item.path, reading))
    return isWhole && !list.some(({code}) => code === 'verify/entry-broken') ? reading.articles : undefined
  } catch (error) {
    if (isLimitError(error)) return undefined
    throw error
  }
}

function readDocument(book: Book, path: string, reading: Reading): boolean {
  reading.marks.length = 0
  return readXml(book, path, {
    open: (element) => open(reading, element),
    close: (element) => close(reading, element),
    text: (words) => { if (reading.article !== undefined && reading.skipped === undefined) add(reading, words) }
  })
}

function open(reading: Reading, {space, local, attributes}: XmlElement): void {
  const [names = '', role = ''] = [attributes.get('class'), attributes.get('role')]
  const depth = reading.marks.push({lang: attributes.get('xml:lang') ?? attributes.get('lang'), dir: attributes.get('dir')})
  if (role === 'doc-pagebreak') turnPage(reading, attributes.get('aria-label') ?? '')
  if (reading.article === undefined && space === 'html' && local === 'section' && /(?:^|\s)article(?:\s|$)/.test(names)) {
    reading.article = depth
    if (role === 'doc-chapter' || reading.articles.length === 0) reading.articles.push([]) // else the rest of one that was cut
  }
  if (reading.article === undefined || reading.skipped !== undefined) return
  const isHidden = ours.test(names) || ourRoles.test(role) || /^(?:annotation|annotation-xml|rp)$/.test(local) || space === 'svg'
  if (isHidden) reading.skipped = depth
  if (local === 'br') add(reading, ' ')
  if ((local === 'td' || local === 'th') && reading.text !== '') add(reading, cellBreak)
  if (isBlock(space, local)) finishPassage(reading)
}

function close(reading: Reading, {space, local}: XmlElement): void {
  const depth = reading.marks.length
  if (reading.article !== undefined && isBlock(space, local)) finishPassage(reading)
  if (reading.skipped === depth) reading.skipped = undefined
  if (reading.article === depth) reading.article = undefined
  reading.marks.pop()
}

function isBlock(space: string, local: string): boolean {
  return space === 'html' && !inline.has(local)
}

function turnPage(reading: Reading, label: string): void {
  reading.page = label
  if (reading.text !== '') reading.pages.push({label, offset: reading.text.length})
}

function add(reading: Reading, words: string): void {
  const folded = words.replaceAll(unseen, '').replaceAll(/\s+/g, (blanks) => /[\u00a0\u202f]/.exec(blanks)?.[0] ?? ' ')
  const text = reading.text === '' || reading.text.endsWith(' ') ? folded.trimStart() : folded
  if (text === '') return
  if (reading.text === '' && reading.page !== undefined) reading.pages = [{label: reading.page, offset: 0}]
  reading.text += text
}

function finishPassage(reading: Reading): void {
  const text = reading.text.trimEnd()
  if (text !== '') {
    const language = reading.marks.findLast(({lang}) => lang !== undefined)?.lang
    const direction = reading.marks.findLast(({dir}) => dir === 'ltr' || dir === 'rtl')?.dir as Direction | undefined // just tested
    reading.articles.at(-1)?.push({text, pages: reading.pages, ...(language !== undefined && {language}), ...(direction && {direction})})
  }
  reading.text = ''
  reading.pages = []
}
