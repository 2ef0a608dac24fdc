/** What house fonts at hand can show, each within the range that it is used for. */
import {closeSync, fstatSync, openSync, readSync} from 'node:fs'
import type {Coverage} from '../core/world.ts'
import {readCharacters, type Range} from './cmap.ts'
import {facesByFamily, type FontFace} from './fonts/families.ts'
import {maybeFontFile} from './fonts/places.ts'

/** One bit would do, but a byte is faster. */
const characters = 0x110000

const rangesByFile = new Map<string, readonly Range[]>()

/** Reads the fonts of the families: some megabytes of tables, a tenth of a second for many; each font once. */
export function measureCoverage(families: Iterable<string> = facesByFamily.keys()): Coverage {
  const covered = new Uint8Array(characters)
  const named = [...new Set(families)]
  for (const family of named) {
    for (const face of facesByFamily.get(family) ?? []) {
      if (face.weight !== 400 || face.style !== 'normal') continue // the others of a family have the same
      for (const [first, last] of rangesOf(face)) covered.fill(1, first, last + 1)
    }
  }
  return {has: (codePoint) => covered[codePoint] === 1, families: new Set(named.map((family) => family.replaceAll(' ', '')))}
}

function rangesOf(face: FontFace): readonly Range[] {
  const file = maybeFontFile(face)
  if (file === undefined) return []
  const ranges = rangesByFile.get(file) ?? readFont(file)
  rangesByFile.set(file, ranges)
  return face.range === undefined ? ranges : intersect(ranges, parseRange(face.range))
}

function readFont(file: string): readonly Range[] {
  const open = openSync(file, 'r')
  try {
    return readCharacters((at, length) => {
      const bytes = Buffer.alloc(length)
      readSync(open, bytes, 0, length, at)
      return bytes
    }, fstatSync(open).size)
  } finally {
    closeSync(open)
  }
}

/** CSS `unicode-range`. */
function parseRange(range: string): readonly Range[] {
  return [...range.matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/gi)].map(([, first = '', last = first]) => [Number.parseInt(first, 16), Number.parseInt(last, 16)])
}

function intersect(ranges: readonly Range[], limits: readonly Range[]): readonly Range[] {
  return ranges.flatMap(([first, last]) => limits.flatMap(([from, to]): readonly Range[] =>
    Math.max(first, from) <= Math.min(last, to) ? [[Math.max(first, from), Math.min(last, to)]] : []))
}
