/** Title, headings, tables, pictures and words of a document. */
import type {Reading} from './document.ts'
import {styleTextIn} from './styles.ts'
import type {XmlElement} from './xml.ts'

/** Elements that show something without a word in them. */
const shown = new Set(['img', 'svg', 'math', 'video', 'audio', 'object', 'iframe', 'canvas', 'embed', 'hr', 'nav', 'image'])

export function checkStructure(reading: Reading, element: XmlElement): void {
  const {space, local, attributes, at} = element
  const {document} = reading
  if (space === 'svg' && local === 'svg') checkDrawing(reading, element)
  if (space === 'math' && local === 'math') checkFormula(reading, element)
  if (shown.has(local)) document.hasContent = true
  if (space === 'html') checkHtml(reading, element)
  if (local === 'style') reading.style = {text: '', at}
  const style = attributes.get('style')
  if (style !== undefined) styleTextIn(reading, style, at)
}

function checkHtml(reading: Reading, element: XmlElement): void {
  const {local, attributes, at} = element
  const {tables} = reading
  if (local === 'body') reading.inBody = true
  else if (local === 'title' && !reading.inBody) reading.title ??= ''
  else if (local === 'img') checkPicture(reading, element)
  else if (local === 'table') tables.push({at, hasHead: false, rows: 0, isLayout: /presentation|none/.test(attributes.get('role') ?? '')})
  else if (local === 'tr') countRow(reading)
  else if (local === 'th' || /(?:row|column)header/.test(attributes.get('role') ?? '')) for (const table of tables.slice(-1)) table.hasHead = true
  else if (local.length === 2 && /^h[1-6]$/.test(local)) checkHeading(reading, Number(local[1]), at)
}

function countRow({tables}: Reading): void {
  const table = tables.at(-1)
  if (table) table.rows++
}

function checkHeading(reading: Reading, level: number, at: number): void {
  const {book: {tell}, document: {path}, heading} = reading
  if (heading > 0 && level > heading + 1) tell('verify/heading-level', {found: level, expected: heading + 1}, path, at)
  reading.heading = level
}

function checkPicture({book: {tell}, document}: Reading, {attributes, at}: XmlElement): void {
  const alt = attributes.get('alt')
  document.pictures++
  const isHidden = attributes.get('aria-hidden') === 'true' || /^(?:presentation|none)$/.test(attributes.get('role') ?? '')
  const isNamed = ['aria-label', 'aria-labelledby', 'title'].some((key) => attributes.get(key)?.trim())
  if (alt === undefined && !isNamed && !isHidden) {
    document.undescribed++
    tell('verify/alternative', {source: attributes.get('src') ?? ''}, document.path, at)
  }
}

function checkDrawing(reading: Reading, {attributes}: XmlElement): void {
  const {document, path} = reading
  document.properties.add('svg')
  if (!reading.isXhtml || path.indexOf('svg') < path.length - 1) return // as a file it is described where it is shown
  document.pictures++
  if (['aria-label', 'aria-labelledby', 'aria-hidden'].some((key) => attributes.get(key)?.trim()) || /^(?:presentation|none)$/.test(attributes.get('role') ?? '')) return
  document.undescribed++
  reading.isUntitled = true
}

function checkFormula({document}: Reading, _: XmlElement): void {
  document.properties.add('mathml')
  document.formulas++
}

export function closeStructure(reading: Reading, {space, local, at}: XmlElement): void {
  const {book: {tell}, document, tables} = reading
  if (local === 'style' && reading.style) {
    styleTextIn(reading, reading.style.text, reading.style.at)
    reading.style = undefined
  }
  if (space === 'html' && local === 'table') {
    const table = tables.pop()
    if (table && !table.hasHead && table.rows > 1 && !table.isLayout) tell('verify/table-head', {}, document.path, at)
  }
  if (space === 'svg' && local === 'title' && reading.isUntitled) document.undescribed--
  if (space === 'svg' && (local === 'title' || local === 'svg')) reading.isUntitled = false
}

/** Replacement characters and controls of the Latin-1 block are left-overs of a wrong conversion. */
const doubtful = /[\ufffd\u007f-\u0084\u0086-\u009f]/

export function textStructure(reading: Reading, words: string, at: number): void {
  const {document, path, book: {tell}} = reading
  const inside = path.at(-1)
  if (reading.style) reading.style.text += words
  else if (inside === 'title' && !reading.inBody) reading.title = (reading.title ?? '') + words
  else if (!document.hasContent && (reading.inBody || !reading.isXhtml) && inside !== 'script' && /\S/.test(words)) document.hasContent = true
  if (reading.hasStray) return
  const stray = words.search(doubtful)
  if (stray === -1) return
  reading.hasStray = true
  tell('verify/character', {found: `U+${words.charCodeAt(stray).toString(16).toUpperCase().padStart(4, '0')}`}, document.path, at + stray)
}
