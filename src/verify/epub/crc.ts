/** The checksum of zip files (CRC-32, ISO 3309). */

const tables = makeTables()

/** Four bytes at a time: every byte of a book passes through here in every build. */
export function crcOf(bytes: Uint8Array): number {
  const [t0, t1, t2, t3] = tables
  const whole = bytes.length & ~3
  let crc = -1
  let at = 0
  for (; at < whole; at += 4) {
    crc ^= (bytes[at] as number) | (bytes[at + 1] as number) << 8 | (bytes[at + 2] as number) << 16 | (bytes[at + 3] as number) << 24 // below the length
    crc = (t3[crc & 255] as number) ^ (t2[crc >>> 8 & 255] as number) ^ (t1[crc >>> 16 & 255] as number) ^ (t0[crc >>> 24] as number)
  }
  for (; at < bytes.length; at++) crc = (t0[(crc ^ (bytes[at] as number)) & 255] as number) ^ crc >>> 8
  return (crc ^ -1) >>> 0
}

function makeTables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const first = new Int32Array(256).map((_, byte) => {
    let value = byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? value >>> 1 ^ 0xedb88320 : value >>> 1
    return value
  })
  const next = (table: Int32Array): Int32Array => table.map((value) => (first[value & 255] as number) ^ value >>> 8)
  const second = next(first)
  const third = next(second)
  return [first, second, third, next(third)]
}
