/** The text of a print in the order of reading, from its structure tree: what stands on which page of every run of text. */
import {contentOf} from './page-content.ts'
import {objectAt, pagesOf, referenceIn, type PdfFile} from './pdf-reader.ts'

/** A text node of the printed document, or a picture, as the structure tree holds it: a leaf. */
export interface Run {
  readonly isFigure: boolean
  /** By page from 0, in the order of reading; within a piece the characters stand in the order of painting. */
  readonly pieces: readonly {readonly page: number; readonly text: string}[]
}

interface Reader {
  readonly pdf: PdfFile
  /** Page from 0 by page object; only those that are asked for. */
  readonly pageByObject: ReadonlyMap<number, number>
  /** Text by number of marked content, by page object. */
  readonly texts: Map<number, ReadonlyMap<number, string>>
  readonly fonts: Map<number, ReadonlyMap<number, string>>
}

/** The runs that have something on the pages asked for (from 0). An untagged print has none. */
export function readRuns(pdf: PdfFile, isAsked: (page: number) => boolean): readonly Run[] {
  const root = referenceIn(objectAt(pdf, pdf.root).text, 'StructTreeRoot')
  if (root === undefined) return []
  const pageByObject = new Map(pagesOf(pdf).map((object, page) => [object, page] as const).filter(([, page]) => isAsked(page)))
  const runs: Run[] = []
  readElement(root, {pdf, pageByObject, texts: new Map(), fonts: new Map()}, runs)
  return runs
}

/** A child of a structure element (ISO 32000-2, 14.7.5): an element, marked content of another page, or of the element's own page. */
const child = /<<\/Type \/MCR\s+\/Pg (\d+) 0 R\s+\/MCID (\d+)>>|<<\/Type \/OBJR[^>]*>>|(\d+) 0 R|(\d+)/g

function readElement(n: number, reader: Reader, runs: Run[]): void {
  const text = objectAt(reader.pdf, n).text.replace(/\((?:\\[\s\S]|[^\\()])*\)/g, '()') // words of alternatives may look like anything
  if (/\/S \/Lbl\b/.test(text)) return // markers of lists are no part of any text
  if (/\/S \/Code\b/.test(text)) return readCode(text, reader, runs)
  readChildren(text, reader, runs)
}

/** Long lines are blocks of their own in print (`code-lines.ts`), and one text in the edition. */
function readCode(text: string, reader: Reader, runs: Run[]): void {
  const lines: Run[] = []
  readChildren(text, reader, lines)
  if (lines.length > 0) runs.push({isFigure: false, pieces: lines.flatMap(({pieces}) => pieces)})
}

function readChildren(text: string, reader: Reader, runs: Run[]): void {
  const children = /\/K (?:\[((?:<<[^>]*>>|[^\]])*)\]|(\d+(?: 0 R)?))/.exec(text)
  const own = referenceIn(text, 'Pg')
  let pieces: {page: number; text: string}[] = []
  const close = (): void => {
    if (pieces.length > 0) runs.push({isFigure: /\/S \/Figure\b/.test(text), pieces})
    pieces = []
  }
  for (const [, otherPage, otherMark, element, mark] of (children?.[1] ?? children?.[2] ?? '').matchAll(child)) {
    if (element !== undefined) {
      close()
      readElement(Number(element), reader, runs)
      continue
    }
    const object = otherPage === undefined ? own : Number(otherPage)
    const page = object === undefined ? undefined : reader.pageByObject.get(object)
    const content = otherMark ?? mark
    if (object === undefined || page === undefined || content === undefined) continue
    pieces.push({page, text: textsOf(object, reader).get(Number(content)) ?? ''})
  }
  close()
}

const token = /\/MCID (\d+)|\/ActualText <([0-9A-Fa-f]*)>|\b(BDC|BMC|EMC)\b|\/(\S+) [-+\d.]+ Tf|<([0-9A-Fa-f]+)> Tj/g

/** The text of a page by number of its marked content. */
function textsOf(page: number, reader: Reader): ReadonlyMap<number, string> {
  const known = reader.texts.get(page)
  if (known) return known
  const dictionary = objectAt(reader.pdf, page).text
  const fonts = new Map([...(/\/Font <<([^>]*)>>/.exec(dictionary)?.[1] ?? '').matchAll(/\/(\S+) (\d+) 0 R/g)].map(([, name = '', n]) => [name, Number(n)]))
  const contents = referenceIn(dictionary, 'Contents')
  const texts = contents === undefined ? new Map<number, string>() : readMarks(contentOf(reader.pdf, contents), (font) => charactersOf(fonts.get(font), reader))
  reader.texts.set(page, texts)
  return texts
}

/** Sequences of marked content lie within one another; what a cluster of glyphs means is said by its /ActualText (14.9.4). */
function readMarks(content: string, fontNamed: (name: string) => ReadonlyMap<number, string>): ReadonlyMap<number, string> {
  const texts = new Map<number, string>()
  const open: (readonly [mark: number | undefined, isSpelled: boolean])[] = []
  let [mark, isSpelled]: readonly [number | undefined, boolean] = [undefined, false]
  let [nextMark, nextText]: [number | undefined, string | undefined] = [undefined, undefined]
  let characters: ReadonlyMap<number, string> = new Map()
  const add = (text: string): void => {
    if (mark !== undefined && !isSpelled) texts.set(mark, (texts.get(mark) ?? '') + text)
  }
  for (const [, id, spelled, operator, font, codes] of content.matchAll(token)) {
    if (codes !== undefined) for (let at = 0; at < codes.length; at += 4) add(characters.get(Number.parseInt(codes.slice(at, at + 4), 16)) ?? '\uFFFD')
    else if (font !== undefined) characters = fontNamed(font)
    else if (id !== undefined) nextMark = Number(id)
    else if (spelled !== undefined) nextText = decodeText(spelled)
    else if (operator === 'EMC') [mark, isSpelled] = open.pop() ?? [undefined, false]
    else {
      open.push([mark, isSpelled])
      mark = nextMark ?? mark
      if (nextText !== undefined) add(nextText)
      isSpelled ||= nextText !== undefined
      ;[nextMark, nextText] = [undefined, undefined]
    }
  }
  return texts
}

/** UTF-16BE in hexadecimal, with or without its mark. */
function decodeText(hex: string): string {
  const units = (hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))
  return String.fromCharCode(...units[0] === 0xfeff ? units.slice(1) : units)
}

/** Characters by glyph code, from the font's /ToUnicode table (9.10.3). */
function charactersOf(font: number | undefined, {pdf, fonts}: Reader): ReadonlyMap<number, string> {
  const known = font === undefined ? new Map<number, string>() : fonts.get(font)
  if (known || font === undefined) return known ?? new Map()
  const characters = new Map<number, string>()
  fonts.set(font, characters)
  const table = referenceIn(objectAt(pdf, font).text, 'ToUnicode')
  for (const [, kind, body = ''] of table === undefined ? [] : contentOf(pdf, table).matchAll(/beginbf(char|range)\n([\s\S]*?)endbf/g)) {
    const rows = kind === 'char' ? /<(\w+)>()\s*<(\w+)>/g : /<(\w+)>\s*<(\w+)>\s*<(\w+)>/g
    for (const [, from = '', to = '', text = ''] of body.matchAll(rows)) {
      const first = Number.parseInt(from, 16)
      const last = to === '' ? first : Number.parseInt(to, 16)
      for (let code = first; code <= last; code++) {
        const words = decodeText(text)
        characters.set(code, words.slice(0, -1) + String.fromCharCode(words.charCodeAt(words.length - 1) + code - first))
      }
    }
  }
  return characters
}
