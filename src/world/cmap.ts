/** Which characters a font has: its `cmap`, out of TrueType or OpenType files and out of WOFF 2. */
import {brotliDecompressSync} from 'node:zlib'

/** First and last code point. */
export type Range = readonly [number, number]

/** Bytes from `at` on, `length` of them. */
export type ReadBytes = (at: number, length: number) => Buffer

/** The ranges of a font's Unicode tables, unsorted; none for a file that is no font. */
export function readCharacters(read: ReadBytes, size: number): readonly Range[] {
  const kind = read(0, 4).toString('latin1')
  const table = kind === 'wOF2' ? tableOfWoff2(read(0, size)) : tableOfSfnt(read)
  return table ? readTable(table) : []
}

/** OpenType 1.9.1, “Table directory”. */
function tableOfSfnt(read: ReadBytes): Buffer | undefined {
  const count = read(4, 2).readUInt16BE()
  const directory = read(12, count * 16)
  for (let at = 0; at < directory.length; at += 16) {
    if (directory.toString('latin1', at, at + 4) === 'cmap') return read(directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12))
  }
  return undefined
}

/** Numbers of the tables that its directory names by number (WOFF 2, 4.1): all that matter here. */
const [cmap, glyf, loca, unnamed] = [0, 10, 11, 63]

/** WOFF File Format 2.0, 4: a directory, then all tables one after another, packed as one. */
function tableOfWoff2(bytes: Buffer): Buffer | undefined {
  const count = bytes.readUInt16BE(12)
  const packed = bytes.readUInt32BE(20)
  let [at, begin, end] = [48, 0, 0]
  let [from, to] = [-1, -1]
  const readLength = (): number => { // UIntBase128
    let value = 0
    for (let more = true; more; at++) {
      const byte = bytes.readUInt8(at)
      value = value * 128 + (byte & 127)
      more = byte > 127
    }
    return value
  }
  for (let n = 0; n < count; n++) {
    const flags = bytes.readUInt8(at++)
    const number = flags & 63
    const name = number === unnamed ? bytes.toString('latin1', at, at += 4) : number === cmap ? 'cmap' : ''
    const length = readLength()
    const isTransformed = number === glyf || number === loca ? flags >> 6 === 0 : flags >> 6 !== 0
    end = begin + (isTransformed ? readLength() : length)
    if (name === 'cmap') [from, to] = [begin, end]
    begin = end
  }
  return from < 0 ? undefined : brotliDecompressSync(bytes.subarray(at, at + packed)).subarray(from, to)
}

/** Subtables of formats 4 and 12, which all fonts of today have one of. */
function readTable(table: Buffer): readonly Range[] {
  const ranges: Range[] = []
  for (let n = 0; n < table.readUInt16BE(2); n++) {
    const [platform, encoding, offset] = [table.readUInt16BE(4 + n * 8), table.readUInt16BE(6 + n * 8), table.readUInt32BE(8 + n * 8)]
    const isUnicode = platform === 0 && encoding !== 5 || platform === 3 && (encoding === 1 || encoding === 10)
    const format = table.readUInt16BE(offset)
    if (isUnicode && format === 4) ranges.push(...readSegments(table.subarray(offset)))
    if (isUnicode && format === 12) ranges.push(...readGroups(table.subarray(offset)))
  }
  return ranges
}

/** Format 12: groups of characters whose glyphs follow upon one another. */
function readGroups(table: Buffer): readonly Range[] {
  return Array.from({length: table.readUInt32BE(12)}, (_, n): Range => [table.readUInt32BE(16 + n * 12), table.readUInt32BE(20 + n * 12)])
}

/** Format 4: segments of the basic plane; a character may still lead to glyph 0. */
function readSegments(table: Buffer): readonly Range[] {
  const length = table.readUInt16BE(6) // twice the number of segments
  const ranges: Range[] = []
  for (let at = 14; at < 14 + length; at += 2) {
    const [last, first] = [table.readUInt16BE(at), table.readUInt16BE(at + length + 2)]
    const [delta, offsetAt] = [table.readUInt16BE(at + length * 2 + 2), at + length * 3 + 2]
    const offset = table.readUInt16BE(offsetAt)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = offset === 0 ? code + delta & 0xffff : table.readUInt16BE(offsetAt + offset + (code - first) * 2)
      if (glyph !== 0) extend(ranges, code)
    }
  }
  return ranges
}

function extend(ranges: Range[], code: number): void {
  const last = ranges.at(-1)
  if (last?.[1] === code - 1) ranges[ranges.length - 1] = [last[0], code]
  else ranges.push([code, code])
}
