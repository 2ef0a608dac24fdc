/** A book with every kind of picture, sound and unsound, built as a user builds it and judged by EPUBCheck. */
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {unzipSync} from 'fflate'
import sharp from 'sharp'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {runHexapla} from '../support/run-hexapla.ts'
import {checkEpubs} from './epubcheck.ts'

const folder = mkdtempSync(join(tmpdir(), 'hexapla-pictures-'))
const names = ['wide.jpg', 'sharp.png', 'soft.webp', 'still.gif', 'drawn.svg', 'again.jpg']

async function writeBook(): Promise<void> {
  for (const language of ['en', 'ja']) {
    mkdirSync(join(folder, 'book', language), {recursive: true})
    writeFileSync(join(folder, 'book', language, 'gallery.md'), `# Gallery\n\n${[...names, 'cut.png'].map((name) => `![A ${name}](/images/${name})\n`).join('\n')}`)
  }
  mkdirSync(join(folder, 'book', 'images'))
  writeFileSync(join(folder, 'book', 'publication.yaml'), 'title: Gallery\npictures: {max-width: 300}\nformats: [epub]\n')
  writeFileSync(join(folder, 'book', 'ja', 'edition.yaml'), 'cover: images/soft.webp\ncover-alt: 表紙の写真\n')
  const pixels = sharp({create: {width: 400, height: 300, channels: 3, background: '#a62'}})
  const jpeg = await pixels.clone().jpeg().toBuffer()
  const pictures: Readonly<Record<string, Uint8Array | string>> = {
    'wide.jpg': jpeg, 'again.jpg': jpeg, 'sharp.png': await pixels.clone().png().toBuffer(), 'soft.webp': await pixels.clone().webp().toBuffer(),
    'still.gif': await pixels.clone().gif().toBuffer(), 'drawn.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>',
    'cut.png': (await sharp({create: {width: 400, height: 300, channels: 3, noise: {type: 'gaussian', mean: 128, sigma: 60}, background: '#000'}}).png().toBuffer()).subarray(0, 4000)
  }
  for (const [name, content] of Object.entries(pictures)) writeFileSync(join(folder, 'book', 'images', name), content)
}

const build = (out: string, ...more: readonly string[]): ReturnType<typeof runHexapla> => runHexapla(['build', join(folder, 'book'), '--out', join(folder, out), ...more])
const book = (out: string, language: string): string => join(folder, out, language, `book-${language}.epub`)

beforeAll(writeBook)
afterAll(() => rmSync(folder, {recursive: true, force: true}))

it('holds pictures that every reader knows, once each, and passes; the broken one is an error, not the end', async () => {
  const run = await build('first')
  expect(run.status, run.stderr).toBe(1)
  expect(new Set(run.stderr.match(/\(\w+\/[\w-]+\)$/gm))).toEqual(new Set(['(epub/picture-broken)']))
  const kept = (language: string): readonly string[] => Object.keys(unzipSync(readFileSync(book('first', language)))).filter((name) => name.startsWith('EPUB/images/'))
  expect(kept('en').map((name) => name.slice(12))).toEqual(['1-cover.jpg', '2-wide.jpg', '3-sharp.png', '4-soft.jpg', expect.stringMatching(/^5-still\.(?:gif|png)$/), '6-drawn.svg'])
  for (const [file, {messages}] of await checkEpubs(['en', 'ja'].map((language) => book('first', language)))) expect(messages, file).toEqual([])
})

it('is the same to the byte with a cold cache', async () => {
  await build('second', '--no-cache')
  for (const language of ['en', 'ja']) expect(Buffer.compare(readFileSync(book('first', language)), readFileSync(book('second', language)))).toBe(0)
})
