/** Colours of a content stream, led from the browser's RGB to the inks that are printed with. */
import type {PressColour} from '../../core/paper.ts'

/** Strings, so that nothing in them is taken for an operator; the operators that set a colour or keep one; where text begins and ends. */
const operators = /\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]*>|(?<![^\s>)])(?:(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)\s+(rg|RG)|q|Q|BT|ET)(?=[\s/[(<]|$)/g

/** Lighter than this, type is meant to stand out from something dark. */
const light = 0.5

/**
 * The content with black and greys as one ink (`g` instead of `rg`), and with every other colour by its luminance (ISO
 * 32000-2, 10.4.2.2) where one ink is all there is. `black` sets dark type in full black: a screen would fray it.
 */
export function recolour(content: string, colour: PressColour): string {
  const outer: (number | undefined)[] = []
  let fill: number | undefined = 0
  const replace = (match: string, ...[r, g, b, operator]: readonly (string | undefined)[]): string => {
    if (operator !== undefined) {
      const grey = maybeGrey(Number(r), Number(g), Number(b), colour)
      if (operator === 'rg') fill = grey
      return grey === undefined ? match : `${grey} ${operator === 'rg' ? 'g' : 'G'}`
    }
    if (match === 'q') outer.push(fill)
    else if (match === 'Q') fill = outer.pop() ?? 0
    else if (colour === 'black' && fill !== undefined && fill > 0 && fill < light) {
      if (match === 'BT') return '0 g BT'
      if (match === 'ET') return `ET ${fill} g`
    }
    return match
  }
  return content.replace(operators, replace)
}

/** 0 black to 1 white; `undefined` for a colour that stays one. */
function maybeGrey(r: number, g: number, b: number, colour: PressColour): number | undefined {
  if (r === g && g === b) return r
  return colour === 'black' || colour === 'grey' ? luminanceOf(r, g, b) : undefined
}

/** Of a colour, all from 0 to 1. */
export function luminanceOf(r: number, g: number, b: number): number {
  return Math.round((0.3 * r + 0.59 * g + 0.11 * b) * 1000) / 1000
}

/** The same for pixels of three bytes each. */
export function greyPixels(pixels: Uint8Array): Uint8Array {
  return Uint8Array.from({length: Math.floor(pixels.length / 3)}, (_, at) =>
    Math.round(0.3 * (pixels[at * 3] ?? 0) + 0.59 * (pixels[at * 3 + 1] ?? 0) + 0.11 * (pixels[at * 3 + 2] ?? 0)))
}
