/** What is made of an edition: the files that are published. */
import type {Accessibility} from './accessibility.ts'
import type {LateFile} from './handouts.ts'
import type {Format, Id, Language} from './model.ts'
import type {PrintMeasures} from './paper.ts'

/** A file that lies beside a product. */
export interface Companion {
  /** Path below the output folder. */
  readonly path: string
  readonly content: Uint8Array
}

/** A finished edition in one format. */
export interface Product {
  readonly format: Format
  readonly language: Language
  /** Path below the output folder. */
  readonly path: string
  readonly content: Uint8Array
  /** Files that belong to it, such as its cover for the shelves of shops. */
  readonly companions?: readonly Companion[]
  /** The product itself, where it is many files; its own content is then empty. */
  readonly files?: readonly LateFile[]
  /** What it offers to those who cannot see, hear or hold it; absent for print. */
  readonly accessibility?: Accessibility
  /** What a printer must know: sizes, sheets, paper. */
  readonly measures?: PrintMeasures
  /** Printed pages; absent for EPUB. */
  readonly pages?: number
  /** Files within an e-book, by the division that they hold. */
  readonly documentById?: ReadonlyMap<Id, string>
  /** Links that lead from one place of the book to another, checked in the finished file. */
  readonly links: number
}
