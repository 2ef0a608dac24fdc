/** The colours of sRGB (IEC 61966-2-1) as an ICC profile of version 4 (ISO 15076-1), made from the published numbers. */

const sRgb = {
  /** The white of profiles, D50. */
  white: [0.9642, 1, 0.8249],
  /** Primaries, adapted from D65 to it by Bradford's matrix, which follows. */
  red: [0.43606567, 0.22248840, 0.01391602],
  green: [0.38514709, 0.71687317, 0.09707642],
  blue: [0.14306641, 0.06060791, 0.71409607],
  adaptation: [1.04788208, 0.02291870, -0.05021667, 0.02958679, 0.99047852, -0.01707458, -0.00923157, 0.01507568, 0.75167847],
  /** `Y = (aX + b)^g`, below `d` `Y = cX`: g, a, b, c, d. */
  curve: [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]
} as const

/** The whole profile; the same bytes every time. */
export function makeRgbProfile(): Uint8Array {
  const curve = Buffer.concat([Buffer.from('para\0\0\0\0\0\x03\0\0', 'latin1'), fixed(sRgb.curve)])
  const tags: readonly (readonly [name: string, content: Buffer])[] = [
    ['desc', words('sRGB')], ['cprt', words('No copyright, use freely')], ['wtpt', xyz(sRgb.white)], ['chad', Buffer.concat([Buffer.from('sf32\0\0\0\0', 'latin1'), fixed(sRgb.adaptation)])],
    ['rXYZ', xyz(sRgb.red)], ['gXYZ', xyz(sRgb.green)], ['bXYZ', xyz(sRgb.blue)], ['rTRC', curve], ['gTRC', curve], ['bTRC', curve]
  ]
  const table = Buffer.alloc(4 + tags.length * 12)
  table.writeUInt32BE(tags.length, 0)
  const contents = [...new Set(tags.map(([, content]) => content))]
  const offsets = new Map<Buffer, number>()
  let end = 128 + table.length
  for (const content of contents) {
    offsets.set(content, end)
    end += content.length
  }
  tags.forEach(([name, content], at) => {
    table.write(name, 4 + at * 12, 'latin1')
    table.writeUInt32BE(offsets.get(content) ?? 0, 8 + at * 12)
    table.writeUInt32BE(content.length, 12 + at * 12)
  })
  return Buffer.concat([makeHead(end), table, ...contents])
}

/** Of a display's profile, from RGB to XYZ (7.2). */
function makeHead(size: number): Buffer {
  const head = Buffer.alloc(128)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(0x04200000, 8)
  head.write('mntrRGB XYZ ', 12, 'latin1')
  for (const [at, value] of [2026, 1, 1].entries()) head.writeUInt16BE(value, 24 + at * 2)
  head.write('acsp', 36, 'latin1')
  fixed(sRgb.white).copy(head, 68)
  return head
}

function xyz(values: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from('XYZ \0\0\0\0', 'latin1'), fixed(values)])
}

/** s15Fixed16Number. */
function fixed(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, at) => bytes.writeInt32BE(Math.round(value * 65536), at * 4))
  return bytes
}

/** multiLocalizedUnicodeType in English, filled up to four bytes. */
function words(text: string): Buffer {
  const string = Buffer.from(text, 'utf16le').swap16()
  const head = Buffer.alloc(28)
  head.write('mluc', 0, 'latin1')
  ;[1, 12].forEach((value, at) => head.writeUInt32BE(value, 8 + at * 4))
  head.write('enUS', 16, 'latin1')
  ;[string.length, 28].forEach((value, at) => head.writeUInt32BE(value, 20 + at * 4))
  return Buffer.concat([head, string, Buffer.alloc((4 - string.length % 4) % 4)])
}
