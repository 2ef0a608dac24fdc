/** What a finished PDF has, whoever made it: pages, links, bookmarks, and whether page references say the page to which they lead. */
import {execFileSync} from 'node:child_process'
import {createReadStream, readFileSync, statSync} from 'node:fs'
import {createInterface} from 'node:readline'
import {listLabels, listPages, openPdf} from '../../src/verify/pdf.ts'
import {openAnyPdf} from '../../src/verify/preflight/document.ts'
import {makeCompass, type Landing, type PdfLink} from './pdf-landings.ts'

export interface Judgement {
  readonly pages: number
  readonly bytes: number
  /** Areas that lead to a page of the PDF: several where a link is broken over lines. */
  readonly links: number
  /** Areas that lead nowhere. */
  readonly dead: number
  readonly bookmarks: number
  /** Bookmarks that lead nowhere, or to a page without their words, which stand on another. */
  readonly misled: number
  /** Page references by what they say. */
  readonly right: number
  readonly wrong: number
}

interface Word {
  readonly left: number
  readonly right: number
  /** From the top of the page. */
  readonly middle: number
  readonly text: string
}

/** Reads a PDF with a library that reads every PDF, and its words with poppler. A reference is right if it is the label of the page, for PDFs without labels the number. */
export async function judgePdf(file: string): Promise<Judgement> {
  const bytes = readFileSync(file)
  const pdf = await openAnyPdf(bytes)
  if (typeof pdf === 'string') throw new Error(`${file}: ${pdf}`)
  const labels = labelsOf(bytes, pdf.pages.length)
  const compass = makeCompass(pdf)
  const links = [...groupBy(compass.listLinks(), ({page}) => page).values()].flatMap(withoutDoubles)
  const bookmarks = compass.listBookmarks()
  const linksByPage = groupBy(links, ({page}) => page)
  const texts: string[] = []
  let [right, wrong] = [0, 0]
  for await (const [page, words] of readWords(file)) {
    for (const {area, landing} of linksByPage.get(page) ?? []) {
      const number = isNote(landing) ? undefined : referenceIn(words, area)
      if (number !== undefined && number === labels[landing?.page ?? -1]) right++
      else if (number !== undefined) wrong++
    }
    texts.push(squeeze(words.map((word) => word.text).join('')))
  }
  const misled = bookmarks.filter(({title, landing}) => !landing || isElsewhere(squeeze(title), landing.page, texts)).length
  const dead = links.filter(({landing}) => !landing).length
  return {pages: pdf.pages.length, bytes: statSync(file).size, links: links.length - dead, dead, bookmarks: bookmarks.length, misled, right, wrong}
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** Some titles, as that of the title page, stand nowhere. */
function isElsewhere(title: string, page: number, texts: readonly string[]): boolean {
  return !texts[page]?.includes(title) && texts.some((text) => text.includes(title))
}

function labelsOf(bytes: Uint8Array, pages: number): readonly string[] {
  const own = openPdf(bytes) // ours has labels; of others a PDF that this cannot read has none that matter
  return own && listPages(own).length === pages ? listLabels(own, pages) : Array.from({length: pages}, (_, page) => String(page + 1))
}

/** Without areas within others that lead to the same place: WeasyPrint makes one for the link and one for what is in it. */
function withoutDoubles(links: readonly PdfLink[]): readonly PdfLink[] {
  const holds = (outer: PdfLink['area'], inner: PdfLink['area']): boolean =>
    inner.left > outer.left - 1 && inner.right < outer.right + 1 && inner.top > outer.top - 1 && inner.bottom < outer.bottom + 1
  return links.filter(({area, landing}, at) => !links.some((other, place) =>
    place !== at && other.landing?.name === landing?.name && other.landing?.page === landing?.page && holds(other.area, area) && (place < at || !holds(area, other.area))))
}

/** The number of a note is no page. */
function isNote(landing: Landing | undefined): boolean {
  return /fn(?:ref)?-\d/.test(landing?.name ?? '')
}

/** A page number, with no more than its abbreviation, within an area of a page. */
function referenceIn(words: readonly Word[], {left, right, top, bottom}: {readonly left: number; readonly right: number; readonly top: number; readonly bottom: number}): string | undefined {
  const inside = words.filter((word) => word.middle > top && word.middle < bottom && (word.left + word.right) / 2 > left - 0.5 && (word.left + word.right) / 2 < right + 0.5)
  return /^[(–,]*(?:p\.)?(\d+)[–),.]*$/.exec(inside.map(({text}) => text).join(''))?.[1]
}

function squeeze(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u00AD\u2010-]/g, '')
}

/** The words of each page, from 0. */
async function* readWords(file: string): AsyncGenerator<readonly [number, readonly Word[]]> {
  const list = `${file}.words`
  execFileSync('pdftotext', ['-bbox', file, list], {stdio: 'ignore'})
  let page = -1
  let words: Word[] = []
  for await (const line of createInterface({input: createReadStream(list)})) {
    if (line.includes('<page ')) [page, words] = [page + 1, []]
    else if (line.includes('</page>')) yield [page, words]
    const [, left, top, right, bottom, text = ''] = /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</.exec(line) ?? []
    if (left !== undefined) words.push(...divide({left: Number(left), right: Number(right), middle: (Number(top) + Number(bottom)) / 2, text}))
  }
}

/** Poppler takes “12–15” and “1).” for words; numbers stand apart here, each where it is about. */
function divide({left, right, middle, text}: Word): readonly Word[] {
  const width = (right - left) / text.length
  return [...text.matchAll(/\d+|\D+/g)].map(({0: part, index}) => ({left: left + index * width, right: left + (index + part.length) * width, middle, text: part}))
}
