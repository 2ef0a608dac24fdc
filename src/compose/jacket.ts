/** What goes around the printed book: front as on the e-book, spine, back with the description; its place on paper is for print to know. */
import type {ElementContent} from 'hast'
import {h} from '../core/hast.ts'
import type {Sources} from '../core/model.ts'
import type {Jacket} from '../core/paper.ts'
import type {Cover} from '../core/pictures.ts'
import {handOf, sheetsOf} from '../core/typefaces.ts'
import {chooseSize, estimateLine, fitsRoom, type Room} from './cover.ts'
import type {MatterContext} from './matter.ts'

/** The jacket, complete but for the width of the spine and the barcode. */
export function makeJacket({spec, publication, fill}: MatterContext, cover: Cover, sources: Sources): Jacket {
  const {title, subtitle, names, publisher} = cover.words
  const script = handOf(spec.language)
  const {description} = spec
  const room = roomOfBlurb(publication.page)
  const size = chooseSize(description ?? '', script, room) / 100
  const front: readonly ElementContent[] = cover.picture ? [h('img', {src: cover.picture.path, alt: cover.alternative})] : [cover.tree]
  const tree = fill('print-cover', {title, subtitle, names, publisher, description, front})
  return {
    tree: {...tree, properties: {...tree.properties, style: `--blurb-size:${size}mm`}},
    style: [...sheetsOf(script), 'cover', 'print-cover'].map((name) => sources.styles.get(name) ?? '').join('\n'),
    spineWords: {title: estimateLine(title, script), names: estimateLine(names ?? '', script), publisher: estimateLine(publisher ?? '', script)},
    blurbFits: fitsRoom(description ?? '', script, room)
  }
}

/** Hundredths of a millimetre, down to type of 7 points: the upper half of the back, between margins of 18 mm. */
function roomOfBlurb({width, height}: {readonly width: number; readonly height: number}): Room {
  return {width: (width - 36) * 100, height: height * 50, most: 410, least: 247}
}
