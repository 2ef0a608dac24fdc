/** The nouns that every stage knows: what is read, what is parsed, what is composed, what is made. */
import type {Element, ElementContent, Root} from 'hast'
import type {ArticleFacts} from './article-facts.ts'
import type {Pairing, SecondLanguage} from './bilingual.ts'
import type {AccessibilityClaim, Series, Subject} from './catalogue.ts'
import type {ChangesSetup} from './changes.ts'
import type {Headword} from './concordance.ts'
import type {Contributor} from './contributors.ts'
import type {Diagnostic, Silence} from './diagnostic.ts'
import type {Numerals} from './folio.ts'
import type {HandoutSetup} from './handouts.ts'
import type {PageGeometry, Typesetting} from './page.ts'
import type {Jacket, PrintSetup} from './paper.ts'
import type {Cover, CoverSpec, PictureLimits} from './pictures.ts'
import type {ReferenceGraph} from './references.ts'
import type {Resource, TemplateFile} from './resources.ts'
import type {Sidecar} from './sidecar.ts'
import type {Terms} from './terms.ts'
import type {Trade} from './trade.ts'
import type {Block, TranslationPolicy, TranslationState} from './translation.ts'
import type {EmbeddedFont} from './typefaces.ts'

/** Canonical BCP 47 tag: `fr`, `pt-BR`, `zh-Hans`. */
export type Language = string
/** Key that an article shares with its translations. */
export type Slug = string
/** Identifier of an element, unique within an edition, ASCII, an XML NCName. */
export type Id = string
/** `kepub` and `kindle` are EPUBs cut to the readers of one shop; `pdf` is the printed interior, `screen` the same for reading on a screen, `large-print` a book of its own in large type, `cover` goes around it, `press` is the interior as a printer wants it, `booklet` the interior imposed, `handouts` are single articles on sheets. */
export type Format = 'epub' | 'kepub' | 'kindle' | 'pdf' | 'screen' | 'large-print' | 'press' | 'cover' | 'booklet' | 'handouts'
/** Formats with a style sheet of their own. */
export type StyledFormat = Exclude<Format, 'screen' | 'press' | 'cover' | 'booklet' | 'handouts'>
export type Direction = 'ltr' | 'rtl'
/** How the lines run: vertical ones follow one another from right to left. */
export type Writing = 'horizontal' | 'vertical'

/** Where a problem is: a file of the publication, 1-based line and column. */
export interface Place {
  readonly file: string
  readonly line?: number
  readonly column?: number
}

/** A part of the book: its articles in reading order. `key` is absent for articles outside of any part. */
export interface SpinePart {
  readonly key?: string
  readonly articles: readonly Slug[]
}

/** The work in all its languages, every default applied. */
export interface Publication {
  /** ASCII stem of the products' file names. */
  readonly name: string
  readonly identifier: string
  readonly sourceLanguage?: Language
  readonly publisher?: string
  /** Calendar date of publication, `2026-11-21`. */
  readonly date?: string
  /** Origin of the publisher's own site, without a trailing slash: links to it are links between articles. */
  readonly site?: string
  /** Where the output folder is to be found on the web, with a slash at its end. */
  readonly address?: string
  /** Absent: nothing is made for shops and aggregators. */
  readonly trade?: Trade
  /** Whether the indexes of all languages become one book, each headword with its equivalents. */
  readonly polyglotIndex: boolean
  /** Empty: articles follow one another by `order`, then by title. */
  readonly spine: readonly SpinePart[]
  readonly page: PageGeometry
  /** The page of the book in large print. */
  readonly largePrint: PageGeometry
  readonly typesetting: Typesetting
  readonly print: PrintSetup
  readonly handouts: HandoutSetup
  readonly pictures: PictureLimits
  readonly formats: readonly Format[]
  /** Whether `$x$` is a formula; `$$x$$` always is. */
  readonly singleDollarMath: boolean
  readonly silences: readonly Silence[]
  /** What the publication says of its former release. */
  readonly changes?: ChangesSetup
  readonly editions: readonly EditionSpec[]
  /** Editions in two languages. */
  readonly bilingual: readonly EditionSpec[]
}

