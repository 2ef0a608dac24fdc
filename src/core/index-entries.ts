/** The index of an edition as data. */
import type {Id} from './model.ts'

export interface IndexEntry {
  readonly heading: string
  /** Places in reading order. */
  readonly locators: readonly Id[]
  /** Headings of other entries. */
  readonly see: readonly string[]
  readonly seeAlso: readonly string[]
  readonly subentries: readonly IndexEntry[]
  /** Id of the entry itself, so that "see" can lead to it. */
  readonly id: Id
}

export interface IndexGroup {
  /** Letter heading: `A`, `か`, `ㄱ`, or the term for symbols. */
  readonly heading: string
  readonly entries: readonly IndexEntry[]
}
