/** A finished book by anyone: what it is by its first bytes, and what is wrong with it. */
import type {Report} from '../core/diagnostic.ts'
import {inspectEpub} from './epub/inspect.ts'
import type {Row} from './preflight/report.ts'

/** What can be verified by the file alone. */
export type Kind = 'epub' | 'pdf'

/** The kind of a book by its first bytes and its name, or what it is instead: completes "Unexpected …". */
export function judgeKind(bytes: Uint8Array, name: string): Kind | {readonly instead: string} {
  const isNamedEpub = /\.epub$/i.test(name)
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (start.includes('%PDF-') || !isNamedEpub && /\.pdf$/i.test(name)) return 'pdf'
  if (isNamedEpub) return 'epub'
  return {instead: `file ${name}, expected an EPUB, whose name ends with .epub, or a PDF`}
}

/** Reports what is wrong, at places below `name`; for a PDF also gives the rows of its preflight. */
export async function verifyFile(bytes: Uint8Array, name: string, report: Report): Promise<readonly Row[]> {
  if (judgeKind(bytes, name) === 'pdf') return (await import('./preflight/inspect.ts')).inspectPdf(bytes, name, report)
  inspectEpub(bytes, name, report)
  return []
}
