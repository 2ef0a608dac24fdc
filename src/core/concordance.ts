/** Where the articles and headwords of finished editions stand, to be compared across languages. */
import type {EditionSpec, Id, Slug} from './model.ts'

/** A headword of an index with the place that it leads to. */
export interface Headword {
  readonly slug: Slug
  readonly kind: 'title' | 'keyword' | 'mark'
  /** Main entry, then sub-entry. */
  readonly path: readonly string[]
  readonly sortAs?: string
  readonly id: Id
}

/** A place in the printed book. */
export interface PagePlace {
  /** Physical page from 1. */
  readonly page: number
  /** Its folio. */
  readonly label: string
}

/** One edition as a concordance sees it. */
export interface Shelved {
  readonly spec: EditionSpec
  /** In reading order. */
  readonly articles: readonly {readonly slug: Slug; readonly id: Id; readonly title: string}[]
  readonly headwords: readonly Headword[]
  /** Empty: it was not printed. */
  readonly placeById: ReadonlyMap<Id, PagePlace>
  /** File within the e-book, by article; empty: there is none. */
  readonly documentById: ReadonlyMap<Id, string>
}
