/** What feeds tell of a release, whatever their syntax: one of all languages, one of each language, one of each book in several. */
import {nameOfLanguage} from '../../core/locale.ts'
import type {Format, Language} from '../../core/model.ts'
import type {Release, ReleasedEdition, ReleasedFile, ReleasedProduct} from '../../core/release.ts'
import {sayTerm, type TermName, type Terms} from '../../core/terms.ts'
import {makeUuid} from '../../core/uuid.ts'

export interface FeedSetting {
  /** Words by language. */
  readonly terms: ReadonlyMap<Language, Terms>
  /** What is new in an edition, in its language, by its tag. */
  readonly changes?: ReadonlyMap<string, string>
}

/** A way to narrow a feed down. */
export interface Facet {
  readonly title: string
  readonly language?: Language
  /** Folder of the feed that it leads to: empty, or with a slash at its end. */
  readonly folder: string
  readonly count: number
  readonly isActive: boolean
}

export interface Feed {
  /** Folder that it stands in: empty, or with a slash at its end. */
  readonly folder: string
  /** URN. */
  readonly identifier: string
  readonly title: string
  readonly language: Language
  /** A page for people that tells the same. */
  readonly hasPage: boolean
  readonly facetTitle: string
  readonly facets: readonly Facet[]
  readonly editions: readonly ReleasedEdition[]
}

/** A file that readers take. */
export interface Acquisition {
  readonly product: ReleasedProduct
  readonly file: ReleasedFile
  readonly title: string
}

const terms = {
  epub: 'format-epub', kepub: 'format-kepub', kindle: 'format-kindle', pdf: 'format-pdf', screen: 'format-screen', 'large-print': 'format-large-print'
} as const satisfies Partial<Record<Format, TermName>>

/** Books to read; what goes to a printer, and single articles, are none. */
function isReadable(format: Format): format is keyof typeof terms {
  return format in terms
}

/** Whether an edition is in the feeds, and has one of its own. */
export function hasFeed({products}: ReleasedEdition): boolean {
  return products.some(({format, files}) => isReadable(format) && files.length > 0)
}

/** What readers take of an edition, plain EPUB first. */
export function listAcquisitions({products, languages}: ReleasedEdition, setting: FeedSetting): readonly Acquisition[] {
  const words = termsOf(languages[0], setting)
  return products.flatMap((product) => {
    const file = product.files[0]
    return file && isReadable(product.format) ? [{product, file, title: words ? sayTerm(words, terms[product.format]) : product.format}] : []
  })
}

/** The feeds in the order of their folders, that of all languages first; none where there is nothing to read. */
export function listFeeds(release: Release, setting: FeedSetting): readonly Feed[] {
  const editions = release.editions.filter(hasFeed)
  const [first] = editions
  if (!first) return []
  const main = editions.find(({tag}) => tag === release.sourceLanguage) ?? first
  const languages = [...new Set(editions.flatMap((edition) => edition.languages))]
  const tags = [...new Set([...editions.map(({tag}) => tag), ...languages])]
  const makeFeed = (tag: string | undefined): Feed => {
    const own = editions.find((edition) => edition.tag === tag)
    const {title, languages: [language = 'en']} = own ?? main
    const words = termsOf(language, setting)
    const facet = (title: string, aim: string | undefined): Facet => ({
      title, folder: folderOf(aim), count: select(editions, aim).length, isActive: aim === tag, ...(aim !== undefined && {language: aim})
    })
    return {
      folder: folderOf(tag), title, language, hasPage: tag === undefined || own !== undefined, editions: select(editions, tag),
      identifier: `urn:uuid:${makeUuid(`${release.identifier} feed ${tag ?? ''}`)}`, facetTitle: words ? sayTerm(words, 'choose-language') : title,
      facets: languages.length < 2 ? [] : [facet(words ? sayTerm(words, 'all-languages') : '*', undefined), ...languages.map((each) => facet(nameOfLanguage(each), each))]
    }
  }
  return [undefined, ...tags].map(makeFeed)
}

function folderOf(tag: string | undefined): string {
  return tag === undefined ? '' : `${tag}/`
}

/** All; those with text in a language, its own edition first; or the one of another tag. */
function select(editions: readonly ReleasedEdition[], tag: string | undefined): readonly ReleasedEdition[] {
  if (tag === undefined) return editions
  const own = editions.filter((edition) => edition.tag === tag)
  return [...own, ...editions.filter((edition) => edition.tag !== tag && edition.languages.includes(tag))]
}

function termsOf(language: Language | undefined, {terms}: FeedSetting): Terms | undefined {
  return terms.get(language ?? '') ?? [...terms.values()][0]
}

/** Description, and what is new. */
export function describe({description, tag}: ReleasedEdition, {changes}: FeedSetting): string | undefined {
  const parts = [description, changes?.get(tag)].filter((part) => part !== undefined && part !== '')
  return parts.length === 0 ? undefined : parts.join('\n\n')
}

/** Pages of the printed book. */
export function pagesOf({products}: ReleasedEdition): number | undefined {
  return products.find(({format}) => format === 'pdf')?.pages
}

/** Addresses that name the schemes of subjects; the others have none that is in use. */
const schemes: ReadonlyMap<string, string> = new Map([
  ['Thema', 'https://ns.editeur.org/thema/'], ['BISAC', 'http://www.bisg.org/standards/bisac_subject/index.html'],
  ['DDC', 'http://purl.org/dc/terms/DDC'], ['LCSH', 'http://purl.org/dc/terms/LCSH'], ['UDC', 'http://purl.org/dc/terms/UDC']
])

/** The address that names a scheme. */
export function schemeAddress(authority: string): string | undefined {
  return /^https?:/.test(authority) ? authority : schemes.get(authority)
}
