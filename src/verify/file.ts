/** A finished book by anyone: what it is by its first bytes, and what is wrong with it. */
import type {Report} from '../core/diagnostic.ts'
import {inspectEpub} from './epub/inspect.ts'

/** What can be verified by the file alone. Print joins here. */
export type Kind = 'epub'

/** The kind of a book by its first bytes and its name, or what it is instead: completes "Unexpected …". */
export function judgeKind(bytes: Uint8Array, name: string): Kind | {readonly instead: string} {
  const isNamedEpub = /\.epub$/i.test(name)
  const start = Buffer.from(bytes.subarray(0, 5)).toString('latin1')
  if (isNamedEpub) return 'epub'
  return {instead: start === '%PDF-' ? `PDF ${name}, expected an EPUB: PDFs cannot be verified yet` : `file ${name}, expected an EPUB, whose name ends with .epub`}
}

/** Reports what is wrong, at places below `name`. */
export function verifyFile(bytes: Uint8Array, name: string, report: Report): void {
  inspectEpub(bytes, name, report)
}
