/** What an edition of the sample must hold, counted in its manuscripts by other means than ours: patterns on the text as written. */
import {readFileSync, readdirSync} from 'node:fs'
import {basename, join} from 'node:path'
import {parse} from 'yaml'
import {packageFolder} from '../support/run-hexapla.ts'

export interface ExpectedArticle {
  readonly slug: string
  readonly title: string
  readonly headings: readonly string[]
  /** Slugs in the order of the links. */
  readonly links: readonly string[]
  /** Texts of the notes. */
  readonly notes: readonly string[]
  readonly text: string
}

export interface ExpectedEdition {
  readonly language: string
  readonly direction: string
  readonly title: string
  /** Names of parts, each with its articles, in reading order. */
  readonly parts: readonly {readonly name: string; readonly articles: readonly ExpectedArticle[]}[]
  /** A word, and the slugs of the articles that hold it. */
  readonly word: string
}

interface PublicationFile {
  readonly spine: readonly {readonly part: string; readonly articles: readonly string[]}[]
}

interface EditionFile {
  readonly title: string
  readonly parts: Readonly<Record<string, string>>
}

/** Words of different articles; each is sought in all of them. */
const words: Readonly<Record<string, string>> = {fr: 'Douarnenez', ar: 'مكناس', ja: '名簿', hi: 'झिझक'}
const folder = join(packageFolder, 'manuscripts')

export function expectEdition(language: string): ExpectedEdition {
  const {spine} = parse(readFileSync(join(folder, 'publication.yaml'), 'utf8')) as PublicationFile
  const edition = parse(readFileSync(join(folder, language, 'edition.yaml'), 'utf8')) as EditionFile
  const articles = new Map(readdirSync(join(folder, language)).filter((file) => file.endsWith('.md')).map((file) => {
    const slug = basename(file, '.md')
    return [slug, readArticle(slug, readFileSync(join(folder, language, file), 'utf8'))]
  }))
  const parts = spine.map(({part, articles: slugs}) => ({name: edition.parts[part] ?? '', articles: slugs.flatMap((slug) => articles.get(slug) ?? [])}))
  return {language, direction: /^(?:ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr', title: edition.title, parts, word: words[language] ?? ''}
}

export function articlesOf({parts}: ExpectedEdition): readonly ExpectedArticle[] {
  return parts.flatMap(({articles}) => articles)
}

/** Links from article to article with those of the cross-references: each other article pointed to, and back. */
export function countLinks(edition: ExpectedEdition): {readonly inText: number; readonly inReferences: number} {
  const articles = articlesOf(edition)
  return {
    inText: articles.reduce((sum, {links}) => sum + links.length, 0),
    inReferences: 2 * articles.reduce((sum, {slug, links}) => sum + new Set(links.filter((target) => target !== slug)).size, 0)
  }
}

function readArticle(slug: string, source: string): ExpectedArticle {
  const [, front = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? []
  const capture = (pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map(([, found = '']) => found)
  return {
    slug, text, title: (parse(front) as {readonly title: string}).title,
    headings: capture(/^## (.+)$/gm), links: capture(/\]\(\/([\w-]+)[^)]*\)/g), notes: capture(/^\[\^\d+\]: (.+)$/gm)
  }
}
