import {brotliCompressSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {readCharacters} from '../../../src/world/cmap.ts'
import {measureCoverage} from '../../../src/world/coverage.ts'

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, at) => bytes.writeUInt16BE(value & 0xffff, at * 2))
  return bytes
}

/** A–C by a difference, D and E by a list in which D has no glyph; U+1F600 and the next in groups. */
const segments = words(4, 0, 0, 6, 0, 0, 0, 0x43, 0x45, 0xffff, 0, 0x41, 0x44, 0xffff, -0x40, 0, 1, 0, 4, 0, 0, 7)
const groups = words(12, 0, 0, 28, 0, 0, 0, 1, 1, 0xf600, 1, 0xf601, 0, 9)
const cmap = Buffer.concat([words(0, 2, 3, 1, 0, 20, 3, 10, 0, 20 + segments.length), segments, groups])
const expected = [[0x41, 0x43], [0x45, 0x45], [0x1f600, 0x1f601]]

function read(font: Buffer): ReturnType<typeof readCharacters> {
  return readCharacters((at, length) => font.subarray(at, at + length), font.length)
}

describe('readCharacters', () => {
  it('reads TrueType', () => {
    const font = Buffer.concat([words(1, 0, 1, 0, 0, 0), Buffer.from('cmap'), words(0, 0, 0, 28, 0, cmap.length), cmap])
    expect(read(font)).toEqual(expected)
  })

  it('reads WOFF 2, behind a table that is transformed', () => {
    const packed = brotliCompressSync(Buffer.concat([Buffer.alloc(200), cmap]))
    const head = Buffer.alloc(48)
    head.write('wOF2')
    head.writeUInt16BE(2, 12)
    head.writeUInt32BE(packed.length, 20)
    const directory = Buffer.from([10, 0x82, 0x2c, 0x81, 0x48, 0, cmap.length]) // glyf of 300 bytes that take 200, cmap
    expect(read(Buffer.concat([head, directory, packed]))).toEqual(expected)
  })

  it('finds nothing in what is no font', () => {
    expect(read(Buffer.alloc(40))).toEqual([])
  })
})

describe('measureCoverage', () => {
  it('knows the letters of the house fonts and their families', () => {
    const {has, families} = measureCoverage()
    for (const character of 'aéжαاپुअকதกאบ漢语語한あ∑☃😀\u200d\u202f') expect(has(character.codePointAt(0) ?? 0), character).toBe(true)
    for (const character of 'ᚠ\u{10330}\ue000') expect(has(character.codePointAt(0) ?? 0), character).toBe(false)
    expect(families).toContain('NotoSerifJP')
  })
})
