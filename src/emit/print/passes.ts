/** Prints again and again until every page number printed is the number of the page it names. */
import type {Edition, Id} from '../../core/model.ts'
import type {Press, World} from '../../core/world.ts'
import type {Report} from '../../core/diagnostic.ts'
import type {Chunk} from './chunks.ts'
import {numberingOf} from '../../core/folio.ts'
import {gutterFor, wordsPerPage} from './measure.ts'
import {makeSheet, type DocumentSetting, type Sheet} from './document.ts'
import {blankLayout, layOut, withoutVacats, type Layout} from './layout.ts'
import {maybeOfPress, type Ends} from './failure.ts'
import {footNotes, listEndNoted, reportEndNotes} from './notes.ts'
import {findShrunkScale} from './page-content.ts'
import {destinationsOf, pagesOf, readPdf} from './pdf-reader.ts'
import {isFirstOfPage, lowestLine} from './page.ts'
import {horizontalBlocks} from './vertical.ts'
import {encodeWebp, picturesOf} from './pictures.ts'

export interface Print {
  readonly sheet: Sheet
  readonly bytes: Uint8Array
  readonly pages: number
  readonly pageById: ReadonlyMap<Id, number>
  readonly atTop: ReadonlySet<Id>
  /** Articles of which some note is not at the foot of the page that calls it. */
  readonly endNoted: readonly Id[]
  /** By how much the browser shrank it, if it did. */
  readonly scale: number | undefined
}

export interface Settled {
  readonly prints: readonly Print[]
  readonly layout: Layout
}

/** Two passes are the rule; a third when numbers of more digits moved a line, or when a thick book needs more room at the binding. */
const passLimit = 8

/** The prints of all chunks at their fixed point, or `undefined` (and a fatal diagnostic) when there is none. */
export async function settlePrints(setting: DocumentSetting, chunks: readonly Chunk[], world: World, report: Report): Promise<Settled | undefined> {
  const press = await world.press()
  const {spec: {language, numerals}, publication: {typesetting}} = setting.edition
  const style = numberingOf(language, numerals)
  const gutterOf = (pages: number): number => typesetting.gutterGrows ? gutterFor(pages) : 0
  let layout = {...blankLayout(chunks, style), gutter: gutterOf(estimatePages(setting.edition))}
  let draft = true
  let prints: readonly Print[] = []
  for (let pass = 1; pass <= passLimit; pass++) {
    const sheets = chunks.map((chunk, place) => makeSheet(setting, chunk, layout, place, draft))
    const changed = sheets.filter((sheet, place) => !isSameSheet(sheet, prints[place]?.sheet)).length
    if (changed === 0) {
      if (typesetting.notes === 'foot') reportEndNotes(setting.edition, layout, report)
      return {prints, layout}
    }
    world.progress(`${language}: printing, pass ${pass}, ${changed} of ${chunks.length} parts`)
    const former = prints
    const printed = await eachAtOnce(sheets, press.width, async (sheet, place) => {
      const kept = former[place]
      const chunk = chunks[place]
      if (!chunk || (kept && isSameSheet(sheet, kept.sheet))) return kept
      return maybeOfPress(printSheet(setting.edition, chunk, sheet, press, world), report, endsOf(chunk), placeOf(chunk))
    })
    if (printed.includes(undefined)) return undefined
    prints = printed.filter((print) => print !== undefined)
    if (reportShrunk(prints, chunks, report)) return undefined
    const used = layout
    const laidOut = layOut(chunks, prints.map((print, place) => withoutVacats(print, used.chunks[place] ?? {start: 1, vacats: new Set(), closing: false})), style)
    const gutter = pass === 1 ? gutterOf(laidOut.pages) : Math.max(used.gutter, gutterOf(laidOut.pages)) // never back: a narrower text has more pages
    const endNoted = new Set([...used.endNoted, ...prints.flatMap((print) => print.endNoted)])
    layout = {...laidOut, gutter, endNoted}
    draft = gutter !== used.gutter
  }
  report('print/unsettled', {passes: passLimit})
  return undefined
}

