/** A publication and its finished editions as a release tells of them. */
import {tagOf} from '../core/bilingual.ts'
import {folioOf} from '../core/folio.ts'
import {mediaTypeOf} from '../core/formats.ts'
import type {Division, Edition, Format, Id, Language, Publication, Slug} from '../core/model.ts'
import {listOnixAccessibility} from '../core/onix.ts'
import type {Pagination} from '../core/pagination.ts'
import type {Product} from '../core/product.ts'
import type {Release, ReleasedArticle, ReleasedEdition, ReleasedFile, ReleasedProduct} from '../core/release.ts'
import {makeUuid} from '../core/uuid.ts'
import type {World} from '../core/world.ts'
import {identifierOf} from '../emit/epub/metadata.ts'
import {printIdentifierOf} from '../emit/print/identifier.ts'

/** A product with its files as they were staged: the product itself, what lies beside it. */
export interface Staged {
  readonly product: Omit<Product, 'content'>
  readonly files: readonly ReleasedFile[]
  readonly companions: readonly ReleasedFile[]
}

/** What a build published. */
export async function describePublication(
  {name, identifier, sourceLanguage, publisher, address, date}: Publication, editions: readonly ReleasedEdition[], files: readonly ReleasedFile[], world: World
): Promise<Release> {
  const revision = await world.revision()
  return {
    name, identifier, ...(sourceLanguage !== undefined && {sourceLanguage}), ...(publisher !== undefined && {publisher}), ...(address !== undefined && {address}), ...(date !== undefined && {date}),
    modified: new Date(await world.modified(revision?.date ?? date) * 1000).toISOString().replace(/\.\d+/, ''), ...(revision && {revision}), tools: await world.tools(), editions, files
  }
}

/** `languages` are those of a polyglot index, in any order. */
export function describeEdition(edition: Edition, staged: readonly Staged[], pagination: Pagination | undefined, languages?: readonly Language[]): ReleasedEdition {
  const {spec, publication, divisions, articleContributors, cover, uuid} = edition
  const {title, sortAs, subtitle, description, rights, copyrighted, direction, contributors, series, subjects, pairing} = spec
  const companions = staged.flatMap((each) => each.companions)
  const [whole, small] = ['-cover.jpg', '-thumbnail.jpg'].map((end) => companions.find(({path}) => path.endsWith(end)))
  const handouts = staged.find(({product}) => product.format === 'handouts')?.product.files ?? []
  const handoutBySlug = new Map(handouts.flatMap(({slug, path}) => slug === undefined ? [] : [[slug, path] as const]))
  const articles = divisions.flatMap((division) => describeArticle(division, pagination, handoutBySlug))
  const summary = staged.find(({product}) => product.accessibility)?.product.accessibility?.summary.text
  return {
    tag: tagOf(spec), languages: [...new Set([spec.language, ...pairing ? [pairing.second.language] : languages ?? []])], direction, // that of its own words first
    identifier: `urn:uuid:${uuid}`, title, ...defined({sortAs, subtitle, description, rights, copyrighted}), contributors: [...contributors, ...articleContributors], ...defined({series}), subjects,
    ...defined({cover: whole, thumbnail: small, coverAlternative: whole && cover?.alternative, accessibility: summary}),
    articles, words: articles.reduce((sum, {words}) => sum + words, 0),
    products: staged.map((each) => describeProduct(each, {spec, publication, uuid} as Edition))
  }
}

function describeArticle({id, title, article}: Division, pagination: Pagination | undefined, handoutBySlug: ReadonlyMap<Slug, string>): readonly ReleasedArticle[] {
  if (!article) return []
  const {slug, description, keywords, words, digest, language} = article
  return [{slug, title, keywords, words, digest, ...defined({description, language, page: folioAt(id, pagination), handout: handoutBySlug.get(slug)})}]
}

function folioAt(id: Id, pagination: Pagination | undefined): string | undefined {
  const page = pagination?.pageById.get(id)
  return page === undefined || !pagination ? undefined : folioOf(page, pagination)
}

function describeProduct({product: {format, pages, accessibility}, files}: Staged, edition: Edition): ReleasedProduct {
  const isbn = edition.spec.isbn[format]
  const trim = trimOf(format, edition)
  return {
    format, mediaType: mediaTypeOf(format), files, identifier: urnOf(format, edition), ...defined({isbn, pages, trim}),
    ...(accessibility && {accessibility: listOnixAccessibility(accessibility)})
  }
}

/** Each product its own, though the e-books of shops call themselves as the one that they were made from. */
function urnOf(format: Format, edition: Edition): string {
  if (format === 'epub') return identifierOf(edition)
  if (format === 'pdf' || format === 'screen' || format === 'large-print') return printIdentifierOf(edition, format)
  const isbn = edition.spec.isbn[format]
  return isbn === undefined ? `urn:uuid:${makeUuid(`${edition.publication.identifier} ${tagOf(edition.spec)} ${format}`)}` : `urn:isbn:${isbn}`
}

function trimOf(format: Format, {publication: {page, largePrint}}: Edition): ReleasedProduct['trim'] {
  if (format !== 'pdf' && format !== 'screen' && format !== 'large-print' && format !== 'press') return undefined
  const {width, height} = format === 'large-print' ? largePrint : page
  return {width, height}
}

/** Without what is undefined. */
function defined<T extends Readonly<Record<string, unknown>>>(values: T): {readonly [K in keyof T]?: Exclude<T[K], undefined>} {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {readonly [K in keyof T]?: Exclude<T[K], undefined>}
}
