/** Reads the words that stand at a place of a page, from its content stream and the fonts' tables. */
import {contentOf, dictionaryAt, referenceOf, streamAt, type Pdf} from './pdf.ts'
import {identity, multiply, type Matrix} from './preflight/geometry.ts'

/** A glyph, or glyphs that stand for letters together, as text, with the place of its origin in points. */
export interface PlacedText {
  readonly x: number
  readonly y: number
  /** Whether it lies on its right side, as Latin letters do in vertical lines. */
  readonly isTurned: boolean
  readonly text: string
  /** Number of the text object (BT … ET) that draws it. */
  readonly run?: number
  /** Its run is drawn from the left and read from the right. */
  readonly rightToLeft?: boolean
}

/** Marked content (14.6): what its glyphs say as a whole, or that they are drawn backwards; where in the list it begins. */
interface Mark {
  readonly from: number
  readonly says?: string
  readonly reversed?: boolean
}

const token = /<([0-9A-Fa-f]*)>|\/([^\s/<>[\]()]+)|([-+]?\d*\.?\d+)|([A-Za-z'"*]+)|\(((?:\\[\s\S]|[^\\()])*)\)/g

/** A font serves hundreds of pages. */
const charactersByFont = new WeakMap<Pdf, Map<number, ReadonlyMap<number, string>>>()

/** Every glyph of a page, without head and folio. */
export function readPageText(pdf: Pdf, page: number): readonly PlacedText[] {
  return readContent(contentOf(pdf, page), fontsOf(pdf, dictionaryAt(pdf, page)))
}

/** Every glyph of the form in which head and folio of a page are drawn; none where there is none. */
export function readMarginText(pdf: Pdf, page: number): readonly PlacedText[] {
  const form = referenceOf(dictionaryAt(pdf, page), 'Margins')
  return form === undefined ? [] : readContent(streamAt(pdf, form), fontsOf(pdf, dictionaryAt(pdf, form)))
}

function fontsOf(pdf: Pdf, dictionary: string): ReadonlyMap<string, ReadonlyMap<number, string>> {
  return new Map([...(/\/Font <<([^>]*)>>/.exec(dictionary)?.[1] ?? '').matchAll(/\/(\S+) (\d+) 0 R/g)]
    .map(([, name = '', n]) => [name, readCharacters(pdf, Number(n))]))
}

/**
 * The words whose glyphs begin within an area (left, bottom, right, top), in reading order within each run; a glyph on its right edge stands after it,
 * as does a turned one on its lower edge. Figures beside one another in a vertical line stand a little below theirs.
 */
export function textWithin(text: readonly PlacedText[], [left, bottom, right, top]: readonly [number, number, number, number]): string {
  return text.filter(({x, y, isTurned}) => isTurned ? x >= left - 0.5 && x <= right && y > bottom + 1 && y <= top + 0.5 : x >= left - 0.5 && x < right - 1 && y >= bottom - 1 && y <= top).map((glyph) => glyph.text).join('')
}

function readContent(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): readonly PlacedText[] {
  const glyphs: PlacedText[] = []
  const marks: Mark[] = []
  let run = 0
  const saved: Matrix[] = []
  let page = identity
  let line = identity
  let characters: ReadonlyMap<number, string> | undefined
  let numbers: number[] = []
  let name = ''
  let [codes, said] = ['', '']
  for (const [, hex, key, number, operator, words] of content.matchAll(token)) {
    if (number !== undefined) numbers.push(Number(number))
    else if (key !== undefined) name = key
    else if (hex !== undefined) [codes, said] = [hex, raise(hex.slice(4), 0)]
    else if (words !== undefined) said = words.replace(/\\([\s\S])/g, '$1')
    if (operator === undefined) continue
    if (operator === 'q') saved.push(page)
    else if (operator === 'Q') page = saved.pop() ?? identity
    else if (operator === 'cm') page = multiply(toMatrix(numbers), page)
    else if (operator === 'Tf') characters = fonts.get(name)
    else if (operator === 'Tm') line = toMatrix(numbers)
    else if (operator === 'Td') line = multiply([1, 0, 0, 1, numbers.at(-2) ?? 0, numbers.at(-1) ?? 0], line)
    else if (operator === 'BT') run++
    else if (operator === 'BMC') marks.push({from: glyphs.length, reversed: name === 'ReversedChars'})
    else if (operator === 'BDC') marks.push({from: glyphs.length, ...(name === 'ActualText' && {says: said})})
    else if (operator === 'EMC') closeMark(marks.pop(), glyphs)
    else if (operator === 'Tj') {
      const [a, b, , , x, y] = multiply(line, page)
      const text = (codes.match(/.{4}/g) ?? []).map((code) => characters?.get(Number.parseInt(code, 16)) ?? '\uFFFD').join('')
      glyphs.push({x, y, isTurned: Math.abs(b) > Math.abs(a), text, run, rightToLeft: marks.some(({reversed}) => reversed)})
    }
    numbers = []
  }
  return glyphs
}

/** Glyphs drawn backwards are put in the order of reading; those with a text of their own (/ActualText, 14.9.4) become one, where their letter stands: marks are drawn before it from the right. */
function closeMark(mark: Mark | undefined, glyphs: PlacedText[]): void {
  if (!mark || glyphs.length === mark.from) return
  if (mark.reversed) glyphs.push(...glyphs.splice(mark.from).reverse())
  if (mark.says === undefined) return
  const [first, ...others] = glyphs.splice(mark.from)
  const letter = first?.rightToLeft ? others.at(-1) ?? first : first
  if (letter) glyphs.push({...letter, text: mark.says})
}

function toMatrix(numbers: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers.slice(-6)
  return [a, b, c, d, e, f]
}

/** Characters by glyph code, from the font's /ToUnicode table (9.10.3). */
export function readCharacters(pdf: Pdf, font: number): ReadonlyMap<number, string> {
  const known = charactersByFont.get(pdf) ?? new Map<number, ReadonlyMap<number, string>>()
  charactersByFont.set(pdf, known)
  const characters = known.get(font) ?? unpackCharacters(pdf, font)
  known.set(font, characters)
  return characters
}

function unpackCharacters(pdf: Pdf, font: number): ReadonlyMap<number, string> {
  const table = referenceOf(dictionaryAt(pdf, font), 'ToUnicode')
  const characters = new Map<number, string>()
  if (table === undefined) return characters
  for (const [, kind, body = ''] of streamAt(pdf, table).matchAll(/beginbf(char|range)\n([\s\S]*?)endbf/g)) {
    const rows = kind === 'char' ? /<(\w+)>()\s*<(\w+)>/g : /<(\w+)>\s*<(\w+)>\s*<(\w+)>/g
    for (const [, from = '', to = '', text = ''] of body.matchAll(rows)) {
      const first = Number.parseInt(from, 16)
      const last = to === '' ? first : Number.parseInt(to, 16)
      for (let code = first; code <= last; code++) characters.set(code, raise(text, code - first))
    }
  }
  return characters
}

/** UTF-16BE in hexadecimal, its last unit raised by a number. */
function raise(hex: string, by: number): string {
  const units = (hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))
  return String.fromCharCode(...units.map((unit, place) => place === units.length - 1 ? unit + by : unit))
}
