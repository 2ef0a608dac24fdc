/** Looks whether the browser gave what it was asked for: a whole PDF that is not blank. */
import type {PrintJob} from '../core/world.ts'

/** The PDF; throws where it is cut off, or has neither letters nor pictures though the document has words. */
export function checkPrinted(printed: Uint8Array, {html}: Pick<PrintJob, 'html'>): Uint8Array {
  const bytes = Buffer.from(printed.buffer, printed.byteOffset, printed.byteLength)
  const isWhole = bytes.toString('latin1', 0, 5) === '%PDF-' && /startxref\s+\d+\s+%%EOF\s*$/.test(bytes.toString('latin1', Math.max(0, bytes.length - 64)))
  if (!isWhole) throw new Error(`its PDF of ${bytes.length} bytes was cut off`)
  const isBlank = !bytes.includes('/Type /Font') && !bytes.includes('/Subtype /Image')
  if (isBlank && hasWords(html)) throw new Error('its PDF was blank')
  return printed
}

function hasWords(html: string): boolean {
  const body = html.slice(html.search(/<body\b/)).replaceAll(/<(style|script|svg|nav hidden)\b[^]*?<\/(?:\1|nav)>|<[^>]*>/g, '')
  return /[\p{L}\p{N}]/u.test(body.replaceAll(/&\w+;/g, ''))
}