/** What the publisher says of one edition, every default applied. */
export interface EditionSpec {
  readonly language: Language
  readonly direction: Direction
  readonly writing: Writing
  readonly title: string
  /** Form under which a library files the title. */
  readonly sortAs?: string
  readonly subtitle?: string
  readonly description?: string
  readonly rights?: string
  readonly contributors: readonly Contributor[]
  readonly isbn: Readonly<Partial<Record<Format, string>>>
  readonly series?: Series
  readonly subjects: readonly Subject[]
  /** What the text was taken from: a URN, an address or words. */
  readonly source?: string
  /** Year or calendar date of the copyright. */
  readonly copyrighted?: string
  readonly accessibility: AccessibilityClaim
  readonly partTitles: ReadonlyMap<string, string>
  /** Titles of handouts by their names. */
  readonly handoutTitles: ReadonlyMap<string, string>
  /** Absent: the cover is typeset. */
  readonly cover?: CoverSpec
  /** Five digits set beside the barcode (EAN-5). */
  readonly priceCode?: string
  /** Whether marks and spaces are set as the language's printers set them. */
  readonly typography: boolean
  /** Whether e-books take fonts along: where readers commonly lack them, always, never. */
  readonly embeddedFonts: 'auto' | 'all' | 'none'
  /** Digits of every number that Hexapla writes. */
  readonly numerals: Numerals
  readonly translation: TranslationPolicy
  /** A book of its own beside the editions. */
  readonly volume?: 'index'
  /** Which way the words run along the spine; absent: by the custom of the language. */
  readonly spineText?: 'down' | 'up'
  /** An edition in two languages: this one leads. */
  readonly pairing?: Pairing
}

/** A Markdown file of the publication. */
export interface Manuscript {
  readonly file: string
  readonly language: Language
  readonly slug: Slug
  readonly text: string
}

/** An index term as front matter gives it. */
export interface Keyword {
  readonly term: string
  readonly sortAs?: string
}

/** A manuscript as HTML, with `reference` and `indexMark` nodes until link and indexing have resolved them. */
export interface Article {
  readonly file: string
  readonly language: Language
  readonly slug: Slug
  readonly title: string
  /** The title where a phrase of it is in another language. */
  readonly titlePhrases?: readonly ElementContent[]
  /** Reading or sorting form of the title. */
  readonly sortAs?: string
  readonly description?: string
  readonly keywords: readonly Keyword[]
  readonly aliases: readonly string[]
  readonly authors: readonly string[]
  readonly translators: readonly string[]
  readonly order?: number
  readonly draft: boolean
  /** Direction of the text where it is not the edition's. */
  readonly direction?: Direction
  /** Language of the text where it is not the edition's. */
  readonly textLanguage?: Language
  /** Where it is not, or not wholly, a translation that is up to date. */
  readonly translation?: TranslationState
  /** Other languages that it is to be had in. */
  readonly siblings?: readonly Language[]
  /** Words, or characters in scripts without word spaces. */
  readonly words: number
  /** SHA-256 of what its authors wrote, as `digestOf` has it. */
  readonly digest: string
  /** Headings start at h2: the title is the article's h1 and is set by compose. Ids are the author's anchors until link. */
  readonly tree: Root
}

/** What parse gives for one manuscript; plain values, fit for a worker and a cache. */
export interface Parsed {
  readonly article: Article
  readonly diagnostics: readonly Diagnostic[]
  /** Units of translation, those of front matter first; where they were asked for. */
  readonly blocks?: readonly Block[]
}

/** What parse must know besides the manuscript. */
export interface ParseSettings {
  readonly singleDollarMath: boolean
  /** Whether marks and spaces are set as the language's printers set them, where an article does not say otherwise. */
  readonly typography: boolean
  readonly terms: Terms
  /** Whether units of translation are listed, and marked in the tree. */
  readonly blocks?: boolean
}

