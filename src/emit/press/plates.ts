/** A finished print once more, drawn in the inks of the press: colours in every content stream, gradients and pictures as greys, RGB explained. */
import {deflateSync, inflateSync} from 'node:zlib'
import type {PressColour} from '../../core/paper.ts'
import type {World} from '../../core/world.ts'
import {contentOf} from '../print/page-content.ts'
import {objectAt, pagesOf, readPdf, referencesIn, type PdfFile, type PdfObject} from '../print/pdf-reader.ts'
import {makePdfWriter, type PdfWriter} from '../print/pdf-writer.ts'
import {makeRgbProfile} from '../print/rgb-profile.ts'
import {maybeValue} from '../imposition/pdf-values.ts'
import {greyPixels, recolour} from './colours.ts'
import {greyGradient, maybeGreyProgram, placeProgram} from './gradients.ts'

/** The same objects under the same numbers, recoloured; where RGB may remain, a profile says that it is sRGB. */
export async function setPlates(print: Uint8Array, colour: PressColour, world: World): Promise<PdfFile> {
  const pdf = readPdf(print)
  const writer = makePdfWriter()
  writer.reserve(pdf.starts.length - 1)
  const isGrey = colour === 'black' || colour === 'grey'
  const profile = isGrey ? undefined : writeRgbProfile(writer)
  const adapt = (text: string): string => explainRgb(greyMask(greyGradient(placeProgram(text), isGrey)), profile)
  const contents = new Set(pagesOf(pdf).flatMap((page) => referencesIn(maybeValue(objectAt(pdf, page).text, 'Contents') ?? '')))
  for (const [n, start] of pdf.starts.entries()) {
    if (n === 0 || start === 0) continue
    const object = objectAt(pdf, n)
    if (!object.tail) writer.put(n, adapt(object.text))
    else if (contents.has(n) || /\/Subtype \/Form\b|\/PatternType 1\b/.test(object.text)) {
      writeDrawing(n, adapt(object.text), recolour(contentOf(pdf, n), colour), writer)
    } else {
      const grey = isGrey ? maybeGreyProgram(object.text, () => contentOf(pdf, n)) ?? await makeGrey(pdf, object, object.tail, world) : undefined
      writer.putStream(n, dictionaryOf(grey?.text ?? object.text), grey?.tail ?? object.tail)
    }
  }
  return readPdf(writer.finish(pdf.root, pdf.info))
}

function writeDrawing(n: number, text: string, content: string, writer: PdfWriter): void {
  writer.putStream(n, `${dictionaryOf(text).replace(/\s*\/Filter \/FlateDecode/, '')}\n/Filter /FlateDecode`, deflateSync(Buffer.from(content, 'latin1')))
}

function writeRgbProfile(writer: PdfWriter): number {
  const profile = writer.reserve()
  writer.putStream(profile, '/N 3\n/Alternate /DeviceRGB\n/Filter /FlateDecode', deflateSync(makeRgbProfile()))
  return profile
}

/** A mask by luminosity, the only group for which the browser names a colour space, is the same in greys (ISO 32000-2, 11.5.3). */
function greyMask(text: string): string {
  return text.replace('/CS /DeviceRGB', '/CS /DeviceGray')
}

/** Resources in which RGB means the colours of the profile (8.6.5.6). */
function explainRgb(text: string, profile: number | undefined): string {
  const resources = profile !== undefined && text.includes('/Resources') ? maybeValue(text, 'Resources') : undefined
  if (resources === undefined || !resources.startsWith('<<')) return text
  const meaning = `/DefaultRGB [/ICCBased ${profile} 0 R]`
  const spaces = maybeValue(resources, 'ColorSpace')
  const explained = spaces?.startsWith('<<')
    ? resources.replace(spaces, () => `<<${meaning} ${spaces.slice(2)}`)
    : `<</ColorSpace <<${meaning}>>\n${resources.slice(2)}`
  return text.replace(resources, () => explained)
}

/** A picture in three colours, with or without a profile, as one in greys; anything else as it is. */
async function makeGrey(pdf: PdfFile, {text}: PdfObject, tail: Uint8Array, world: World): Promise<{readonly text: string; readonly tail: Uint8Array}> {
  const space = /\/ColorSpace (?:\/DeviceRGB|\[\s*\/ICCBased (\d+) 0 R\s*\])/.exec(text)
  if (!space || !/\/Subtype \/Image\b/.test(text)) return {text, tail}
  if (space[1] !== undefined && !/\/N 3\b/.test(objectAt(pdf, Number(space[1])).text)) return {text, tail}
  const greyed = text.replace(space[0], '/ColorSpace /DeviceGray')
  if (text.includes('/DCTDecode')) return {text: greyed, tail: await world.greyPicture(tail)}
  if (!text.includes('/FlateDecode') || text.includes('/DecodeParms') || !text.includes('/BitsPerComponent 8')) return {text, tail}
  return {text: greyed, tail: deflateSync(greyPixels(inflateSync(tail)))}
}

function dictionaryOf(text: string): string {
  return text.slice(2, -2).replace(/\s*\/Length \d+/, '')
}
