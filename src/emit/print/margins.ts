/** Heads and folios of all pages, as a print of their own that the merge lays over the pages: only now is it known what stands where. */
import type {Element, ElementContent} from 'hast'
import {folioOf} from '../../core/folio.ts'
import {h} from '../../core/hast.ts'
import {progressionOf} from '../../core/locale.ts'
import type {Division, DivisionKind, Edition, RunningHead} from '../../core/model.ts'
import type {PageGeometry} from '../../core/page.ts'
import {cutPhrases} from '../../core/phrases.ts'
import type {Press, World} from '../../core/world.ts'
import type {Chunk} from './chunks.ts'
import {stringifyDocument} from './html.ts'
import type {Layout} from './layout.ts'
import {listOccupants, type Occupants, type Places} from './occupants.ts'
import {makeMeasureCss, type Side} from './page.ts'
import {fitHead} from './running-head.ts'

/** Head and folio of one page. */
export interface Leaf {
  /** Physical page from 1. */
  readonly page: number
  readonly side: Side
  readonly head?: string | readonly ElementContent[]
  readonly folio: string
}

/** The margins of all pages, printed: documents, and for each physical page from 1 which page of which it is. */
export interface Margins {
  readonly prints: readonly Uint8Array[]
  readonly placeByPage: ReadonlyMap<number, {readonly print: number; readonly page: number}>
}

/** Divisions that carry neither head nor folio. */
const bareKinds = new Set<DivisionKind>(['half-title', 'title-page', 'imprint', 'part', 'colophon'])
/** A document of some thousand pages would take longer than several of some hundred. */
const leavesPerPrint = 400

/** What stands in the margins, page by page; display pages, blank ones and the heads of opening pages are left out. */
export function listLeaves(edition: Edition, chunks: readonly Chunk[], layout: Layout, prints: readonly Places[]): readonly Leaf[] {
  let part: string | undefined
  return chunks.flatMap((chunk, place) => {
    const [print, chunkLayout] = [prints[place], layout.chunks[place]]
    if (!print || !chunkLayout) return []
    return listOccupants(chunk, print, chunkLayout).flatMap((occupants): readonly Leaf[] => {
      if (occupants.last.kind === 'part') part = occupants.last.head
      if (occupants.last.matter === 'back') part = undefined
      if (bareKinds.has(occupants.first.kind)) return []
      const page = chunkLayout.start + occupants.page
      const head = occupants.opens ? undefined : setHead(headOf(occupants, page % 2 === 1, part, edition), edition.publication.page)
      return [{page, side: sideOf(page, edition), folio: folioOf(page, layout), ...(head !== undefined && {head})}]
    })
  })
}

/** In two languages the last article of the page, in the first language on versos. Else recto: the last article of the page; verso: the part or the book, or with guide words the first article of the page. */
function headOf({first, last}: Occupants, isRecto: boolean, part: string | undefined, {spec, publication}: Edition): RunningHead {
  if (last.heads) return isRecto ? last.heads.recto : last.heads.verso
  if (isRecto) return last
  const guides = publication.typesetting.heads === 'guide-words' && isArticle(first)
  return guides ? first : {head: part ?? spec.title}
}

/** The head in one line, its phrases in other languages marked. */
function setHead({head, phrases}: RunningHead, page: PageGeometry): Leaf['head'] {
  const fitted = fitHead(head, page)
  if (!phrases) return fitted
  return fitted.endsWith('…') && !head.endsWith('…') ? [...cutPhrases(phrases, fitted.length - 1), {type: 'text', value: '…'}] : phrases
}

function isArticle({kind}: Division): boolean {
  return kind === 'article'
}

function sideOf(page: number, {spec}: Edition): Side {
  return (page % 2 === 1) === (progressionOf(spec) === 'rtl') ? 'left' : 'right'
}

/** Prints the leaves in documents of some hundred; nothing in them can reach beyond its page. */
export async function printMargins(edition: Edition, page: PageGeometry, leaves: readonly Leaf[], press: Press, world: World): Promise<Margins> {
  const placeByPage = new Map<number, {readonly print: number; readonly page: number}>()
  const sheets: string[] = []
  for (let from = 0; from < leaves.length; from += leavesPerPrint) {
    const some = leaves.slice(from, from + leavesPerPrint)
    some.forEach((leaf, place) => placeByPage.set(leaf.page, {print: sheets.length, page: place}))
    sheets.push(makeMarginSheet(edition, page, some))
  }
  const prints = await Promise.all(sheets.map((html) => world.recall('print', [html, press.version], async () => press.print({html, pictures: new Map(), tagged: false}))))
  return {prints, placeByPage}
}

/** One document in the edition's language and fonts, a leaf a page. */
export function makeMarginSheet(edition: Edition, page: PageGeometry, leaves: readonly Leaf[]): string {
  return stringifyDocument({...edition.spec, css: [edition.styles.pdf, makeLeafCss(page)], className: 'leaves', children: leaves.map(makeLeaf)})
}

/** A page without margins, as high as the trim but for a millimetre: the browser rounds pages, and nothing may run over. */
function makeLeafCss(page: PageGeometry): string {
  const {width, height, margins: {top, bottom, inner, outer}} = page
  return [
    `@page{size:${width}mm ${height}mm;margin:0}`,
    makeMeasureCss(page),
    `.leaf{height:${height - 1}mm}`,
    `.head{height:${top}mm}`,
    `.foot{top:${height - bottom}mm;height:${bottom - 1}mm}`,
    `.left>div{left:${outer}mm}`,
    `.right>div{left:${inner}mm}`
  ].join('\n')
}

function makeLeaf({side, head, folio}: Leaf): Element {
  return h('div', {className: ['leaf', side]},
    head === undefined ? undefined : h('div', {className: ['head']}, h('span', {}, head)),
    h('div', {className: ['foot']}, h('span', {}, folio)))
}