/** Everything the build starts from: after this nothing new is looked for on disk. */
export interface Sources {
  readonly publication: Publication
  readonly manuscripts: readonly Manuscript[]
  /** By name without extension: `article`, `title-page`, … */
  readonly templates: ReadonlyMap<string, TemplateFile>
  /** CSS by name without extension: `base`, `epub`, `print`, `scripts/Arab`, … */
  readonly styles: ReadonlyMap<string, string>
  readonly terms: ReadonlyMap<Language, Terms>
  /** By path within the publication's folder. */
  readonly resources: ReadonlyMap<string, Resource>
  /** Records of alignments by path within the publication's folder, as `recordPath` gives it. */
  readonly records: ReadonlyMap<string, Sidecar>
  /** Rows of headwords that mean the same. */
  readonly glossary: readonly ReadonlyMap<Language, string>[]
  /** Manifest of the former release as it stands in the publication's folder, where one is named and there. */
  readonly former?: {readonly file: string; readonly text: string}
}

/** A cover stands in e-books only. */
export type DivisionKind =
  | 'cover' | 'half-title' | 'title-page' | 'imprint' | 'contents' | 'figures' | 'tables'
  | 'part' | 'article' | 'index' | 'whats-new' | 'colophon'

/** Words of a running head, and the same where a phrase of them is in another language. */
export interface RunningHead {
  readonly head: string
  readonly phrases?: readonly ElementContent[]
}

/** One top-level section of the book: a document of the EPUB, a run of pages in print. */
export interface Division {
  readonly id: Id
  readonly kind: DivisionKind
  readonly matter: 'front' | 'body' | 'back'
  readonly title: string
  /** The title where a phrase of it is in another language. */
  readonly phrases?: readonly ElementContent[]
  /** Running head on rectos. */
  readonly head: string
  /** Running heads of an article in two languages. */
  readonly heads?: {readonly verso: RunningHead; readonly recto: RunningHead}
  /** The manuscript it came from. */
  readonly file?: string
  /** The article that it is. */
  readonly article?: ArticleFacts
  /** Words or characters, to estimate its pages. */
  readonly words: number
  /** `<section>` or `<nav>` whose `id` is the division's. */
  readonly tree: Element
}

/** A line of the contents, the outline and the navigation document. */
export interface NavPoint {
  readonly id: Id
  readonly title: string
  /** The title where a phrase of it is in another language. */
  readonly phrases?: readonly ElementContent[]
  readonly children: readonly NavPoint[]
}

export interface Landmark {
  readonly id: Id
  /** EPUB structural semantics: `toc`, `bodymatter`, `index`, … */
  readonly type: string
  readonly title: string
}

/** The work in one language, composed: one HTML tree, cut into divisions. */
export interface Edition {
  readonly publication: Publication
  readonly spec: EditionSpec
  /** Authors and translators of single articles who are not among the edition's own contributors, in order of appearance. */
  readonly articleContributors: readonly Contributor[]
  /** ISO 15924 code: `Latn`, `Arab`, `Jpan`, … */
  readonly script: string
  readonly terms: Terms
  /** Of an edition in two languages. */
  readonly second?: SecondLanguage
  /** Absent: an e-book without a cover. */
  readonly cover?: Cover
  /** What goes around the printed book. */
  readonly jacket?: Jacket
  readonly divisions: readonly Division[]
  readonly contents: readonly NavPoint[]
  readonly landmarks: readonly Landmark[]
  readonly graph: ReferenceGraph
  readonly articles: number
  /** What its index lists; none in a book of two languages. */
  readonly headwords: readonly Headword[]
  /** Families that it is set in, all of them at hand; absent before they are chosen. */
  readonly families?: readonly string[]
  /** Fonts that e-books take along. */
  readonly fonts?: readonly EmbeddedFont[]
  /** Complete style sheet by format. */
  readonly styles: Readonly<Record<StyledFormat, string>>
  /** Pictures that the tree names, by their path: `<img src>` holds that path. */
  readonly resources: ReadonlyMap<string, Resource>
  /** UUIDv5 of publication and language, without prefix. */
  readonly uuid: string
  /** When it was last changed, in seconds since 1970. */
  readonly modified: number
}
