/** Digests by which releases are compared. */
import {createHash} from 'node:crypto'

/** SHA-256, hexadecimal. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** What readers see of a manuscript: title, description and text, however its lines are broken. */
export interface Readable {
  readonly title: string
  readonly description?: string
  /** The manuscript, front matter included. */
  readonly text: string
}

/** The same as long as its readers read the same: keywords and other front matter, and white space, do not count. */
export function digestOf({title, description = '', text}: Readable): string {
  return sha256(JSON.stringify([title, description, withoutFrontMatter(text)].map((words) => words.normalize('NFC').replaceAll(/\s+/g, ' ').trim())))
}

function withoutFrontMatter(text: string): string {
  return text.replace(/^\uFEFF?---[^\S\n]*\r?\n(?:[^]*?\r?\n)?(?:---|\.\.\.)[^\S\n]*(?:\r?\n|$)/, '')
}
