import {describe, expect, it} from 'vitest'
import {readCharacters} from '../../../../src/world/cmap.ts'
import {readCopyright, subsetFace} from '../../../../src/world/fonts/subset.ts'

const regular = {family: 'Noto Serif', weight: 400, style: 'normal'} as const

describe('subsetFace', () => {
  it('has the characters of the text that the font has, its copyright, and the same bytes for the same characters', async () => {
    const made = await subsetFace(regular, 'Économie Ωж漢')
    const again = await subsetFace(regular, 'ж ΩiemÉcno漢cc')
    const font = Buffer.from(made?.content ?? [])
    const characters = readCharacters((at, length) => font.subarray(at, at + length), font.length).flatMap(([first, last]) => Array.from({length: last - first + 1}, (_, at) => String.fromCodePoint(first + at)))
    expect([...new Set(characters)].sort().join('')).toBe(' ceimnoÉΩж')
    expect(font.length).toBeLessThan(20_000)
    expect(font.readUInt32BE(0)).toBe(0x10000) // TrueType
    expect(made?.copyright).toMatch(/^Copyright \d{4} The Noto Project Authors/)
    expect(again?.content).toEqual(made?.content)
  })

  it('is nothing where the font has no letter of the text, or is none', async () => {
    expect(await subsetFace(regular, '漢字 ')).toBeUndefined()
    expect(await subsetFace({...regular, family: 'Comic Sans'}, 'a')).toBeUndefined()
  })
})

it('a font without names has no copyright', () => expect(readCopyright(new Uint8Array(12))).toBe(''))
