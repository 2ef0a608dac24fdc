/** Pictures with the real encoder: what is kept, what is converted, what is refused; and covers drawn without a browser. */
import sharp from 'sharp'
import {describe, expect, it} from 'vitest'
import {coverColours} from '../../src/compose/cover-colours.ts'
import type {Resource} from '../../src/core/resources.ts'
import type {Cover} from '../../src/core/pictures.ts'
import {PictureError} from '../../src/core/world.ts'
import {encodePicture} from '../../src/world/pictures.ts'
import {drawPlainCover} from '../../src/world/plain-cover.ts'

const limits = {maxWidth: 1600, maxHeight: 2560, quality: 82}
const place = {IFD0: {Copyright: 'SECRET-PERSON'}, IFD3: {GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1'}}

/** A picture of soft colours, as photographs have them. */
function photograph(width: number, height: number): ReturnType<typeof sharp> {
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < pixels.length; at++) pixels[at] = 128 + 100 * Math.sin(at / 997) + (at * 7919 % 23)
  return sharp(pixels, {raw: {width, height, channels: 3}})
}

async function encode(content: Uint8Array, type: 'png' | 'jpeg' | 'gif' | 'webp', more: Partial<typeof limits> = {}) {
  const mediaType: Resource['mediaType'] = `image/${type}`
  const made = await encodePicture(content, {mediaType}, {...limits, ...more})
  expect((await encodePicture(content, {mediaType}, {...limits, ...more})).hash).toBe(made.hash) // the same bytes again
  const metadata = await sharp(made.content, {animated: true}).metadata()
  const told = Buffer.from(made.content).toString('latin1')
  expect(told).not.toMatch(/SECRET-PERSON|Exif|ICC_PROFILE|iCCP|eXIf|<x:xmpmeta/)
  return {...made, ...metadata, mediaType: made.mediaType}
}

describe('a picture', () => {
  it('larger than the limits is scaled down in proportion', async () => {
    expect(await encode(await photograph(2000, 1000).jpeg().toBuffer(), 'jpeg')).toMatchObject({mediaType: 'image/jpeg', width: 1600, height: 800, isProgressive: false})
    expect(await encode(await photograph(60, 400).png().toBuffer(), 'png', {maxHeight: 200})).toMatchObject({mediaType: 'image/png', width: 30, height: 200})
  })

  it('loses its metadata; its pixels stay where coding them anew would not pay', async () => {
    const original = await photograph(300, 200).jpeg({quality: 40}).withExif(place).toBuffer()
    const {content} = await encode(original, 'jpeg')
    expect(content.length).toBeLessThan(original.length)
    expect(await sharp(content).raw().toBuffer()).toEqual(await sharp(original).raw().toBuffer())
    const png = await sharp({create: {width: 50, height: 50, channels: 4, background: '#12345678'}}).png({compressionLevel: 9}).withExif(place).toBuffer()
    expect(await sharp((await encode(png, 'png')).content).raw().toBuffer()).toEqual(await sharp(png).raw().toBuffer())
  })

  it('that holds more behind its end is cut there', async () => {
    const original = await photograph(30, 20).jpeg({quality: 40}).toBuffer()
    const {content} = await encode(Buffer.concat([original, Buffer.from('SECRET-PERSON')]), 'jpeg')
    expect([...content.subarray(-2)]).toEqual([0xff, 0xd9])
  })

  it('is turned upright as the camera says', async () => {
    const {width, height, orientation} = await encode(await photograph(40, 20).jpeg().withMetadata({orientation: 6}).toBuffer(), 'jpeg')
    expect([width, height, orientation]).toEqual([20, 40, undefined])
  })

  it('in other colours than sRGB is converted', async () => {
    for (const original of [await photograph(40, 20).withIccProfile('p3').jpeg().toBuffer(), await photograph(40, 20).toColourspace('cmyk').jpeg().toBuffer()]) {
      expect(await encode(original, 'jpeg')).toMatchObject({space: 'srgb', hasProfile: false, channels: 3})
    }
    expect(await encode(await photograph(40, 20).toColourspace('rgb16').png().toBuffer(), 'png')).toMatchObject({space: 'srgb', bitsPerSample: 8})
  })

  it('in WebP becomes JPEG, PNG where it is sharp or transparent, GIF where it moves', async () => {
    expect((await encode(await photograph(40, 20).webp().toBuffer(), 'webp')).mediaType).toBe('image/jpeg')
    expect((await encode(await photograph(40, 20).webp({lossless: true}).toBuffer(), 'webp')).mediaType).toBe('image/png')
    expect(await encode(await photograph(40, 20).ensureAlpha(0.5).webp().toBuffer(), 'webp')).toMatchObject({mediaType: 'image/png', hasAlpha: true})
    const frames = await sharp([await photograph(20, 20).png().toBuffer(), await photograph(20, 20).negate().png().toBuffer()], {join: {animated: true}}).webp().toBuffer()
    expect(await encode(frames, 'webp')).toMatchObject({mediaType: 'image/gif', pages: 2})
  })

  it('that moves stays as it is', async () => {
    const frames = await sharp([await photograph(20, 20).png().toBuffer(), await photograph(20, 20).negate().png().toBuffer()], {join: {animated: true}}).gif().toBuffer()
    expect((await encode(frames, 'gif', {maxWidth: 10})).content).toEqual(frames)
  })

  it('becomes JPEG on white where that is wanted', async () => {
    const png = await sharp({create: {width: 8, height: 8, channels: 4, background: '#00000000'}}).png().toBuffer()
    const {mediaType, content} = await encodePicture(png, {mediaType: 'image/png'}, limits, 'image/jpeg')
    expect([mediaType, [...await sharp(content).raw().toBuffer()].every((part) => part > 250)]).toEqual(['image/jpeg', true])
  })
})

describe('a hostile picture', () => {
  const hostile: Readonly<Record<string, () => Promise<readonly [Uint8Array, 'png' | 'jpeg' | 'gif' | 'webp']>>> = {
    'cut off': async () => [(await photograph(300, 300).png().toBuffer()).subarray(0, 5000), 'png'],
    'of a billion pixels': async () => {
      const png = await sharp({create: {width: 9, height: 9, channels: 3, background: '#fff'}}).png().toBuffer()
      png.writeUInt32BE(32_000, 16)
      png.writeUInt32BE(32_000, 20)
      return [png, 'png']
    },
    'that is text': async () => [Buffer.from('GIF89a and nothing more'), 'gif'],
    'that is empty': async () => [new Uint8Array(), 'webp'],
    'that is a drawing under another name': async () => [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><filter id="a"/></svg>'), 'png']
  }
  it.each(Object.keys(hostile))('%s costs an error of its own kind', async (name) => {
    const [content, type] = await hostile[name]?.() ?? [new Uint8Array(), 'png']
    await expect(encodePicture(content, {mediaType: `image/${type}`}, limits)).rejects.toThrow(PictureError)
  })
})

describe('a cover drawn without a browser', () => {
  const cover = (language: string, script: string, title: string): Cover => ({
    alternative: '', language, script, direction: 'ltr', style: '', tree: {type: 'element', tagName: 'section', properties: {}, children: []},
    colours: coverColours[0] as Cover['colours'], words: {title, subtitle: 'Ideas & <b>more</b>', names: 'Ann', publisher: 'Press'} // there are colours
  })
  const titles: readonly (readonly [string, string, string])[] = [
    ['en', 'Latn', 'A Small Glossary'], ['ar', 'Arab', 'معجم صغير للبيع'], ['hi', 'Deva', 'बिक्री की छोटी शब्दावली'], ['ja', 'Jpan', '売ることの小さな用語集'],
    ['th', 'Thai', 'อภิธานศัพท์'], ['ko', 'Kore', '작은 판매 용어집'], ['ta', 'Taml', 'விற்பனை'], ['en', 'Latn', 'Donaudampfschifffahrtsgesellschaftskapitän '.repeat(9)]
  ]
  it.each(titles)('in %s (%s) is a picture of 1600 by 2560 with its title within the frame, the same each time', async (language, script, title) => {
    const drawn = await drawPlainCover(cover(language, script, title))
    expect(await sharp(drawn).metadata()).toMatchObject({width: 1600, height: 2560, format: 'png'})
    expect(Buffer.compare(drawn, await drawPlainCover(cover(language, script, title)))).toBe(0)
    const ink = async (left: number, width: number): Promise<number> => {
      const {channels} = await sharp(await sharp(drawn).extract({left, top: 620, width, height: 900}).png().toBuffer()).stats()
      return channels[0]?.stdev ?? 0
    }
    expect(await ink(200, 1200)).toBeGreaterThan(10)
    expect([await ink(110, 60), await ink(1430, 60)]).toEqual([0, 0])
  })
})
