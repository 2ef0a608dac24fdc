/** Bytes → text, as XML has it (XML 1.0, appendix F): UTF-8, UTF-16, and what is neither. */
import {isUtf8} from '../../core/encoding.ts'

export interface Decoded {
  readonly text: string
  /** Legal, yet not every reading system knows it. */
  readonly isUtf16: boolean
  /** Completes "Unexpected …". */
  readonly fault?: string
}

const declaration = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/

/** The text without byte order mark. Of a faulty one as much as can be read. */
export function decodeXml(bytes: Uint8Array): Decoded {
  const [a = 0, b = 0, c = 0, d = 0] = bytes
  if (a === 0xff && b === 0xfe && c === 0 && d === 0 || a === 0 && b === 0 && c === 0xfe && d === 0xff) return {text: '', isUtf16: false, fault: 'text in UTF-32'}
  if (a === 0xff && b === 0xfe || a === 0x3c && b === 0) return decodeAs('utf-16le', bytes)
  if (a === 0xfe && b === 0xff || a === 0 && b === 0x3c) return decodeAs('utf-16be', bytes)
  const plain = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  const text = plain.charCodeAt(0) === 0xfeff ? plain.slice(1) : plain
  const named = declaration.exec(text)?.[1]?.toLowerCase() ?? 'utf-8'
  if (named.startsWith('utf-16')) return {text, isUtf16: false, fault: 'text that says it is in UTF-16 and is not'}
  if (!['utf-8', 'utf8', 'us-ascii', 'ascii'].includes(named)) return {text: decodeByName(named, bytes) ?? text, isUtf16: false, fault: `text in ${named}`}
  return text.includes('\ufffd') && !isUtf8(bytes) ? {text, isUtf16: false, fault: 'bytes that are no UTF-8'} : {text, isUtf16: false}
}

function decodeAs(encoding: 'utf-16le' | 'utf-16be', bytes: Uint8Array): Decoded {
  const text = new TextDecoder(encoding).decode(bytes)
  return {text, isUtf16: true, ...(text.includes('\ufffd') && {fault: 'bytes that are no UTF-16'})}
}

function decodeByName(name: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(name).decode(bytes)
  } catch {
    return undefined
  }
}
