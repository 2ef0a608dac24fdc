/** The index of an edition as data. */
import type {Id, Language} from './model.ts'

export interface IndexEntry {
  readonly heading: string
  /** Of the heading where it is not the edition's. */
  readonly language?: Language
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
