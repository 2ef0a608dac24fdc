/** The barcode of a book (EAN-13, ISO/IEC 15420) as operators of a PDF: black only, on white, letters as outlines. */
import {toSVG} from 'bwip-js/node'
import {hyphenate} from 'isbn3'
import {pointsPerMillimetre} from '../../core/lengths.ts'

/** Width of the narrowest bar at 100 %, in millimetres. */
const module = 0.33
/** White around the drawing, in narrowest bars: the quiet zones are within it. */
const margin = 3
/** Sizes that keep the digits clear of the bars. */
const lettering = {textsize: 10, isbntextsize: 8.5}

export interface Barcode {
  /** Millimetres, with the quiet zones and the line above. */
  readonly width: number
  readonly height: number
  /** Draws it with its lower left corner at the origin, in points. */
  readonly operators: string
}

/** The barcode of a sound ISBN-13, its number above it, beside it the price code if any; `percent` of the nominal size. */
export function makeBarcode(isbn: string, priceCode: string | undefined, percent: number): Barcode {
  const written = hyphenate(isbn) as string | null // its types are wrong: null where no agency has been given the range
  const isKnown = written !== null
  const text = [written ?? isbn, ...(priceCode === undefined ? [] : [priceCode])].join(' ')
  const options = {bcid: isKnown ? 'isbn' : 'ean13', text, includetext: true, guardwhitespace: true, scale: 1, ...lettering}
  const svg = toSVG(options)
  const [, inner = 0, tall = 0] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? []
  const [width, height] = [inner + margin * 2, tall + margin * 2]
  const millimetres = module * percent / 100
  const unit = millimetres * pointsPerMillimetre
  const paths = [...svg.matchAll(/<path ([^>]*)\/>/g)].map(([, attributes = '']) => drawPath(attributes))
  return {
    width: width * millimetres, height: height * millimetres,
    operators: `q ${round(unit)} 0 0 ${round(-unit)} 0 ${round(height * unit)} cm 0 0 0 0 k 0 0 ${width} ${height} re f 1 0 0 1 ${margin} ${margin} cm 0 0 0 1 k 0 0 0 1 K\n${paths.join('\n')}\nQ\n`
  }
}

/** A path of the drawing, which has absolute lines and quadratic curves only. */
function drawPath(attributes: string): string {
  const stroke = /stroke-width="([\d.]+)"/.exec(attributes)?.[1]
  let at: readonly number[] = [0, 0]
  const operators = [...(/ ?d="([^"]*)"/.exec(attributes)?.[1] ?? '').matchAll(/([MLQZ])([^MLQZ]*)/g)].map(([, letter, numbers = '']) => {
    const values = numbers.trim().split(/[\s,]+/).map(Number)
    const from = at
    if (letter === 'Z') return 'h'
    at = values.slice(-2)
    return letter === 'Q' ? `${curve(from, values).map(round).join(' ')} c` : `${values.join(' ')} ${letter === 'M' ? 'm' : 'l'}`
  })
  return `${stroke === undefined ? '' : `${stroke} w `}${operators.join(' ')} ${stroke === undefined ? 'f' : 'S'}`
}

/** A quadratic curve as a cubic one. */
function curve([x0 = 0, y0 = 0]: readonly number[], [x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[]): readonly number[] {
  return [x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3, x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3, x2, y2]
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
