/** Page labels (ISO 32000-2, 12.4.2): the folios as readers of the file see them beside its pages. */
import {folioOf, type Numbering} from '../../core/folio.ts'
import {pdfString} from './pdf-writer.ts'

/**
 * Rows of /PageLabels for pages of which some, by physical number from 1, are left out. PDF knows i, ii, iii and 1, 2, 3
 * only: any other folio is the prefix of a label of its own.
 */
export function listLabels(numbering: Numbering, pages: number, leftOut: ReadonlySet<number> = new Set()): string {
  const {frontPages, digits = 'latn', letters = 'roman'} = numbering
  const rows: string[] = []
  let [at, style, next] = [0, '', 0]
  for (let physical = 1; physical <= pages; physical++) {
    if (leftOut.has(physical)) continue
    const isFront = physical <= frontPages
    const number = isFront ? physical : physical - frontPages
    const counted = isFront ? (letters === 'roman' ? 'r' : undefined) : digits === 'latn' ? 'D' : undefined
    if (counted === undefined) rows.push(`${at} <</P ${pdfString(folioOf(physical, numbering))}>>`)
    else if (counted !== style || number !== next) rows.push(`${at} <</S /${counted}${number === 1 ? '' : ` /St ${number}`}>>`)
    ;[at, style, next] = [at + 1, counted ?? '', number + 1]
  }
  return rows.join(' ')
}
