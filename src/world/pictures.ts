/** Pictures fit for every reading system, by sharp: upright, sRGB, within limits, in a format that old readers know. */
import sharp from 'sharp'
import type {Metadata, Sharp} from 'sharp'
import {sha256} from '../core/digest.ts'
import type {Resource} from '../core/resources.ts'
import type {EncodedPicture, PictureLimits} from '../core/pictures.ts'
import {PictureError} from '../core/world.ts'
import {maybeWithoutMetadata} from './picture-metadata.ts'

type MediaType = Resource['mediaType']
type Encoding = Pick<EncodedPicture, 'mediaType' | 'content'> & {readonly moves?: boolean}

/** How files begin: sharp opens many more kinds, of which nothing is wanted, and goes by content alone. */
const beginnings: Readonly<Record<Exclude<MediaType, 'image/svg+xml'>, RegExp>> = {
  'image/png': /^\x89PNG\r\n/, 'image/jpeg': /^\xff\xd8\xff/, 'image/gif': /^GIF8/, 'image/webp': /^RIFF[^]{4}WEBP/
}

/** As many as reading accepts. */
const mostPixels = 100e6
/** A picture is only coded anew where that saves a tenth: each time costs some of its quality. */
const worthwhile = 0.9

sharp.simd(false) // the same bytes on every processor
sharp.cache(false)

/** The picture as an e-book wants it, as JPEG if that is `wanted` of it. Throws `PictureError` for one that cannot be opened. */
export async function encodePicture(
  content: Uint8Array, {mediaType}: Pick<Resource, 'mediaType'>, limits: PictureLimits, wanted?: 'image/jpeg'
): Promise<EncodedPicture> {
  const made = mediaType === 'image/svg+xml' ? {mediaType, content} : await encodePixels(content, mediaType, limits, wanted).catch((error: unknown) => {
    throw new PictureError(error instanceof Error ? error.message.replaceAll(/\s+/g, ' ').trim() : String(error))
  })
  return {moves: false, ...made, hash: sha256(made.content)}
}

async function encodePixels(content: Uint8Array, mediaType: keyof typeof beginnings, limits: PictureLimits, wanted?: 'image/jpeg'): Promise<Encoding> {
  if (!beginnings[mediaType].test(Buffer.from(content.subarray(0, 12)).toString('latin1'))) throw new Error(`no beginning of a file of the kind ${mediaType}`)
  const open = (animated = false): Sharp => sharp(content, {limitInputPixels: mostPixels, failOn: 'error', animated})
  const metadata = await open().metadata()
  if (!wanted && isMoving(metadata, content, mediaType)) {
    return mediaType === 'image/webp' ? {mediaType: 'image/gif', content: await open(true).gif().toBuffer(), moves: true} : {mediaType, content, moves: true}
  }
  const {maxWidth, maxHeight} = limits
  const fitted = open().autoOrient().toColourspace('srgb').resize({width: maxWidth, height: maxHeight, fit: 'inside', withoutEnlargement: true})
  const made = await encode(fitted, wanted ?? (isPhotograph(metadata, content, mediaType) ? 'image/jpeg' : 'image/png'), metadata, limits)
  const {width, height, orientation = 1, hasProfile, space} = metadata
  const mayStay = width <= maxWidth && height <= maxHeight && orientation === 1 && !hasProfile && (space === 'srgb' || space === 'b-w')
  const kept = mayStay && (!wanted || wanted === mediaType) ? maybeKept(content, mediaType) : undefined
  return kept && made.content.length > kept.content.length * worthwhile ? kept : made
}

/** The picture as it came, but for its metadata; of WebP nothing is kept. */
function maybeKept(content: Uint8Array, mediaType: MediaType): Encoding | undefined {
  if (mediaType === 'image/gif') return {mediaType, content}
  const bare = mediaType === 'image/png' || mediaType === 'image/jpeg' ? maybeWithoutMetadata(content, mediaType) : undefined
  return bare && {mediaType, content: bare}
}

/** Baseline JPEG, because old devices do not know the progressive kind; otherwise with all that mozjpeg can do. */
async function encode(image: Sharp, mediaType: 'image/png' | 'image/jpeg', {isPalette}: Metadata, {quality}: PictureLimits): Promise<Encoding> {
  const encoded = mediaType === 'image/jpeg'
    ? image.flatten({background: '#fff'}).jpeg({
      quality, chromaSubsampling: quality >= 90 ? '4:4:4' : '4:2:0', progressive: false,
      trellisQuantisation: true, overshootDeringing: true, quantisationTable: 3
    })
    : image.png({compressionLevel: 9, palette: isPalette})
  return {mediaType, content: await encoded.toBuffer()}
}

/** What has lost detail to compression before may do so again; what is drawn sharply may not. */
function isPhotograph({hasAlpha}: Metadata, content: Uint8Array, mediaType: MediaType): boolean {
  return mediaType === 'image/jpeg' || (mediaType === 'image/webp' && !hasAlpha && !holds(content, 'VP8L'))
}

/** GIF and PNG that move stay as they are; WebP that moves becomes GIF. */
function isMoving({pages = 1}: Metadata, content: Uint8Array, mediaType: MediaType): boolean {
  return pages > 1 || (mediaType === 'image/png' && holds(content, 'acTL'))
}

/** Whether the name of a chunk stands among the first of the file, where the kind of a picture is told. */
function holds(content: Uint8Array, chunk: string): boolean {
  return Buffer.from(content.subarray(0, 4096)).includes(chunk)
}

/** A JPEG in greys, for a press with one ink; one that cannot be opened stays as it is. */
export async function greyPicture(jpeg: Uint8Array): Promise<Uint8Array> {
  return sharp(jpeg, {limitInputPixels: mostPixels}).greyscale().jpeg({quality: 92}).toBuffer().catch(() => jpeg)
}
