/** A finished output folder, to be judged and sent on: it is only read. */
import type {Listed} from './world.ts'

/** What stands behind a path. */
export interface Digest {
  /** Bytes. */
  readonly size: number
  /** SHA-256, hexadecimal. */
  readonly sha256: string
}

export interface OutputFolder {
  /** As the user named it. */
  readonly name: string
  /** All files and links below it, hidden ones too, sorted by path; what a build at work keeps there left out. */
  readonly list: () => Promise<readonly Listed[]>
  /** A regular file in whole; `undefined` where there is none, or where a link leads there. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>
  /** The same as `read`, without holding it. */
  readonly digest: (path: string) => Promise<Digest | undefined>
}
