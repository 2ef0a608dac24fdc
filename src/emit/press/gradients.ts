/** Gradients in greys: shadings and their functions as the browser writes them (ISO 32000-2, 7.10 and 8.7.4.5), from RGB to one ink. */
import {deflateSync} from 'node:zlib'
import {luminanceOf} from './colours.ts'

/** Three numbers under the key of a colour at an end of a gradient. */
const end = /\/(C[01]) \[\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s*\]/g
/** A program that gives three colours. */
const threeColours = /\/Range \[\s*0 1 0 1 0 1\s*\]/

/**
 * A dictionary that is a shading, holds one, or is a function of one, with its colours as greys; `all` also those that are no
 * greys. A gradient in greys alone needs no more than black ink; one whose function stands elsewhere stays as it is unless `all`.
 */
export function greyGradient(text: string, all: boolean): string {
  if (!/\/(?:ShadingType|FunctionType) [123]\b/.test(text)) return text
  if (!all && !isGrey(text)) return text
  return text.replace(end, (_, key: string, r: string, g: string, b: string) => `/${key} [${luminanceOf(Number(r), Number(g), Number(b))}]`)
    .replace(/\/ColorSpace \/DeviceRGB\b/, '/ColorSpace /DeviceGray')
}

/** Whether a shading tells all of its colours, and they are greys. */
function isGrey(text: string): boolean {
  const colours = [...text.matchAll(end)]
  return text.includes('/ShadingType') && colours.length > 0 && !/\/Function(?:s \[)? ?\d+ 0 R/.test(text) && colours.every(([, , r, g, b]) => r === g && g === b)
}

/** A function that is a program (type 4) of three colours as one of their luminance; `undefined` for any other stream. */
export function maybeGreyProgram(text: string, program: () => string): {readonly text: string; readonly tail: Uint8Array} | undefined {
  if (!/\/FunctionType 4\b/.test(text) || !threeColours.test(text)) return undefined
  const body = program().trimEnd().replace(/\}$/, '')
  return {
    text: text.replace(threeColours, '/Range [0 1]').replace(/\s*\/Filter \/FlateDecode/, '').replace(/>>$/, '\n/Filter /FlateDecode>>'),
    tail: deflateSync(Buffer.from(`${body} .11 mul exch .59 mul add exch .3 mul add}`, 'latin1'))
  }
}

/** A shading by a program (type 1) with its matrix written out: Ghostscript 10 draws none that leaves it to the default. */
export function placeProgram(text: string): string {
  return text.replace(/\/ShadingType 1\b/, (match) => /\/Shading[\s\S]*\/Matrix/.test(text) ? match : `/Matrix [1 0 0 1 0 0]\n${match}`)
}
