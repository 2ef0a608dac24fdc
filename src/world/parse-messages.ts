/** What the parse pool and its workers say to each other. */
import type {Manuscript, ParseSettings} from '../core/model.ts'

export interface WorkerSetup {
  /** Module that exports `parseManuscript`. */
  readonly parser: string
  /**
   * Three 64-bit numbers, written by the worker: the article it is at (-1: none), since when (ms since 1970), and the
   * processor time it had used by then (ms).
   */
  readonly watch: SharedArrayBuffer
}

export interface Batch {
  readonly manuscripts: readonly Manuscript[]
  readonly settings: ParseSettings
}

export type WorkerMessage =
  /** `thread`: its name for `processorTime`. */
  | {readonly kind: 'ready'; readonly thread: string | undefined}
  /** A `Parsed` as `v8.serialize` writes it: the very bytes that the cache keeps. */
  | {readonly kind: 'parsed'; readonly index: number; readonly serialised: Uint8Array}
  /** `isLimit`: the text was too much; else the parser is wrong. */
  | {readonly kind: 'thrown'; readonly index: number; readonly reason: string; readonly isLimit: boolean}
  | {readonly kind: 'done'}
