/** The finished interior once more, drawn in the inks of the press: colours in every content stream, pictures as greys. */
import {deflateSync, inflateSync} from 'node:zlib'
import type {PressColour} from '../../core/paper.ts'
import type {World} from '../../core/world.ts'
import {contentOf} from '../print/page-content.ts'
import {objectAt, pagesOf, readPdf, referencesIn, type PdfFile, type PdfObject} from '../print/pdf-reader.ts'
import {makePdfWriter, type PdfWriter} from '../print/pdf-writer.ts'
import {maybeValue} from '../imposition/pdf-values.ts'
import {greyPixels, recolour} from './colours.ts'

/** The same objects under the same numbers, recoloured. */
export async function setPlates(interior: Uint8Array, colour: PressColour, world: World): Promise<PdfFile> {
  const pdf = readPdf(interior)
  const writer = makePdfWriter()
  writer.reserve(pdf.starts.length - 1)
  const contents = new Set(pagesOf(pdf).flatMap((page) => referencesIn(maybeValue(objectAt(pdf, page).text, 'Contents') ?? '')))
  for (const [n, start] of pdf.starts.entries()) {
    if (n === 0 || start === 0) continue
    const object = objectAt(pdf, n)
    if (!object.tail) writer.put(n, object.text)
    else if (contents.has(n) || /\/Subtype \/Form\b|\/PatternType 1\b/.test(object.text)) writeDrawing(pdf, n, object, colour, writer)
    else {
      const {text, tail} = colour === 'black' || colour === 'grey' ? await makeGrey(pdf, object, object.tail, world) : {text: object.text, tail: object.tail}
      writer.putStream(n, dictionaryOf(text), tail)
    }
  }
  return readPdf(writer.finish(pdf.root, pdf.info))
}

function writeDrawing(pdf: PdfFile, n: number, {text}: PdfObject, colour: PressColour, writer: PdfWriter): void {
  const content = recolour(contentOf(pdf, n), colour)
  writer.putStream(n, `${dictionaryOf(text).replace(/\s*\/Filter \/FlateDecode/, '')}\n/Filter /FlateDecode`, deflateSync(Buffer.from(content, 'latin1')))
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
