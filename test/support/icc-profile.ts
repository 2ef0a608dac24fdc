/** ICC profiles made by hand: a head and a few tags, and no colours. */

interface IccFacts {
  readonly name?: string
  readonly target?: string
  readonly version?: number
  /** The tag where the colours would be. */
  readonly tables?: string
}

/** A profile of version 2 (`desc`) or 4 (`mluc`) of this class and colour space. */
export function makeIccProfile(kind = 'prtr', space = 'CMYK', {name = 'Test paper', target = '', version = 2, tables = space === 'GRAY' ? 'kTRC' : 'B2A0'}: IccFacts = {}): Uint8Array {
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', version < 4 ? describe(name) : translate(name)], ['targ', Buffer.from(`text\0\0\0\0${target}\0`, 'latin1')], [tables, Buffer.from('mft1')]
  ]
  const table = Buffer.alloc(4 + tags.length * 12)
  table.writeUInt32BE(tags.length, 0)
  let end = 128 + table.length
  tags.forEach(([tag, content], at) => {
    table.write(tag, 4 + at * 12, 'latin1')
    table.writeUInt32BE(end, 8 + at * 12)
    table.writeUInt32BE(content.length, 12 + at * 12)
    end += content.length
  })
  const head = Buffer.alloc(128)
  head.writeUInt32BE(end, 0)
  head[8] = version
  head.write(`${kind}${space.padEnd(4)}Lab `, 12, 'latin1')
  head.write('acsp', 36, 'latin1')
  return new Uint8Array(Buffer.concat([head, table, ...tags.map(([, content]) => content)]))
}

function describe(name: string): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(name.length + 1)
  return Buffer.concat([Buffer.from('desc\0\0\0\0', 'latin1'), length, Buffer.from(`${name}\0`, 'latin1')])
}

function translate(name: string): Buffer {
  const words = Buffer.from(name, 'utf16le').swap16()
  const head = Buffer.alloc(28)
  head.write('mluc', 0, 'latin1')
  for (const [at, value] of [[8, 1], [12, 12], [20, words.length], [24, 28]] as const) head.writeUInt32BE(value, at)
  return Buffer.concat([head, words])
}
