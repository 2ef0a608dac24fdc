/** Makes a booklet of the finished interior: its pages imposed on sheets, front and back by turns. */
import {tagOf} from '../../core/bilingual.ts'
import {progressionOf} from '../../core/locale.ts'
import type {Edition} from '../../core/model.ts'
import type {Product} from '../../core/product.ts'
import type {BookletMeasures} from '../../core/paper.ts'
import type {World} from '../../core/world.ts'
import {setPlates} from '../press/plates.ts'
import {makePdfWriter} from '../print/pdf-writer.ts'
import {arrangeSheet, placePage, type Arrangement} from './arrange.ts'
import {imposePages, type Cell, type Imposed} from './impose.ts'
import {drawMarks} from './marks.ts'
import {embedPages, type PageForm} from './pdf-forms.ts'
import {describeSheets, finishSheets, type SheetPage} from './pdf-sheets.ts'

/** The booklet of an edition from its printed interior, which has at least one page. Black is black ink: printers in offices charge for colour. */
export async function emitBooklet(edition: Edition, interior: Uint8Array, world: World): Promise<Product> {
  const {spec, publication: {print: {booklet, paper}, page: trim, name}} = edition
  const direction = progressionOf(spec)
  const language = tagOf(spec)
  const writer = makePdfWriter()
  const forms = embedPages(await setPlates(interior, 'rgb', world), writer)
  const imposed = imposePages(forms.length, booklet, direction)
  const arrangement = arrangeSheet(trim, imposed, booklet)
  const creep = imposed.signatures.length > 0 ? booklet.creep ?? paper.thickness : 0
  const marks = drawMarks({...arrangement, offset: 5.669, ...arrangement.lines})
  const setSide = (cells: readonly Cell[]): SheetPage => {
    const placed = cells.flatMap((cell) => {
      const form = cell.page === undefined ? undefined : forms[cell.page]
      return form ? [{form, operators: placePage(form, cell, arrangement, imposed.rows, creep, direction)}] : []
    })
    return {
      media: arrangement.media, trim: arrangement.trim, content: `0 G\n${placed.map(({operators}) => operators).join('')}${marks}`, forms: placed.map(({form}) => form)
    }
  }
  const sides = imposed.sheets.flatMap(({front, back}) => [setSide(front), setSide(back)])
  const duplex = arrangement.turn === 'short' ? 'DuplexFlipShortEdge' : 'DuplexFlipLongEdge'
  return {
    format: 'booklet', language, path: `${language}/${name}-${language}-booklet.pdf`, pages: sides.length, links: 0,
    content: finishSheets(sides, {...describeSheets(edition, 'booklet'), duplex}, writer),
    measures: measureBooklet(forms, imposed, arrangement, booklet)
  }
}

function measureBooklet(
  forms: readonly PageForm[], {columns, rows, sheets, signatures}: Imposed, {scale, turn}: Arrangement, {scheme, sheet}: Pick<BookletMeasures, 'scheme' | 'sheet'>
): BookletMeasures {
  const pagesPerSide = columns * rows
  return {
    kind: 'booklet', scheme, sheet, sheets: sheets.length, pagesPerSide, blanks: sheets.length * pagesPerSide * 2 - forms.length,
    scale: Math.round(scale * 1000) / 1000, turn, ...(signatures.length > 0 && {signatures})
  }
}
