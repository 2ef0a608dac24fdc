/** The HTML document of a jacket: the composed tree, and measures as variables of its style sheet. */
import {progressionOf} from '../../core/locale.ts'
import type {Edition} from '../../core/model.ts'
import type {CoverMeasures, Jacket} from '../../core/paper.ts'
import type {Cover} from '../../core/pictures.ts'
import {classesOf, replaceNodes} from '../../core/hast.ts'
import {coverSize, wrapCover} from '../epub/cover.ts'
import {serialise} from '../epub/xhtml.ts'
import {pictureUrl} from '../print/pictures.ts'
import {sizeOf} from './geometry.ts'
import {directSpine, maybeSpineLine} from './spine-text.ts'

const pixelsPerMillimetre = 96 / 25.4

/** A page a little larger than the sheet, for the browser rounds to pixels; the barcode's room (mm) is kept free. */
export function writeJacket(
  {spec, script}: Edition, jacket: Jacket, cover: Cover, measures: CoverMeasures, barcode: {readonly width: number; readonly height: number}
): string {
  const {trim, spine, bleed} = measures
  const size = sizeOf(measures)
  const line = measures.spineText ? maybeSpineLine(jacket.spineWords, spine, trim.height) : undefined
  const variables = {
    'trim-width': `${trim.width}mm`, 'trim-height': `${trim.height}mm`, bleed: `${bleed}mm`, spine: `${spine}mm`,
    'sheet-width': `${size.width}mm`, 'sheet-height': `${size.height}mm`, 'spine-size': `${line?.size ?? 0}mm`,
    'barcode-width': `${barcode.width.toFixed(2)}mm`, 'barcode-height': `${barcode.height.toFixed(2)}mm`, ...scaleFront(trim)
  }
  const page = `@page{size:${pixels(size.width)}px ${pixels(size.height)}px;margin:0}`
  const root = `:root{${Object.entries(variables).map(([name, value]) => `--${name}:${value}`).join(';')}}`
  const names = [
    directSpine(spec, script), ...(progressionOf(spec) === 'rtl' ? ['bound-right'] : []), ...(line ? [] : ['bare']), ...(line?.names ? [] : ['without-names']), ...(line?.publisher ? [] : ['without-publisher'])
  ]
  const {tree} = jacket
  const marked = {...tree, properties: {...tree.properties, className: [...classesOf(tree), ...names]}}
  const placed = replaceNodes(marked, (node) => {
    const isPicture = cover.picture !== undefined && node.type === 'element' && node.tagName === 'img' && node.properties['src'] === cover.picture.path
    return isPicture && cover.picture ? [{...node, properties: {...node.properties, src: pictureUrl(cover.picture)}}] : undefined
  })
  return wrapCover(serialise(placed).markup, [jacket.style, page, root].join('\n'), cover, spec.title)
}

/** The front is set as the cover of the e-book is, on a page of its height or width, and then made smaller. */
function scaleFront({width, height}: {readonly width: number; readonly height: number}): Readonly<Record<string, string>> {
  const scale = Math.min(width * pixelsPerMillimetre / coverSize.width, height * pixelsPerMillimetre / coverSize.height)
  return {
    'front-scale': scale.toFixed(6), 'front-width': `${(width * pixelsPerMillimetre / scale).toFixed(2)}px`, 'front-height': `${(height * pixelsPerMillimetre / scale).toFixed(2)}px`
  }
}

function pixels(millimetres: number): number {
  return Math.ceil(millimetres * pixelsPerMillimetre) + 1
}
