/** What is published in one go, as manifest, catalogue and feeds tell of it: plain values, which a later build reads again. */
import type {Series, Subject} from './catalogue.ts'
import type {Contributor} from './contributors.ts'
import type {Direction, Format, Language, Slug} from './model.ts'
import type {OnixFeature} from './onix.ts'

/** A file below the output folder. */
export interface ReleasedFile {
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** SHA-256 of the content, hexadecimal. */
  readonly sha256: string
}

/** An edition in one format. */
export interface ReleasedProduct {
  readonly format: Format
  readonly mediaType: string
  /** One file; handouts are many. */
  readonly files: readonly ReleasedFile[]
  /** URN of this product: its ISBN, else a UUID. */
  readonly identifier: string
  /** Thirteen digits. */
  readonly isbn?: string
  readonly pages?: number
  /** Millimetres, of what is printed. */
  readonly trim?: {readonly width: number; readonly height: number}
  /** Of an e-book. */
  readonly accessibility?: readonly OnixFeature[]
}

/** An article of an edition. */
export interface ReleasedArticle {
  readonly slug: Slug
  readonly title: string
  readonly description?: string
  readonly keywords: readonly string[]
  /** Words, or characters in scripts without word spaces. */
  readonly words: number
  /** SHA-256 of what its authors wrote, hexadecimal: the same as long as its readers read the same. */
  readonly digest: string
  /** Language of the text where it is not the edition's. */
  readonly language?: Language
  /** Folio on which it begins in the printed book. */
  readonly page?: string
  /** Path of its own handout. */
  readonly handout?: string
}

/** The work in one language, in two, or its polyglot index. */
export interface ReleasedEdition {
  /** `fr`, `fr+es`, `index`: its folder. */
  readonly tag: string
  /** One, or the two of a bilingual book; all of them for a polyglot index, that of its own words first. */
  readonly languages: readonly Language[]
  readonly direction: Direction
  /** URN. */
  readonly identifier: string
  readonly title: string
  readonly sortAs?: string
  readonly subtitle?: string
  readonly description?: string
  readonly rights?: string
  /** Year or calendar date of the copyright. */
  readonly copyrighted?: string
  readonly contributors: readonly Contributor[]
  readonly series?: Series
  readonly subjects: readonly Subject[]
  /** Whole and small, as JPEG. */
  readonly cover?: ReleasedFile
  readonly thumbnail?: ReleasedFile
  /** What is seen on the cover. */
  readonly coverAlternative?: string
  /** What can be said of its accessibility, in its language. */
  readonly accessibility?: string
  /** In reading order; none of a polyglot index. */
  readonly articles: readonly ReleasedArticle[]
  readonly words: number
  /** In the order of the formats. */
  readonly products: readonly ReleasedProduct[]
}

/** The state of the manuscripts that a release was made from. */
export interface ReleasedRevision {
  readonly id: string
  readonly date: string
  /** Whether files were changed beyond it. */
  readonly changed: boolean
}

/** The publication with all that stands in its output folder. */
export interface Release {
  readonly name: string
  readonly identifier: string
  readonly sourceLanguage?: Language
  readonly publisher?: string
  /** Calendar date of publication, `2026-11-21`. */
  readonly date?: string
  /** Where the output folder is to be found on the web, with a slash at its end. */
  readonly address?: string
  /** When it was last changed, `2026-11-21T00:00:00Z`: as version control knows it, else its date, else that of the newest file. */
  readonly modified: string
  readonly revision?: ReleasedRevision
  /** Versions of what made it, by name. */
  readonly tools: Readonly<Record<string, string>>
  /** In the order of the publication. */
  readonly editions: readonly ReleasedEdition[]
  /** Files of no edition, by path: table of pages, catalogue, feeds. Neither the manifest nor its sums. */
  readonly files: readonly ReleasedFile[]
}
