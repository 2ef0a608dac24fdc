/** Colours of a PDF by the inks that they need on a press (ISO 32000-2, 8.6). */
import {isTrue, itemsOf, maybeDictionary, nameOf, numberOf, valueOf, type PDFDict, type PDFObject} from './document.ts'

/** `rgb` is of no known meaning, `calibrated` tells by a profile what it means; `spot` names an ink; `pattern` is coloured by what it draws. */
export type Space = 'grey' | 'rgb' | 'calibrated' | 'cmyk' | 'spot' | 'all' | 'pattern' | 'unknown'

export interface Colour {
  readonly space: Space
  readonly components: readonly number[]
}

export const black: Colour = {space: 'grey', components: [0]}

/** The space of a colour space object; names are looked up in the resources. */
export function readSpace(value: PDFObject | undefined, resources: PDFDict | undefined, depth = 0): Space {
  const spaces = maybeDictionary(valueOf(resources, 'ColorSpace'))
  const name = nameOf(value)
  if (name !== undefined) {
    if (name === 'DeviceGray' || name === 'G' || name === 'CalGray') return 'grey'
    if (name === 'DeviceRGB' || name === 'RGB') return valueOf(spaces, 'DefaultRGB') === undefined ? 'rgb' : 'calibrated'
    if (name === 'DeviceCMYK' || name === 'CMYK') return 'cmyk'
    if (name === 'Pattern') return 'pattern'
    return depth < 5 && valueOf(spaces, name) !== undefined ? readSpace(valueOf(spaces, name), resources, depth + 1) : 'unknown'
  }
  const [kind, first, second] = itemsOf(value)
  switch (nameOf(kind)) {
    case 'ICCBased': return readProfile(first)
    case 'CalRGB': case 'Lab': return 'calibrated'
    case 'Separation': return nameOf(first) === 'All' ? 'all' : nameOf(first) === 'Black' ? 'grey' : isProcess(nameOf(first)) ? 'cmyk' : 'spot'
    case 'DeviceN': return itemsOf(first).every((ink) => isProcess(nameOf(ink))) ? 'cmyk' : 'spot'
    case 'Indexed': return depth < 5 ? readSpace(first, resources, depth + 1) : 'unknown'
    case undefined: return 'unknown'
    default: return second === undefined && depth < 5 ? readSpace(kind, resources, depth + 1) : 'unknown'
  }
}

function readProfile(stream: PDFObject | undefined): Space {
  const components = numberOf(valueOf(maybeDictionary(stream), 'N'))
  return components === 1 ? 'grey' : components === 4 ? 'cmyk' : 'calibrated'
}

function isProcess(ink: string | undefined): boolean {
  return ink !== undefined && ['Cyan', 'Magenta', 'Yellow', 'Black', 'None'].includes(ink)
}

/** Whether nothing is printed of it. */
export function isPaper({space, components}: Colour): boolean {
  if (space === 'cmyk' || space === 'spot' || space === 'all') return components.length > 0 && components.every((value) => value === 0)
  return (space === 'grey' || space === 'rgb' || space === 'calibrated') && components.length > 0 && components.every((value) => value >= 1)
}

/** Whether more than the black plate prints it. */
export function isColoured({space, components}: Colour): boolean {
  if (space === 'grey' || space === 'unknown' || space === 'pattern') return false
  return space !== 'cmyk' || components.slice(0, 3).some((value) => value > 0)
}

/** Sum of the inks of a colour in four inks, 1 for each at full; nothing for other colours. */
export function inkOf({space, components}: Colour): number {
  return space === 'cmyk' ? components.reduce((sum, value) => sum + value, 0) : space === 'all' ? 4 * (components[0] ?? 0) : 0
}

/** Whether it looks black and is more than one ink. */
export function isRichBlack({space, components}: Colour): boolean {
  const [c = 0, m = 0, y = 0, k = 0] = components
  return space === 'cmyk' && Math.min(c, m, y) + k >= 0.7 && Math.min(c, m, y) >= 0.15
}

/** Whether it is black by three colours of light: it will be of four inks in print. */
export function isLightBlack({space, components}: Colour): boolean {
  const [r = 1, g = 1, b = 1] = components
  return (space === 'rgb' || space === 'calibrated') && Math.max(r, g, b) <= 0.2
}

/** How an ExtGState changes what is drawn (8.4.5). */
export interface DrawingState {
  readonly overprint?: boolean
  readonly transparent: boolean
  readonly lineWidth?: number
}

export function readDrawingState(state: PDFDict | undefined): DrawingState {
  const [fill, stroke, width] = [valueOf(state, 'op'), valueOf(state, 'OP'), numberOf(valueOf(state, 'LW'))]
  const opaque = [valueOf(state, 'ca'), valueOf(state, 'CA')].every((alpha) => (numberOf(alpha) ?? 1) >= 1)
  const mode = valueOf(state, 'BM')
  const plain = mode === undefined || ['Normal', 'Compatible'].includes(nameOf(mode) ?? nameOf(itemsOf(mode)[0]) ?? '')
  const masked = maybeDictionary(valueOf(state, 'SMask')) !== undefined
  return {
    transparent: !opaque || !plain || masked, ...(width !== undefined && {lineWidth: width}),
    ...((fill ?? stroke) !== undefined && {overprint: isTrue(fill) || isTrue(stroke)})
  }
}
