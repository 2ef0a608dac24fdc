/** Nodes of the tree that live between two stages only: the serialiser throws on a survivor. */
import type {Element, ElementContent} from 'hast'
import type {Id} from './model.ts'

/** A link to another place of the publication, before link has found its target. */
export interface ReferenceNode {
  type: 'reference'
  /** As written, percent-decoding not yet done. */
  url: string
  title?: string
  children: ElementContent[]
  position?: Element['position']
}

/** A place that the index names, before indexing has listed it. Its children are shown in the text. */
export interface IndexMarkNode {
  type: 'indexMark'
  /** Main entry, then sub-entry. */
  entry: readonly string[]
  sortAs?: string
  see?: string
  seeAlso?: string
  children: ElementContent[]
  position?: Element['position']
}

/** Page numbers to be known: print sets them, an e-book leaves them out or names the places. */
export interface FolioNode {
  type: 'folio'
  use: 'contents' | 'reference' | 'index'
  /** In print one number each, equal ones once, neighbours as a range. */
  targets: readonly Id[]
  /** Whether it stands among words of the second language of an edition in two. */
  isSecond?: boolean
}

declare module 'hast' {
  interface ElementContentMap {
    reference: ReferenceNode
    indexMark: IndexMarkNode
    folio: FolioNode
  }
  interface RootContentMap {
    reference: ReferenceNode
    indexMark: IndexMarkNode
    folio: FolioNode
  }
}
