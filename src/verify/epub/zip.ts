/** The zip file read from its directory at the end (APPNOTE 6.3), without trust: nothing is unpacked that was not asked for or is larger than it says. */
import {inflateRawSync} from 'node:zlib'
import {crcOf} from './crc.ts'

export interface ZipEntry {
  /** As it stands in the directory, with forward slashes or not. */
  readonly path: string
  readonly isUnicode: boolean
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly isEncrypted: boolean
  readonly packed: number
  readonly size: number
  readonly crc: number
  /** Of its local header. */
  readonly offset: number
}

export type ZipFault =
  | {readonly kind: 'none' | 'truncated'; readonly reason: string}
  | {readonly kind: 'limit'; readonly reason: string; readonly expected: string}

export interface Limits {
  readonly entries: number
  /** Bytes of all entries unpacked. */
  readonly bytes: number
}

/** Far beyond any book that shops take (Apple 2 GB, Kobo 1 GB, KDP 650 MB). */
export const usualLimits: Limits = {entries: 65_535, bytes: 2 ** 31}

const endSignature = 0x06054b50
const directorySignature = 0x02014b50
const localSignature = 0x04034b50

/** The entries in the order of the directory, or why there are none. */
export function listEntries(bytes: Uint8Array, limits: Limits = usualLimits): readonly ZipEntry[] | ZipFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return describeAbsence(view)
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  if (count === 0xffff || start === 0xffffffff) return {kind: 'limit', reason: 'zip file in 64-bit form', expected: `at most ${limits.entries} files and 4 GiB, which every reading system opens`}
  if (count > limits.entries) return {kind: 'limit', reason: `${count} files`, expected: `at most ${limits.entries}`}
  const entries: ZipEntry[] = []
  let at = start
  for (let number = 0; number < count; number++) {
    if (at + 46 > end || view.getUint32(at, true) !== directorySignature) return {kind: 'truncated', reason: `directory that breaks off after ${number} of ${count} files`}
    const length = view.getUint16(at + 28, true)
    entries.push(readEntry(bytes, view, at, length))
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return maybeBomb(entries, bytes.length, limits) ?? entries
}

/** The end record may be followed by a comment of up to 65,535 bytes. */
function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  return undefined
}

function describeAbsence(view: DataView): ZipFault {
  if (view.byteLength === 0) return {kind: 'none', reason: 'empty file'}
  const isBegun = view.byteLength >= 4 && view.getUint32(0, true) === localSignature
  if (view.byteLength >= 4 && view.getUint32(0) === 0x25504446) return {kind: 'none', reason: 'PDF'}
  return isBegun ? {kind: 'truncated', reason: 'zip file without its end'} : {kind: 'none', reason: 'file that is no zip file'}
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, length: number): ZipEntry {
  const flags = view.getUint16(at + 8, true)
  const name = bytes.subarray(at + 46, at + 46 + length)
  const path = Buffer.from(name.buffer, name.byteOffset, name.byteLength).toString('utf8')
  return {
    path, isUnicode: !path.includes('\ufffd'), method: view.getUint16(at + 10, true), isEncrypted: (flags & 1) === 1,
    crc: view.getUint32(at + 16, true), packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), offset: view.getUint32(at + 42, true)
  }
}

function maybeBomb(entries: readonly ZipEntry[], length: number, limits: Limits): ZipFault | undefined {
  const [packed, size] = [entries.reduce((sum, entry) => sum + entry.packed, 0), entries.reduce((sum, entry) => sum + entry.size, 0)]
  if (size > limits.bytes) return {kind: 'limit', reason: `${size} bytes when unpacked`, expected: `at most ${limits.bytes}`}
  if (packed > length) return {kind: 'truncated', reason: `directory that promises ${packed} bytes in a file of ${length}`}
  return undefined
}

/** Bytes of the local header's extra field; `undefined` when there is no header. */
export function extraLengthOf(bytes: Uint8Array, {offset}: ZipEntry): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== localSignature) return undefined
  return view.getUint16(offset + 28, true)
}

/** The content of an entry, or in words what is wrong with it. */
export function readContent(bytes: Uint8Array, entry: ZipEntry): Uint8Array | string {
  const extra = extraLengthOf(bytes, entry)
  if (extra === undefined) return 'no file where the directory says'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + extra
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length < entry.packed) return 'content that breaks off'
  if (entry.method !== 0 && entry.method !== 8) return `compression of kind ${entry.method}, which reading systems do not know`
  const content = entry.method === 0 ? packed : inflate(packed, entry.size)
  if (typeof content === 'string') return content
  if (content.length !== entry.size) return `${content.length} bytes instead of ${entry.size}`
  return crcOf(content) === entry.crc ? content : 'content that does not agree with its checksum'
}

function inflate(packed: Uint8Array, size: number): Uint8Array | string {
  try {
    return inflateRawSync(packed, {maxOutputLength: Math.max(size, 1)})
  } catch (error) {
    const isLonger = error instanceof RangeError
    return isLonger ? `more than the ${size} bytes that the directory says` : 'compressed content that cannot be unpacked'
  }
}
