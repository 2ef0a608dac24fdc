/** Pages of a catalogue as trees, and a release of all that a catalogue can hold. */
import type {Element} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {textOf, walkElements} from '../../src/core/hast.ts'
import type {Release, ReleasedEdition} from '../../src/core/release.ts'
import {makeSite} from '../../src/distribute/site/site.ts'
import {readHouseTerms} from './house-terms.ts'
import {makeRelease, makeReleasedFile} from './release.ts'

export const hostile = '"><script>alert(1)</script><!-- </title></style> &amp; \u202E\0'
/** Identifiers that a page could have for itself. */
export const slugs = ['honey', '_articles', '_download', '__', 'languages', '蜂蜜/春', 'a"b<c>', 'constructor', 'top', 'é']

const [english, arabic, japanese, both] = makeRelease().editions as readonly [ReleasedEdition, ReleasedEdition, ReleasedEdition, ReleasedEdition]
const printed = {mediaType: 'application/pdf', identifier: 'urn:uuid:00000000-0000-5000-8000-000000000000'}

/** Every format, handouts of articles and of sets, texts that would do harm, a book of two languages and the index of all. */
export function makeFullRelease(more: Partial<Release> = {}): Release {
  const full: ReleasedEdition = {
    ...english, title: `Bees ${hostile}`, subtitle: hostile, description: hostile, rights: hostile, accessibility: hostile, coverAlternative: hostile,
    articles: slugs.map((slug, at) => ({slug, title: `${slug} ${hostile}`, description: hostile, keywords: [], words: 1, digest: '', page: String(at), ...(at === 0 && {handout: 'en/handouts/honey#1.pdf'}), ...(at === 1 && {language: 'ar'})})),
    products: [
      ...(['press', 'cover', 'screen', 'large-print', 'booklet'] as const).map((format) => ({format, ...printed, pages: 48, isbn: '9783161484100', files: [makeReleasedFile(`en/bees-en-${format}.pdf`)]})),
      ...english.products, {format: 'kepub', mediaType: 'application/epub+zip', identifier: 'urn:isbn:9783161484100', isbn: '9783161484100', files: [makeReleasedFile('en/bees-en.kepub.epub')]},
      {format: 'handouts', ...printed, files: [makeReleasedFile('en/handouts/honey#1.pdf'), makeReleasedFile('en/handouts/a set & more.pdf')]}
    ],
    series: {title: hostile, kind: 'series', number: '2'}
  }
  const {cover: _, thumbnail: __, ...bare} = japanese
  const index: ReleasedEdition = {...english, tag: 'index', languages: ['en', 'ar', 'ja'], subtitle: 'Index', articles: [], products: both.products.map((product) => ({...product, files: [makeReleasedFile(`index/${product.format}`)]}))}
  return makeRelease({publisher: `Meadow ${hostile}`, editions: [arabic, full, index, both, bare], ...more})
}

export function makePages(release: Release): ReadonlyMap<string, string> {
  return makeSite(release, {terms: readHouseTerms('en', 'ar', 'ja'), styles: new Map([['site', 'a > b { color: red } /* </style> */']])})
}

export interface ReadPage {
  readonly all: readonly Element[]
  /** Elements of a name. */
  of(name: string): readonly Element[]
  text(name: string): readonly string[]
  /** What the parser complains of. */
  readonly faults: readonly string[]
}

export function readPage(html: string): ReadPage {
  const faults: string[] = []
  const all: Element[] = []
  walkElements(fromHtml(html, {onerror: ({message}) => void faults.push(message)}), (element) => void all.push(element))
  const of = (name: string): readonly Element[] => all.filter(({tagName}) => tagName === name)
  return {all, of, text: (name) => of(name).map(textOf), faults}
}
