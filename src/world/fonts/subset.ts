/** Fonts cut down to the characters of a text, for e-books. */
import {readFile} from 'node:fs/promises'
import subset from 'subset-font'
import type {FontCut, FontSubset} from '../../core/world.ts'
import type {Cache} from '../cache.ts'
import {readCharacters} from '../cmap.ts'
import {facesByFamily} from './families.ts'
import {maybeFontFile} from './places.ts'

/** Copyright, family, style, identifier, full name, version, PostScript name, licence and its address (OpenType `name`). */
const keptNames = [0, 1, 2, 3, 4, 5, 6, 13, 14]

/** The subset, from the cache where it was made before; what is not at hand is not remembered. */
export async function recallSubset(cut: FontCut, text: string, {recall}: Pick<Cache, 'recall'>): Promise<FontSubset | undefined> {
  if (maybeFile(cut) === undefined) return undefined
  return recall('font', [cut, [...new Set(text)].sort().join('')], () => subsetFace(cut, text))
}

function maybeFile({family, weight, style}: FontCut): string | undefined {
  const face = facesByFamily.get(family)?.find((each) => each.weight === weight && each.style === style && each.isForeign !== true)
  return face && maybeFontFile(face)
}

/** The subset as TrueType with all features of layout; `undefined` where the font is not at hand or has none of the characters. */
export async function subsetFace(cut: FontCut, text: string): Promise<FontSubset | undefined> {
  const file = maybeFile(cut)
  if (file === undefined) return undefined
  const font = await readFile(file)
  const ranges = readCharacters((at, length) => font.subarray(at, at + length), font.length)
  const shown = [...new Set(text)].filter((character) => {
    const codePoint = character.codePointAt(0) ?? 0
    return ranges.some(([first, last]) => codePoint >= first && codePoint <= last)
  }).sort()
  if (!shown.some((character) => /[\p{L}\p{N}]/u.test(character))) return undefined
  const content = await subset(font, shown.join(''), {targetFormat: 'truetype', preserveNameIds: keptNames})
  return {content, copyright: readCopyright(content)}
}

/** The copyright notice of a TrueType font (OpenType `name`, id 0, in English for Windows); empty where it has none. */
export function readCopyright(font: Uint8Array): string {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const tables = view.getUint16(4)
  for (let at = 12; at < 12 + tables * 16; at += 16) {
    if (view.getUint32(at) !== 0x6e616d65) continue // `name`
    const table = view.getUint32(at + 8)
    const [count, strings] = [view.getUint16(table + 2), table + view.getUint16(table + 4)]
    for (let record = table + 6; record < table + 6 + count * 12; record += 12) {
      if (view.getUint16(record) !== 3 || view.getUint16(record + 6) !== 0) continue
      const start = strings + view.getUint16(record + 10)
      return new TextDecoder('utf-16be').decode(font.subarray(start, start + view.getUint16(record + 8))).trim()
    }
  }
  return ''
}
