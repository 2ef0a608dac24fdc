/** A plain cover drawn without a browser: Pango sets the words, in the house fonts, whatever their script. */
import sharp from 'sharp'
import type {OverlayOptions} from 'sharp'
import {isFullWidth} from '../core/locale.ts'
import type {Cover} from '../core/pictures.ts'
import {maybeFaces} from '../core/typefaces.ts'
import {houseFaces, maybeFontFile, type FontFace} from './fonts.ts'

const width = 1600
const height = 2560

/** Words that are fitted into a box. */
interface Block {
  readonly text: string | undefined
  readonly weight: FontFace['weight']
  readonly colour: string
  /** Pixels, as is all that follows. */
  readonly top: number
  readonly height: number
  /** Letters are never larger. */
  readonly size: number
}

/** The cover as PNG, 1600 by 2560. */
export async function drawPlainCover({words, colours, script, language}: Cover): Promise<Uint8Array> {
  const {paper, ink, accent} = colours
  const blocks: readonly Block[] = [
    {text: words.names, weight: 400, colour: accent, top: 230, height: 240, size: 72},
    {text: words.title, weight: 700, colour: ink, top: 640, height: 860, size: 168},
    {text: words.subtitle, weight: 400, colour: ink, top: 1660, height: 380, size: 72},
    {text: words.publisher, weight: 400, colour: ink, top: 2200, height: 140, size: 56}
  ]
  const layers: OverlayOptions[] = [{input: Buffer.from(drawFrame(accent)), left: 0, top: 0}]
  for (const block of blocks) {
    const layer = block.text === undefined ? undefined : await maybeLayer(block, block.text, script, language)
    if (layer) layers.push(layer)
  }
  return sharp({create: {width, height, channels: 3, background: paper}}).composite(layers).png().toBuffer()
}

function drawFrame(accent: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" fill="none" stroke="${accent}">` +
    '<rect x="86" y="86" width="1428" height="2388" stroke-width="4"/><rect x="102.500" y="102.500" width="1395" height="2355" stroke-width="1"/>' +
    '<path d="M690 1580h220" stroke-width="6"/></svg>'
}

/** The words in the middle of their box, smaller where they do not fit. */
async function maybeLayer(block: Block, text: string, script: string, language: string): Promise<OverlayOptions | undefined> {
  const clean = text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
  if (clean === '') return undefined
  const markup = `<span foreground="${block.colour}" lang="${language}">${escapeMarkup(clean)}</span>`
  const family = maybeFaces(script)?.serif ?? 'Noto Serif'
  await registerFonts([family, 'Noto Serif'], block.weight)
  const font = `${family}, Noto Serif${block.weight === 700 ? ' Bold' : ''}`
  const inner = width - 2 * 190
  for (let size = block.size; ; size *= 0.92) { // a size of so many points at 72 dots to the inch is a size of so many pixels
    const wrap = isFullWidth(script) ? 'char' : script !== 'Thai' && size > block.size / 2 ? 'word' : 'word-char' // a long word is shrunk before it is broken
    const {data, info} = await sharp({text: {text: markup, font: `${font} ${Math.round(size)}`, dpi: 72, width: inner, align: 'centre', wrap, rgba: true}})
      .png().toBuffer({resolveWithObject: true})
    const fits = info.width <= inner && info.height <= block.height
    if (!fits && size > 24) continue
    const input = fits ? data : await sharp(data).resize({width: inner, height: block.height, fit: 'inside'}).toBuffer()
    const shown = await sharp(input).metadata()
    return {input, left: Math.round((width - shown.width) / 2), top: Math.round(block.top + (block.height - shown.height) / 2)}
  }
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const registered = new Set<string>()

/** Makes house fonts known to Pango, which keeps what any text was set with. */
async function registerFonts(families: readonly string[], weight: FontFace['weight']): Promise<void> {
  const faces = houseFaces.filter((face) => families.includes(face.family) && face.weight === weight && face.style === 'normal')
  for (const face of faces) {
    const fontfile = maybeFontFile(face)?.replace(/\.woff2$/, '.woff') // packages hold both; here only the older kind can be read
    if (fontfile === undefined || registered.has(fontfile)) continue
    registered.add(fontfile)
    await sharp({text: {text: '.', fontfile, font: face.family, dpi: 72}}).png().toBuffer().catch(() => undefined)
  }
}
