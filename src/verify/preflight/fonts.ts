/** Fonts of a PDF: whether they are in it, and what the codes of a text stand for. */
import {itemsOf, keysOf, maybeDictionary, nameOf, numberOf, readStream, valueOf, type PDFDict, type PDFObject} from './document.ts'

export interface Font {
  /** Without the letters of its subset. */
  readonly name: string
  readonly kind: string
  readonly embedded: boolean
  readonly subset: boolean
  /** How many codes of a string show no letter: the glyph that stands for a missing one, or U+FFFD. */
  readonly countTofu: (bytes: string) => number
}

/** The font of a dictionary (ISO 32000-2, 9.5). */
export function readFont(dictionary: PDFDict): Font {
  const kind = nameOf(valueOf(dictionary, 'Subtype')) ?? 'unknown'
  const descendant = maybeDictionary(itemsOf(valueOf(dictionary, 'DescendantFonts'))[0])
  const descriptor = maybeDictionary(valueOf(descendant ?? dictionary, 'FontDescriptor'))
  const full = nameOf(valueOf(dictionary, 'BaseFont')) ?? nameOf(valueOf(dictionary, 'Name')) ?? 'nameless'
  const embedded = kind === 'Type3' || ['FontFile', 'FontFile2', 'FontFile3'].some((key) => valueOf(descriptor, key) !== undefined)
  return {
    name: full.replace(/^[A-Z]{6}\+/, ''), kind: kind === 'Type3' ? 'Type 3' : kind, embedded, subset: /^[A-Z]{6}\+/.test(full),
    countTofu: makeTofuCount(dictionary, descendant)
  }
}

function makeTofuCount(dictionary: PDFDict, descendant: PDFDict | undefined): Font['countTofu'] {
  const lost = listLostCodes(readStream(valueOf(dictionary, 'ToUnicode')))
  if (descendant) {
    const wide = /^Identity-[HV]$/.test(nameOf(valueOf(dictionary, 'Encoding')) ?? '')
    const missing = readMissing(valueOf(descendant, 'CIDToGIDMap'))
    return (bytes) => wide ? countWhere(bytes, 2, (code) => missing(code) || lost.has(code)) : 0
  }
  const undefinedCodes = listUndefined(maybeDictionary(valueOf(dictionary, 'Encoding')))
  const first = numberOf(valueOf(dictionary, 'FirstChar'))
  const last = numberOf(valueOf(dictionary, 'LastChar'))
  const isOutside = (code: number): boolean => first !== undefined && last !== undefined && (code < first || code > last)
  return (bytes) => countWhere(bytes, 1, (code) => undefinedCodes.has(code) || lost.has(code) || isOutside(code) && code !== 32)
}

/** Glyph 0 is shown for what a font lacks (9.7.4.2). */
function readMissing(map: PDFObject | undefined): (code: number) => boolean {
  const table = readStream(map)
  if (table === '') return (code) => code === 0
  return (code) => (table.charCodeAt(code * 2) || 0) === 0 && (table.charCodeAt(code * 2 + 1) || 0) === 0
}

function countWhere(bytes: string, width: 1 | 2, isLost: (code: number) => boolean): number {
  let count = 0
  for (let at = 0; at + width <= bytes.length; at += width) {
    const code = width === 1 ? bytes.charCodeAt(at) : bytes.charCodeAt(at) << 8 | bytes.charCodeAt(at + 1)
    if (isLost(code)) count++
  }
  return count
}

/** Codes that a table leads to U+FFFD (9.10.3). */
function listLostCodes(table: string): ReadonlySet<number> {
  const lost = new Set<number>()
  for (const [, code = '', unicode = ''] of table.matchAll(/<([0-9A-Fa-f]{2,4})>\s*<([0-9A-Fa-f]{4,})>(?!\s*<)/g)) {
    if (/^FFFD/i.test(unicode)) lost.add(Number.parseInt(code, 16))
  }
  for (const [, from = '', to = '', unicode = ''] of table.matchAll(/<([0-9A-Fa-f]{2,4})>\s*<([0-9A-Fa-f]{2,4})>\s*<(FFFD)>/gi)) {
    if (unicode && from === to) lost.add(Number.parseInt(from, 16))
  }
  return lost
}

/** Codes that an encoding calls `.notdef` by its differences (9.6.5). */
function listUndefined(encoding: PDFDict | undefined): ReadonlySet<number> {
  const codes = new Set<number>()
  if (!encoding || !keysOf(encoding).includes('Differences')) return codes
  let code = 0
  for (const item of itemsOf(valueOf(encoding, 'Differences'))) {
    code = numberOf(item) ?? code
    const name = nameOf(item)
    if (name === undefined) continue
    if (name === '.notdef') codes.add(code)
    code++
  }
  return codes
}
