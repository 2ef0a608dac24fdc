/** The line beside the page by which a printer knows what lies before him: title, language, date, and the number of the page. */
import type {Edition} from '../../core/model.ts'
import type {World} from '../../core/world.ts'
import type {Report} from '../../core/diagnostic.ts'
import {h} from '../../core/hast.ts'
import {points, round} from '../../core/lengths.ts'
import {embedPages, type PageForm} from '../imposition/pdf-forms.ts'
import {maybeOfPress} from '../print/failure.ts'
import {stringifyDocument} from '../print/html.ts'
import type {PdfWriter} from '../print/pdf-writer.ts'
import {setPlates} from './plates.ts'

/** A slug is set by the browser, in the fonts of the book; its numbers are put together from digits. */
export interface Slug {
  readonly line: PageForm
  /** 0 to 9, then the stroke. */
  readonly signs: readonly PageForm[]
}

/** Millimetres: type, width of a digit. */
const [height, digit] = [4, 1.3]
const signs = [...'0123456789/']

/** The parts of the slug, `width` (mm) of them for the words; `undefined`, and a fatal diagnostic, when the browser fails. */
export async function printSlug(edition: Edition, width: number, world: World, writer: PdfWriter, report: Report): Promise<Slug | undefined> {
  const press = await world.press()
  const html = writeSlug(edition, width)
  const work = world.recall('slug', [html, press.version], () => press.print({html, pictures: new Map(), tagged: false}))
  const bytes = await maybeOfPress(work, report, {first: edition.spec.title, last: edition.spec.title})
  if (!bytes) return undefined
  const [line, ...digits] = embedPages(await setPlates(bytes, 'grey', world), writer, ([left, , , top]) => [left, round(top - points(height)), round(left + points(width)), top])
  return line && {line, signs: digits}
}

function writeSlug({spec, modified, styles, publication}: Edition, width: number): string {
  const date = new Date(modified * 1000).toISOString().slice(0, 10)
  const css = [
    styles.pdf, `@page{size:${Math.ceil(width) + 1}mm ${height + 1}mm;margin:0}`, 'html{font-size:7pt;line-height:1}',
    `.slug{break-after:page;height:${height}mm;overflow:clip;line-height:${height}mm;white-space:nowrap;text-align:left;direction:ltr;font-variant-numeric:lining-nums tabular-nums}`,
    `.words{width:${width}mm;text-overflow:ellipsis}.sign{width:${digit}mm;text-align:center}`
  ]
  return stringifyDocument({
    ...spec, direction: 'ltr', css, className: 'leaves',
    children: [
      h('div', {className: ['slug', 'words']}, h('bdi', {}, spec.title), ` · ${spec.language} · ${publication.name} · ${date}`),
      ...signs.map((sign) => h('div', {className: ['slug', 'sign']}, sign))
    ]
  })
}

/** Operators that set the slug: the words from `left`, page and pages from `middle`, on a line whose top is `top`; all in points. */
export function drawSlug({line, signs: forms}: Slug, page: number, pages: number, {left, middle, top}: {readonly left: number; readonly middle: number; readonly top: number}): string {
  const place = ({object, box}: PageForm, x: number): string => `q 1 0 0 1 ${round(x - box[0])} ${round(top - box[3])} cm /F${object} Do Q\n`
  const number = [...`${page}/${pages}`].flatMap((sign, at) => {
    const form = forms[signs.indexOf(sign)]
    return form ? [place({...form, box: form.box}, middle + at * points(digit))] : []
  })
  return `${place(line, left)}${number.join('')}`
}
