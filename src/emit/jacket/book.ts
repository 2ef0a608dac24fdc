/** Makes the wrap-around cover of the printed book: back, spine and front on one sheet with bleed, barcode and marks. */
import type {Report} from '../../core/diagnostic.ts'
import {points, round} from '../../core/lengths.ts'
import type {Edition} from '../../core/model.ts'
import type {Product} from '../../core/product.ts'
import type {CoverMeasures, Jacket} from '../../core/paper.ts'
import type {Cover} from '../../core/pictures.ts'
import type {World} from '../../core/world.ts'
import {drawMarks} from '../imposition/marks.ts'
import {embedPages, type Box} from '../imposition/pdf-forms.ts'
import {finishSheets} from '../imposition/pdf-sheets.ts'
import {maybeOfPress} from '../print/failure.ts'
import {encodeWebp, pictureUrl} from '../print/pictures.ts'
import {readPdf} from '../print/pdf-reader.ts'
import {makePdfWriter} from '../print/pdf-writer.ts'
import {makeBarcode, type Barcode} from './barcode.ts'
import {writeJacket} from './document.ts'
import {measureCover, sizeOf} from './geometry.ts'

/** Millimetres: from the bleed to the edge of the sheet, and from spine and foot to the barcode. */
const [slug, inset] = [8, 14]

/** The cover for an interior of so many pages; `undefined`, and a fatal diagnostic, when the browser fails. */
export async function emitCover(edition: Edition, pages: number, world: World, report: Report): Promise<Product | undefined> {
  const {spec: {language, isbn, priceCode}, publication, jacket, cover} = edition
  if (!jacket || !cover) return undefined
  const measured = measureCover(pages, publication.page, publication.print)
  const measures: CoverMeasures = {...measured, ...(isbn.pdf !== undefined && {isbn: isbn.pdf})}
  const barcode = isbn.pdf === undefined ? undefined : makeBarcode(isbn.pdf, priceCode, fitBarcode(isbn.pdf, priceCode, publication.print.barcode, measures.trim.width))
  if (!jacket.blurbFits) report('print/blurb-long', {letters: [...edition.spec.description ?? ''].length})
  const print = await maybePrint(edition, jacket, cover, measures, barcode, world, report)
  return print && {
    format: 'cover', language, path: `${language}/${publication.name}-${language}-cover.pdf`, pages: 1, links: 0, measures, content: assemble(print, edition, measures, barcode)
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
  return maybeOfPress(work, report, {first: title, last: title})
}

/** The browser's page cut to the bleed, in the middle of a larger sheet; over it what must be black and nothing else. */
function assemble(print: Uint8Array, {spec, modified}: Edition, measures: CoverMeasures, barcode: Barcode | undefined): Uint8Array {
  const {trim, spine, bleed} = measures
  const {width, height} = sizeOf(measures)
  const writer = makePdfWriter()
  const [form] = embedPages(readPdf(print), writer, ([left, , , top]): Box => [left, round(top - points(height)), round(left + points(width)), top])
  if (!form) throw new Error('Unexpected print of a cover without a page')
  const box = (inner: number): Box => [points(slug + inner), points(slug + inner), points(slug + width - inner), points(slug + height - inner)]
  const media: Box = [0, 0, points(width + slug * 2), points(height + slug * 2)]
  const folds = [slug + bleed + trim.width, slug + bleed + trim.width + spine].map(points)
  const marks = drawMarks({trim: box(bleed), media, offset: points(bleed + 1), folds: {upright: folds, level: []}})
  const content = [
    `q 1 0 0 1 ${round(points(slug) - form.box[0])} ${round(points(slug) - form.box[1])} cm /F${form.object} Do Q\n`,
    barcode ? placeBarcode(barcode, measures, spec.direction) : '', `/Marks CS 1 SCN\n${marks}`
  ].join('')
  const all = '<</FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1>>' // registration colour: on every plate
  const resources = `\n/ColorSpace <</Marks [/Separation /All /DeviceCMYK ${all}]>>`
  return finishSheets([{media, bleed: box(0), trim: box(bleed), content, forms: [form], resources}], {...spec, modified}, writer)
}

/** In the lower corner of the back, at the spine. */
function placeBarcode(barcode: Barcode, {trim, spine, bleed}: CoverMeasures, direction: Edition['spec']['direction']): string {
  const x = slug + bleed + (direction === 'ltr' ? trim.width - inset - barcode.width : trim.width + spine + inset)
  return `q 1 0 0 1 ${points(x)} ${points(slug + bleed + inset)} cm\n${barcode.operators}Q\n`
}
