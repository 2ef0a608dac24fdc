/** A small release in English, Arabic and Japanese, with a book in two languages. */
import {sha256} from '../../src/core/digest.ts'
import type {Direction, Format} from '../../src/core/model.ts'
import type {Release, ReleasedArticle, ReleasedEdition, ReleasedFile, ReleasedProduct} from '../../src/core/release.ts'
import {makeUuid} from '../../src/core/uuid.ts'

/** A file whose content is its own path, repeated to about `size` bytes. */
export function makeReleasedFile(path: string, size = 40): ReleasedFile {
  const content = contentOf(path, size)
  return {path, size: content.length, sha256: sha256(content)}
}

/** The content that `makeReleasedFile` describes. */
export function contentOf(path: string, size = 40): Uint8Array {
  return new TextEncoder().encode(`${path}\n`.repeat(Math.max(1, Math.round(size / (path.length + 1)))))
}

const mediaTypes: Readonly<Partial<Record<Format, string>>> = {epub: 'application/epub+zip', kepub: 'application/epub+zip', kindle: 'application/epub+zip'}

function makeProduct(tag: string, format: Format, more: Partial<ReleasedProduct> = {}): ReleasedProduct {
  const path = `${tag}/bees-${tag}.${format === 'epub' ? 'epub' : 'pdf'}`
  return {
    format, mediaType: mediaTypes[format] ?? 'application/pdf', identifier: `urn:uuid:${makeUuid(`bees ${tag} ${format}`)}`, files: [makeReleasedFile(path, format === 'epub' ? 120_000 : 900_000)],
    ...(format === 'epub' ? {accessibility: [{type: '09', value: '11'}, {type: '09', value: '29'}, {type: '12', value: '00'}]} : {pages: 32, trim: {width: 148, height: 210}}), ...more
  }
}

function makeEdition(tag: string, direction: Direction, title: string, articles: readonly (readonly [slug: string, title: string, description: string])[]): ReleasedEdition {
  return {
    tag, languages: tag.split('+'), direction, identifier: `urn:uuid:${makeUuid(`bees ${tag}`)}`, title, contributors: [{name: 'Ada Keeper', role: 'author', sortAs: 'Keeper, Ada'}], subjects: [{term: 'Beekeeping'}],
    cover: makeReleasedFile(`${tag}/bees-${tag}-cover.jpg`), thumbnail: makeReleasedFile(`${tag}/bees-${tag}-thumbnail.jpg`), words: articles.length * 120,
    articles: articles.map(([slug, name, description], at): ReleasedArticle => ({slug, title: name, description, keywords: ['bee'], words: 120, digest: sha256(`${tag} ${slug} ${name}`), page: String(5 + at * 4)})),
    products: [makeProduct(tag, 'epub'), makeProduct(tag, 'pdf')]
  }
}

/** English is the source. */
export function makeRelease(more: Partial<Release> = {}): Release {
  return {
    name: 'bees', identifier: 'urn:uuid:5d0c5c0e-0000-5000-8000-000000000001', sourceLanguage: 'en', publisher: 'Meadow Press', modified: '2026-11-21T00:00:00Z',
    revision: {id: '0123456789abcdef0123456789abcdef01234567', date: '2026-11-20', changed: false}, tools: {hexapla: '0.1.0', node: '20.0.0'},
    editions: [
      {...makeEdition('en', 'ltr', 'The Bee Year', [['honey', 'Honey', 'How honey is made.'], ['swarm', 'Swarms', 'Why bees leave.']]), description: 'Twelve months with bees.', rights: 'CC BY 4.0'},
      makeEdition('ar', 'rtl', 'سنة النحل', [['honey', 'العسل', 'كيف يُصنع العسل.'], ['swarm', 'الطرود', 'لماذا يرحل النحل.']]),
      {...makeEdition('ja', 'ltr', 'ミツバチの一年', [['honey', '蜂蜜', '蜂蜜のでき方。']]), contributors: [{name: 'Ada Keeper', role: 'author'}, {name: '蜂谷 花', role: 'translator', sortAs: 'はちや はな'}]},
      makeEdition('en+ar', 'ltr', 'The Bee Year · سنة النحل', [['honey', 'Honey · العسل', 'How honey is made.']])
    ],
    files: [makeReleasedFile('bees-concordance.csv')], ...more
  }
}