/** What an article is made of, and the head of the contents: each filled up to whole lines. */
const rhythm = '.article:not(.facing) > *, .contents > h1, .list > h1'

/** Tables with many columns, and figures: what `fitting.ts` finds too wide, and what would leave a page half empty. */
const floats = {tables: '.article > table.turnable', figures: '.article > figure'}

/** Articles in two languages that stand on facing pages. */
const facing = 'section.article.facing'

function estimatePages({divisions, publication: {page}, script}: Edition): number {
  return divisions.reduce((sum, {words}) => sum + words, 0) / wordsPerPage(page, script)
}

function isSameSheet(sheet: Sheet, other: Sheet | undefined): boolean {
  return sheet.html === other?.html && sheet.pageRanges === other.pageRanges && sheet.tagged === other.tagged
}

async function printSheet(edition: Edition, chunk: Chunk, sheet: Sheet, press: Press, world: World): Promise<Print> {
  const pictures = picturesOf(chunk, edition)
  const isVertical = edition.spec.writing === 'vertical'
  const notes = edition.publication.typesetting.notes === 'foot' && {footNotes}
  const pairs = edition.spec.pairing?.layout === 'facing' && {facing}
  const arrangement = isVertical ? {rhythm, horizontal: horizontalBlocks} : {rhythm, floats, ...notes, ...pairs}
  const key = [sheet.html, sheet.pageRanges, [...pictures.values()].map(({hash}) => hash), sheet.tagged, arrangement, press.version]
  const bytes = await world.recall('print', key, async () => press.print({...sheet, ...arrangement, pictures: await encodeWebp(pictures, world)}))
  const pdf = readPdf(bytes)
  const {page} = edition.publication
  const lowest = isVertical ? undefined : lowestLine(page)
  const destinations = [...destinationsOf(pdf, lowest)]
  return {
    sheet, bytes, pages: pagesOf(pdf).length, scale: findShrunkScale(pdf), endNoted: notes ? listEndNoted(chunk, pdf, lowest) : [],
    pageById: new Map(destinations.map(([id, {page}]) => [id, page])),
    atTop: new Set(destinations.filter(([, place]) => isFirstOfPage(place, page, isVertical)).map(([id]) => id))
  }
}

/** Over-wide content makes the browser shrink the whole document, which must not go to print. */
function reportShrunk(prints: readonly Print[], chunks: readonly Chunk[], report: Report): boolean {
  const shrunk = prints.flatMap(({scale}, place) => scale === undefined ? [] : [{scale, chunk: chunks[place]}])
  for (const {scale, chunk} of shrunk) report('print/shrunk', {percent: Math.round(scale * 100), ...endsOf(chunk)}, placeOf(chunk))
  return shrunk.length > 0
}

/** Titles between which a chunk stands. */
function endsOf(chunk: Chunk | undefined): Ends {
  const titles = chunk?.divisions.map(({title}) => title) ?? []
  return {first: titles[0] ?? '', last: titles.at(-1) ?? ''}
}

function placeOf(chunk: Chunk | undefined): {readonly file: string} | undefined {
  const files = chunk?.divisions.flatMap(({file}) => file ?? []) ?? []
  return files.length === 1 && files[0] !== undefined ? {file: files[0]} : undefined
}

/** Results in the order of the items, `width` of them under way at a time. */
export async function eachAtOnce<T, R>(items: readonly T[], width: number, make: (item: T, place: number) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = []
  let next = 0
  const work = async (): Promise<void> => {
    while (next < items.length) {
      const place = next++
      results[place] = await make(items[place] as T, place) // within bounds
    }
  }
  await Promise.all(Array.from({length: Math.min(Math.max(1, width), items.length)}, work))
  return results
}
