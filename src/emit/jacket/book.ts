/** Makes the wrap-around cover of the printed book: back, spine and front on one sheet with bleed, barcode and marks. */
import {tagOf} from '../../core/bilingual.ts'
import type {Report} from '../../core/diagnostic.ts'
import {points, round} from '../../core/lengths.ts'
import {progressionOf} from '../../core/locale.ts'
import type {Direction, Edition} from '../../core/model.ts'
import type {Product} from '../../core/product.ts'
import type {CoverMeasures, Jacket} from '../../core/paper.ts'
import type {Cover} from '../../core/pictures.ts'
import type {World} from '../../core/world.ts'
import {drawMarks} from '../imposition/marks.ts'
import {embedPages, type Box} from '../imposition/pdf-forms.ts'
import {describeSheets} from '../imposition/pdf-sheets.ts'
import {finishInks, keepsStandard, writeRegistration} from '../press/inks.ts'
import {setPlates} from '../press/plates.ts'
import {maybeOfPress} from '../print/failure.ts'
import {encodeWebp, pictureUrl} from '../print/pictures.ts'
import {findShrunkScale} from '../print/page-content.ts'
import {readPdf} from '../print/pdf-reader.ts'
import {makePdfWriter} from '../print/pdf-writer.ts'
import {makeBarcode, type Barcode} from './barcode.ts'
import {writeJacket} from './document.ts'
import {measureCover, sizeOf} from './geometry.ts'

/** Millimetres: from the bleed to the edge of the sheet, and from spine and foot to the barcode. */
const [slug, inset] = [8, 14]

/** The cover for an interior of so many pages; `undefined`, and a fatal diagnostic, when the browser fails. */
export async function emitCover(edition: Edition, pages: number, world: World, report: Report): Promise<Product | undefined> {
  const {spec, publication, jacket, cover} = edition
  const {isbn, priceCode} = spec
  if (!jacket || !cover) return undefined
  const measured = measureCover(pages, publication.page, publication.print)
  const measures: CoverMeasures = {...measured, ...(isbn.pdf !== undefined && {isbn: isbn.pdf})}
  const barcode = isbn.pdf === undefined ? undefined : makeBarcode(isbn.pdf, priceCode, fitBarcode(isbn.pdf, priceCode, publication.print.barcode, measures.trim.width))
  if (!jacket.blurbFits) report('print/blurb-long', {letters: [...edition.spec.description ?? ''].length})
  const print = await maybePrint(edition, jacket, cover, measures, barcode, world, report)
  if (!print) return undefined
  if (keepsStandard(publication.print) && !publication.print.output.cover) report('print/cover-profile', {})
  return {
    format: 'cover', language: tagOf(spec), path: `${tagOf(spec)}/${publication.name}-${tagOf(spec)}-cover.pdf`, pages: 1, links: 0, measures, content: await assemble(print, edition, measures, barcode, world)
  }
}

/** Percent: smaller where the page has no room for it, but never below what scanners read. */
function fitBarcode(isbn: string, priceCode: string | undefined, percent: number, width: number): number {
  const {width: nominal} = makeBarcode(isbn, priceCode, 100)
  return Math.max(80, Math.min(percent, Math.floor((width - inset * 2) / nominal * 100)))
}

async function maybePrint(
  edition: Edition, jacket: Jacket, cover: Cover, measures: CoverMeasures, barcode: Barcode | undefined, world: World, report: Report
): Promise<Uint8Array | undefined> {
  const press = await world.press()
  const html = writeJacket(edition, jacket, cover, measures, barcode ?? {width: 0, height: 0})
  const pictures = new Map(cover.picture ? [[pictureUrl(cover.picture), cover.picture] as const] : [])
  const work = world.recall('jacket', [html, cover.picture?.hash, press.version], async () => press.print({html, pictures: await encodeWebp(pictures, world), tagged: false}))
  const title = edition.terms.words.cover
  const print = await maybeOfPress(work, report, {first: title, last: title})
  const scale = print && findShrunkScale(readPdf(print))
  if (scale !== undefined) report('print/shrunk', {percent: Math.round(scale * 100), first: title, last: title})
  return print
}

/** The browser's page cut to the bleed, in the middle of a larger sheet; over it what must be black and nothing else. */
async function assemble(print: Uint8Array, edition: Edition, measures: CoverMeasures, barcode: Barcode | undefined, world: World): Promise<Uint8Array> {
  const {trim, spine, bleed} = measures
  const {width, height} = sizeOf(measures)
  const {press, output: {cover: profile}} = edition.publication.print
  const colour = press.colour === 'cmyk' ? 'cmyk' : 'rgb' // a book in black has its cover in colour
  const writer = makePdfWriter('1.6')
  const [form] = embedPages(await setPlates(print, colour, world), writer, ([left, , , top]): Box => [left, round(top - points(height)), round(left + points(width)), top])
  if (!form) throw new Error('Unexpected print of a cover without a page')
  const box = (inner: number): Box => [points(slug + inner), points(slug + inner), points(slug + width - inner), points(slug + height - inner)]
  const media: Box = [0, 0, points(width + slug * 2), points(height + slug * 2)]
  const folds = [slug + bleed + trim.width, slug + bleed + trim.width + spine].map(points)
  const marks = drawMarks({trim: box(bleed), media, offset: points(bleed + 1), folds: {upright: folds, level: []}})
  const content = [
    `q 1 0 0 1 ${round(points(slug) - form.box[0])} ${round(points(slug) - form.box[1])} cm /F${form.object} Do Q\n`,
    barcode ? placeBarcode(barcode, measures, progressionOf(edition.spec)) : '', `/Marks CS 1 SCN\n${marks}`
  ].join('')
  const facts = describeSheets(edition, 'cover', keepsStandard(edition.publication.print) ? profile : undefined)
  const sheet = {media, bleed: box(0), trim: box(bleed), content, forms: [form], resources: writeRegistration(colour)}
  return finishInks([sheet], facts, {colour, profile: profile?.content}, writer, world)
}

/** In the lower corner of the back, at the spine. */
function placeBarcode(barcode: Barcode, {trim, spine, bleed}: CoverMeasures, progression: Direction): string {
  const x = slug + bleed + (progression === 'ltr' ? trim.width - inset - barcode.width : trim.width + spine + inset)
  return `q 1 0 0 1 ${points(x)} ${points(slug + bleed + inset)} cm\n${barcode.operators}Q\n`
}
