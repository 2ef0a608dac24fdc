/** Measures of what goes around a book: spine from pages and paper, panels, bleed. All lengths in millimetres. */
import type {PageGeometry} from '../../core/page.ts'
import type {CoverMeasures, PrintSetup} from '../../core/paper.ts'

/** Below this no words can be trusted to stay on the spine: folding is true to a millimetre or so. */
const leastSpine = 5
const leastPages = 80

/** The measures for an interior of so many pages. */
export function measureCover(pages: number, {width, height}: Pick<PageGeometry, 'width' | 'height'>, {paper, spine, bleed}: PrintSetup): CoverMeasures {
  const padded = Math.ceil(pages / 2) * 2
  const across = spine ?? computeSpine(padded, paper.thickness)
  return {
    kind: 'cover', trim: {width, height}, spine: across, bleed, pages: padded, ...(spine === undefined && {paper}),
    spineText: across >= leastSpine && (spine !== undefined || padded >= leastPages)
  }
}

/** Leaves by their thickness, up to the next half millimetre: the cover, too, has its thickness. */
export function computeSpine(pages: number, thickness: number): number {
  const exact = Math.ceil(pages / 2) * thickness
  return Math.max(0.5, Math.ceil(Math.round(exact * 2 * 1e6) / 1e6) / 2)
}

/** The piece of paper with its bleed. */
export function sizeOf({trim, spine, bleed}: CoverMeasures): {readonly width: number; readonly height: number} {
  return {width: trim.width * 2 + spine + bleed * 2, height: trim.height + bleed * 2}
}
