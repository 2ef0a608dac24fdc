/** A picture file without what it tells of camera, place and program: its pixels are not touched. */

/** The same picture without metadata, or `undefined` for a file that is not built as its format demands. PNG and JPEG. */
export function maybeWithoutMetadata(content: Uint8Array, mediaType: 'image/png' | 'image/jpeg'): Uint8Array | undefined {
  return mediaType === 'image/png' ? maybeBarePng(content) : maybeBareJpeg(content)
}

/** Chunks that decide how the picture looks (PNG § 11, APNG); a colour profile is not among them: who has one is converted. */
const looks = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'acTL', 'fcTL', 'fdAT'])

function maybeBarePng(content: Uint8Array): Uint8Array | undefined {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const parts = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length;) {
    const next = at + 12 + bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (next > bytes.length) return undefined
    if (looks.has(type)) parts.push(bytes.subarray(at, next))
    if (type === 'IEND') return Buffer.concat(parts) // what may follow is no part of the picture
    at = next
  }
  return undefined
}

/** Segments of applications and comments (JPEG § B.1.1.3), but for JFIF and for Adobe's, which says how colours are coded. */
const isTelling = (marker: number): boolean => (marker > 0xe0 && marker <= 0xef && marker !== 0xee) || marker === 0xfe

function maybeBareJpeg(content: Uint8Array): Uint8Array | undefined {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const parts = [bytes.subarray(0, 2)]
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) { // a filling byte
      at += 1
      continue
    }
    let next = at + 2 + bytes.readUInt16BE(at + 2)
    if (marker === 0xda) next = findMarker(bytes, next)
    if (next > bytes.length) return undefined
    if (!isTelling(marker)) parts.push(bytes.subarray(at, next))
    at = next
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) { // the end; cameras hide further pictures behind it
      parts.push(bytes.subarray(at, at + 2))
      return Buffer.concat(parts)
    }
  }
  return undefined
}

/** Where the coded data of a scan end: at a marker that neither stands for the byte FF nor for a restart. */
function findMarker(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? 0
    if (marker !== 0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7)) return at
  }
  return bytes.length + 1
}
