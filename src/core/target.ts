/** A place that releases are published to: a folder, another machine, a bucket. */
import type {ReleasedFile} from './release.ts'

/** A file there. */
export interface Stored {
  readonly path: string
  /** Bytes. */
  readonly size: number
}

/** A file of a release, to be sent. */
export interface Outgoing extends ReleasedFile {
  readonly mediaType: string
  /** How long, in seconds, others may show it without asking whether it is the newest; 0 for what leads to the rest. */
  readonly freshness: number
  /** Its bytes, which are those of the digest. Throws `TargetError` when the file has changed. */
  readonly content: () => Promise<Uint8Array>
}

/** Paths are relative, below the place. Every method throws `TargetError`. What readers see changes by `place`, `write` and `remove` only; each file is whole at any time. */
export interface Target {
  /** As the user named it. */
  readonly name: string
  /** All files there, those at work too; none where the place is yet to be made. */
  readonly list: () => Promise<readonly Stored[]>
  /** A small file; `undefined` where there is none. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>
  /** Writes a small file where there is none; `false` where there is one. */
  readonly create: (path: string, content: Uint8Array) => Promise<boolean>
  /** Writes a small file, whatever is there. */
  readonly write: (path: string, content: Uint8Array) => Promise<void>
  /** Sends contents to where no reader looks. What an earlier run has sent in whole is not sent again: `sent` is then told 0 bytes. */
  readonly stage: (files: readonly Outgoing[], sent: (file: Outgoing, bytes: number) => void) => Promise<void>
  /** Sees that these files are to be found in a folder from the time on when they are replaced or removed. */
  readonly keep: (paths: readonly string[], folder: string) => Promise<void>
  /** Puts staged files where readers look, as quickly as may be. */
  readonly place: (files: readonly Outgoing[]) => Promise<void>
  /** Removes files; those that are not there are no fault. */
  readonly remove: (paths: readonly string[]) => Promise<void>
  /** Removes all that is staged. */
  readonly clear: () => Promise<void>
}

/** The right to change a place, that one publisher has at a time. */
export interface Hold {
  /** Paths at which an earlier run, which did not end, may have put anything. */
  readonly doubtful: readonly string[]
  /** Notes, before it is done, at which paths something is to be put or removed. */
  readonly record: (paths: readonly string[]) => Promise<void>
  /** Whether nobody else has taken it. */
  readonly confirm: () => Promise<boolean>
  /** Gives it back; `isDone`: no path is doubtful any more. */
  readonly release: (isDone: boolean) => Promise<void>
}

/** Takes hold of a place, or tells who has it. */
export type TakeHold = (target: Target) => Promise<Hold | {readonly holder: string}>

/** Folder below a place in which staged files stand, and the note of a publisher at work. Hidden. */
export const stagingFolder = '.hexapla-staging'
export const holdFile = '.hexapla-publishing'

/** A place does not do what it is asked; the message, without a full stop, completes "Unexpected answer (…)". */
export class TargetError extends Error {
  override name = 'TargetError'
}
