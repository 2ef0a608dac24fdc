/** Checks finished files of sheets (press file, cover, booklet) against what they were to be: boxes, number, scale, fonts, what they say of themselves. */
import type {Report} from '../core/diagnostic.ts'
import {pointsPerMillimetre} from '../core/lengths.ts'
import type {Edition} from '../core/model.ts'
import type {BookletMeasures, PrintMeasures} from '../core/paper.ts'
import type {Product} from '../core/product.ts'
import {readContents, readStream, textOf, valueOf} from './preflight/document.ts'
import type {PageFindings} from './preflight/findings.ts'
import type {Box} from './preflight/geometry.ts'
import {lookInto} from './preflight/inspect.ts'
import type {Inspected} from './preflight/report.ts'

/** Points that numbers may be rounded by; Ghostscript rounds to hundredths. */
const tolerance = 0.02

/** Reads a booklet afresh; all failures are fatal. */
export async function verifyBooklet(product: Product, edition: Edition, report: Report): Promise<void> {
  const inspected = await lookInto(product.content, {})
  if (typeof inspected === 'string') report('print/unsound', {reason: `${inspected} in the place of ${product.path}`})
  else checkSheets(inspected, product, edition, report)
}

/** Compares what was found with the product's measures; all failures are fatal. */
export function checkSheets({pdf, pages}: Inspected, {path, measures, pages: printed}: Product, {spec: {title, language}}: Edition, report: Report): void {
  const complain = (reason: string): void => report('print/unsound', {reason: `${reason} in ${path}`})
  if (pages.length !== printed) complain(`number of ${pages.length} pages where ${printed} were made`)
  const wrong = measures ? pages.findIndex(({boxes}) => !hasMeasures(boxes, measures)) : -1
  if (wrong >= 0) complain(`boxes of page ${wrong + 1}`)
  if (pages.some(({fonts}) => [...fonts].some(({embedded}) => !embedded))) complain('font that is not embedded')
  const scales = measures?.kind === 'booklet' ? pdf.pages.flatMap((page) => scalesOf(readContents(page))) : []
  const odd = scales.find((scale) => Math.abs(Math.abs(scale) - (measures as BookletMeasures).scale) > 0.005)
  if (odd !== undefined) complain(`scale of ${odd}`)
  const said = [textOf(valueOf(pdf.information, 'Title')), textOf(valueOf(pdf.catalog, 'Lang'))]
  if (said[0] !== title || said[1] !== language) complain(`title “${said[0] ?? ''}” and language “${said[1] ?? ''}”`)
  if (!readStream(valueOf(pdf.catalog, 'Metadata')).includes('<dc:title>')) complain('lack of metadata')
}

/** Whether trim, bleed and sheet are as large as they were meant to be. */
function hasMeasures({media, bleed, trim}: PageFindings['boxes'], measures: PrintMeasures): boolean {
  if (!media || !trim) return false
  if (measures.kind === 'booklet') {
    const {width, height} = measures.sheet
    return isSized(media, width, height) || isSized(media, height, width)
  }
  const width = measures.kind === 'cover' ? measures.trim.width * 2 + measures.spine : measures.trim.width
  return isSized(trim, width, measures.trim.height) && bleed !== undefined && trim.every((side, at) => isNear(Math.abs(side - (bleed[at] ?? 0)), measures.bleed))
}

function isSized([left, bottom, right, top]: Box, width: number, height: number): boolean {
  return isNear(right - left, width) && isNear(top - bottom, height)
}

function isNear(points: number, millimetres: number): boolean {
  return Math.abs(points - millimetres * pointsPerMillimetre) <= tolerance
}

/** At which the pages of a booklet are drawn. */
function scalesOf(content: string): readonly number[] {
  return [...content.matchAll(/([-\d.]+) 0 0 ([-\d.]+) [-\d.]+ [-\d.]+ cm \/F\d+ Do/g)].flatMap(([, across, along]) => [Number(across), Number(along)])
}
