/** What the house fonts that are installed can show, each within the range that it is used for. */
import {closeSync, fstatSync, openSync, readSync} from 'node:fs'
import type {Coverage} from '../core/world.ts'
import {readCharacters, type Range} from './cmap.ts'
import {houseFaces, maybeFontFile} from './fonts.ts'

/** One bit would do, but a byte is faster. */
const characters = 0x110000

/** Reads the fonts: some megabytes of tables, a tenth of a second. */
export function measureCoverage(): Coverage {
  const covered = new Uint8Array(characters)
  for (const face of houseFaces) {
    if (face.weight !== 400 || face.style !== 'normal') continue // the others of a family have the same
    const file = maybeFontFile(face)
    if (file === undefined) continue
    const ranges = readFont(file)
    for (const [first, last] of face.range === undefined ? ranges : intersect(ranges, parseRange(face.range))) covered.fill(1, first, last + 1)
  }
  const families = new Set(houseFaces.map(({family}) => family.replaceAll(' ', '')))
  return {has: (codePoint) => covered[codePoint] === 1, families}
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
