/** Writes PDF objects into a list of blocks, remembers where each begins, and closes the file with its table. */
import {createHash} from 'node:crypto'

export interface PdfWriter {
  /** The number of a new object, to be written later. */
  readonly reserve: (count?: number) => number
  readonly put: (n: number, text: string) => void
  /** `dictionary` without `/Length`, which is added. */
  readonly putStream: (n: number, dictionary: string, content: Uint8Array) => void
  /** Writes table and trailer and gives the whole file; its /ID is the hash of all that was written. */
  readonly finish: (root: number, info: number) => Uint8Array
}

const blockSize = 1 << 20

/** Who makes our files. */
export const producer = 'Hexapla, Skia/PDF'

/** An empty file of this version of PDF. */
export function makePdfWriter(version: '1.6' | '1.7' = '1.7'): PdfWriter {
  const blocks: Uint8Array[] = []
  const hash = createHash('sha256')
  const offsets: number[] = []
  let pending: string[] = []
  let pendingLength = 0
  let position = 0
  let next = 1

  const flush = (): void => {
    if (pendingLength === 0) return
    const block = Buffer.from(pending.join(''), 'latin1')
    hash.update(block)
    blocks.push(block)
    pending = []
    pendingLength = 0
  }
  const write = (text: string): void => {
    pending.push(text)
    pendingLength += text.length
    position += text.length
    if (pendingLength > blockSize) flush()
  }
  const writeBytes = (bytes: Uint8Array): void => {
    flush()
    hash.update(bytes)
    blocks.push(bytes)
    position += bytes.length
  }
  write(`%PDF-${version}\n%\xd3\xeb\xe9\xe1\n`)

  return {
    reserve: (count = 1) => {
      const first = next
      next += count
      return first
    },
    put: (n, text) => {
      offsets[n] = position
      write(`${n} 0 obj\n${text}\nendobj\n`)
    },
    putStream: (n, dictionary, content) => {
      offsets[n] = position
      write(`${n} 0 obj\n<<${dictionary}\n/Length ${content.length}>> stream\n`)
      writeBytes(content)
      write('\nendstream\nendobj\n')
    },
    finish: (root, info) => {
      const table = position
      const rows = ['0000000000 65535 f \n']
      for (let n = 1; n < next; n++) {
        const offset = offsets[n]
        rows.push(offset === undefined ? '0000000000 00000 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`)
      }
      write(`xref\n0 ${next}\n${rows.join('')}`)
      flush()
      const id = hash.copy().digest('hex').slice(0, 32)
      write(`trailer\n<</Size ${next}\n/Root ${root} 0 R\n/Info ${info} 0 R\n/ID [<${id}> <${id}>]>>\nstartxref\n${table}\n%%EOF\n`)
      flush()
      return Buffer.concat(blocks, position)
    }
  }
}

/** A text string (ISO 32000-2, 7.9.2.2): ASCII as it is, anything else UTF-16BE. */
export function pdfString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}

/** A name for a destination: what the browser makes of the same id. */
export function pdfName(id: string): string {
  return `/${encodeURIComponent(id).replace(/[^!-~]|[#()<>[\]{}/%]/g, (char) => char === '%' ? '%' : `#${char.charCodeAt(0).toString(16)}`)}`
}

/** A date (7.9.4) from seconds since 1970. */
export function pdfDate(seconds: number): string {
  return `(D:${new Date(seconds * 1000).toISOString().replace(/[-:T]|\.\d+Z$/g, '')}Z)`
}
