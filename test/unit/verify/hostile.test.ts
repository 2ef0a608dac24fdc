/** Files made to bring a program to a halt: each is answered, soon, and nothing is thrown. */
import {strFromU8, strToU8, unzipSync} from 'fflate'
import {beforeAll, describe, expect, it} from 'vitest'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import {inspectEpub} from '../../../src/verify/epub/inspect.ts'
import type {Limits} from '../../../src/verify/epub/zip.ts'
import {makeSoundEpub, packFiles, type Files} from '../../support/broken-epubs.ts'

let sound: Uint8Array
beforeAll(async () => { sound = await makeSoundEpub('en') })

function inspect(bytes: Uint8Array, limits?: Limits): readonly string[] {
  const {list, report} = makeLedger()
  inspectEpub(bytes, 'book.epub', report, limits)
  return [...new Set(list.map(({code}) => code))]
}

function change(path: string, make: (text: string) => string): Uint8Array {
  const files: Files = new Map(Object.entries(unzipSync(sound)))
  return packFiles(files.set(path, strToU8(make(strFromU8(files.get(path) ?? new Uint8Array())))))
}

const article = 'EPUB/inside-sales.xhtml'

describe('answered is', () => {
  it('a book of more files or bytes than are allowed', () => {
    expect(inspect(sound, {entries: 5, bytes: 1e9})).toEqual(['verify/limit'])
    expect(inspect(sound, {entries: 1000, bytes: 10_000})).toEqual(['verify/limit'])
  })

  it('a text that would fill the memory', () => {
    const copy = Buffer.from(sound)
    copy.writeUInt32LE(500e6, copy.lastIndexOf(article) - 46 + 24)
    expect(inspect(copy)).toEqual(['verify/limit'])
  })

  it('an attribute of 5 MB', () => expect(inspect(change(article, (text) => text.replace('<body', `<body title="${'x'.repeat(5e6)}"`)))).toEqual([]))

  it('entities that grow', () => {
    const entities = Array.from({length: 20}, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(20)}">`).join('')
    expect(inspect(change(article, (text) => text.replace('<!DOCTYPE html>', `<!DOCTYPE html [<!ENTITY e0 "x">${entities}]>`).replace('<p>', '<p>&e20;')))).toEqual([])
  })

  it.each([['strings', '"'], ['comments', '/*'], ['braces', '{'], ['addresses', 'url('], ['imports', '@import '], ['escapes', '\\']])('a style sheet of %s', (_, piece) => {
    expect(inspect(change('EPUB/style.css', () => piece.repeat(200_000))).filter((code) => code !== 'verify/style-syntax' && code !== 'verify/dead-link' && code !== 'verify/active-content')).toEqual([])
  })

  it('any damage to any byte', () => {
    for (let at = 0; at < sound.length; at += 37) {
      const damaged = sound.slice()
      damaged[at] = (damaged[at] ?? 0) ^ 0xff
      expect(() => inspect(damaged)).not.toThrow()
    }
  })

  it('a book cut off anywhere', () => {
    for (let length = 0; length < sound.length; length += 211) expect(inspect(sound.subarray(0, length))).not.toEqual([])
  })
})
