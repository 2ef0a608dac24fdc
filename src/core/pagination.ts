/** The pages of the printed book, as its e-book names them. */
import type {ElementContent} from 'hast'
import type {Numbering} from './folio.ts'
import type {Id} from './model.ts'

/** Where a page of the printed book begins: before a node of the edition's tree, or inside of a text of it. */
export interface PageStart {
  /** Its folio, `xii` or `42`, printed or only counted. */
  readonly label: string
  /** Physical page from 1. */
  readonly page: number
  readonly division: Id
  /** The division's tree or a node of it. */
  readonly node: ElementContent
  /** How much of a text node stands on the page before, in UTF-16 code units; 0 for any other node. */
  readonly offset: number
}

/** The pages of the printed book, as the e-book of the same edition names them. */
export interface Pagination extends Numbering {
  /** In reading order; blank pages are left out. */
  readonly starts: readonly PageStart[]
  /** Physical page from 1 of what is pointed at. */
  readonly pageById: ReadonlyMap<Id, number>
}
