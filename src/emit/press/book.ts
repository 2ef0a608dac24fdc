/** Makes what the printer gets of the finished interior: bleed, marks, boxes, inks, blank pages up to whole signatures. */
import {tagOf} from '../../core/bilingual.ts'
import type {Report} from '../../core/diagnostic.ts'
import {points, round} from '../../core/lengths.ts'
import type {Edition} from '../../core/model.ts'
import type {Product} from '../../core/product.ts'
import type {PrintSetup} from '../../core/paper.ts'
import type {World} from '../../core/world.ts'
import {drawMarks} from '../imposition/marks.ts'
import {embedPages, type Box, type PageForm} from '../imposition/pdf-forms.ts'
import {describeSheets, type SheetPage} from '../imposition/pdf-sheets.ts'
import {makePdfWriter} from '../print/pdf-writer.ts'
import {finishInks, keepsStandard, writeRegistration} from './inks.ts'
import {drawRegistration} from './marks.ts'
import {setPlates} from './plates.ts'
import {drawSlug, printSlug, type Slug} from './slug.ts'

/** Millimetres between the bleed and the edge of the sheet, for marks and slug; and from the trim to the marks beyond the bleed. */
const [room, gap] = [10, 1]

/** The press file of an interior that has at least one page; `undefined`, and a fatal diagnostic, when the browser fails. */
export async function emitPress(edition: Edition, interior: Uint8Array, world: World, report: Report): Promise<Product | undefined> {
  const {spec, publication: {name, page: trim, print}} = edition
  const {bleed, press: {colour, signature, marks}, output: {press: profile}} = print
  const writer = makePdfWriter('1.6')
  const forms = embedPages(await setPlates(interior, colour, world), writer)
  const slug = marks ? await printSlug(edition, trim.width / 2 - 6, world, writer, report) : undefined
  if (marks && !slug) return undefined
  const pages = Math.ceil(forms.length / signature) * signature
  const [boxes, resources] = [boxesOf(trim, print), writeRegistration(colour)]
  const sheets = Array.from({length: pages}, (_, at) => ({...makePage(forms[at], boxes, slug && {slug, page: at + 1, pages}), resources}))
  const facts = describeSheets(edition, 'press', keepsStandard(print) ? profile : undefined)
  return {
    format: 'press', language: tagOf(spec), path: `${tagOf(spec)}/${name}-${tagOf(spec)}-press.pdf`, pages, links: 0,
    content: await finishInks(sheets, facts, {colour, profile: profile?.content}, writer, world),
    measures: {kind: 'press', trim: {width: trim.width, height: trim.height}, bleed, pages, blanks: pages - forms.length, colour}
  }
}

interface Boxes {
  readonly media: Box
  readonly bleed: Box
  readonly trim: Box
  /** Points between the trim and the marks. */
  readonly offset: number
}

/** All measured from the lower left corner of the sheet. */
function boxesOf({width, height}: {readonly width: number; readonly height: number}, {bleed, press: {marks}}: PrintSetup): Boxes {
  const edge = marks ? room : 0
  const box = (inner: number): Box => [points(inner), points(inner), points(edge * 2 + bleed * 2 + width - inner), points(edge * 2 + bleed * 2 + height - inner)]
  return {media: box(0), bleed: box(edge), trim: box(edge + bleed), offset: points(bleed + gap)}
}

function makePage(form: PageForm | undefined, {media, bleed, trim, offset}: Boxes, line: {readonly slug: Slug; readonly page: number; readonly pages: number} | undefined): SheetPage {
  const drawing = form ? `q 1 0 0 1 ${round(trim[0] - form.box[0])} ${round(trim[1] - form.box[1])} cm /F${form.object} Do Q\n` : ''
  const shown = form ? [form] : []
  if (!line) return {media, bleed, trim, content: drawing, forms: shown}
  const {slug, page, pages} = line
  const middle = (trim[0] + trim[2]) / 2
  const words = drawSlug(slug, page, pages, {left: trim[0] + points(2), middle: middle + points(4), top: bleed[1] - points(3.5)})
  const marks = `/Marks CS 1 SCN\n${drawMarks({trim, media, offset})}${drawRegistration(bleed, media)}`
  return {media, bleed, trim, content: `${drawing}${words}${marks}`, forms: [...shown, slug.line, ...slug.signs]}
}
