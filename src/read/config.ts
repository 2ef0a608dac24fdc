/** publication.yaml and edition.yaml: what the publisher wrote becomes complete values; every default is applied here. */
import {maybeSeverity, type Report, type Silence} from '../core/diagnostic.ts'
import type {Numerals} from '../core/folio.ts'
import {directionOf, isVerticalToo, maybeLanguage, nameOfLanguage, scriptOf} from '../core/locale.ts'
import type {Contributor, Role} from '../core/contributors.ts'
import type {EditionSpec, Format, Language, Place, Publication, Slug, SpinePart, Writing} from '../core/model.ts'
import type {PageGeometry} from '../core/page.ts'
import type {CoverSpec} from '../core/pictures.ts'
import {suggest} from '../core/suggest.ts'
import {typesetLine} from '../core/typography/typeset.ts'
import {makeUuid} from '../core/uuid.ts'
import {makeBilingual, type BilingualSpec} from './bilingual.ts'
import {catalogueEdition, type CatalogueSpec} from './catalogue.ts'
import {makeChangesSetup, type ChangesSpec} from './changes.ts'
import editionSchema from './edition.schema.json' with {type: 'json'}
import {makeHandoutSetup, type HandoutsSpec} from './handouts.ts'
import {makeIsbnCheck, type IsbnCheck, type IsbnSpec} from './isbns.ts'
import {makeLargePage, makePageGeometry, makeTypesetting, type PageSpec} from './page.ts'
import {makePrintSetup, type PrintSpec, type Profiles} from './print-setup.ts'
import publicationSchema from './publication.schema.json' with {type: 'json'}
import {makeTrade, type TradeSpec} from './trade.ts'
import {makeTranslationPolicy, type TranslationSpec} from './translation.ts'
import {maybeYamlFile, type YamlFile} from './yaml-file.ts'

type ContributorSpec = string | {readonly name: string; readonly role?: Role; readonly 'sort-as'?: string}

interface EpubSpec {
  readonly fonts?: EditionSpec['embeddedFonts']
}

interface PublicationFile extends CatalogueSpec {
  readonly identifier?: string
  readonly name?: string
  readonly title?: string
  readonly subtitle?: string
  readonly description?: string
  readonly 'source-language'?: string
  readonly publisher?: string
  readonly rights?: string
  readonly date?: string
  readonly site?: string
  readonly catalogue?: {readonly address?: string}
  readonly changes?: ChangesSpec
  readonly contributors?: readonly ContributorSpec[]
  readonly trade?: TradeSpec
  readonly spine?: readonly (string | {readonly part: string; readonly articles: readonly string[]})[]
  readonly page?: PageSpec
  readonly print?: PrintSpec
  readonly handouts?: HandoutsSpec
  readonly cover?: string
  readonly 'cover-alt'?: string
  readonly pictures?: {readonly 'max-width'?: number; readonly 'max-height'?: number; readonly quality?: number}
  readonly formats?: readonly Format[]
  readonly 'single-dollar-math'?: boolean
  readonly typography?: boolean
  readonly epub?: EpubSpec
  readonly bilingual?: readonly BilingualSpec[]
  readonly translation?: TranslationSpec
  readonly 'polyglot-index'?: boolean
  readonly silence?: readonly (string | {readonly code: string; readonly file?: string})[]
}

interface EditionFile extends CatalogueSpec {
  readonly title?: string
  readonly subtitle?: string
  readonly description?: string
  readonly rights?: string
  readonly contributors?: readonly ContributorSpec[]
  readonly cover?: string
  readonly 'cover-alt'?: string
  readonly isbn?: IsbnSpec
  readonly parts?: Readonly<Record<string, string>>
  readonly handouts?: Readonly<Record<string, string>>
  readonly 'price-code'?: string
  readonly 'spine-text'?: 'down' | 'up'
  readonly writing?: Writing
  readonly epub?: EpubSpec
  readonly typography?: boolean
  readonly numerals?: Numerals
  readonly translation?: TranslationSpec
}

/** Where a value of publication.yaml stands. */
type PlaceOf = (...path: readonly (string | number)[]) => Place

/** The configuration as text: absent files are absent. */
export interface ConfigTexts {
  readonly publication?: {readonly file: string; readonly text: string}
  readonly editions: ReadonlyMap<Language, {readonly file: string; readonly text: string}>
  /** Those that the publication names. */
  readonly profiles?: Profiles
}

/** The publication with every default; `languages` are those that have manuscripts, `slugs` those of any language. */
export function readPublication(
  folderName: string, texts: ConfigTexts, languages: readonly Language[], slugs: ReadonlySet<Slug>, report: Report
): Publication {
  const file = texts.publication &&
    maybeYamlFile<PublicationFile>(texts.publication.file, texts.publication.text, publicationSchema, report)
  const spec = file?.value ?? {}
  const placeOf: PlaceOf = (...path) => file?.placeOf(path) ?? {file: 'publication.yaml'}
  const name = spec.name ?? (folderName.normalize('NFKD').replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 60).toLowerCase() || 'book')
  const source = spec['source-language']
  const sourceLanguage = source === undefined ? undefined : maybeLanguage(source)
  if (source === undefined && spec.translation) report('read/no-source-language', {}, placeOf('translation'))
  if (source !== undefined && sourceLanguage === undefined) report('read/unknown-language', {language: source}, placeOf('source-language'))
  const address = spec.catalogue?.address?.replace(/\/*$/, '/')
  const checkIsbns = makeIsbnCheck(report)
  const editions = makeEditions(folderName, spec, texts, languages, placeOf, checkIsbns, report)
  return {
    name,
    identifier: spec.identifier ?? `urn:uuid:${makeUuid(spec.name ?? folderName)}`,
    ...(sourceLanguage !== undefined && {sourceLanguage}),
    ...(spec.publisher !== undefined && {publisher: spec.publisher}),
    ...(spec.date !== undefined && {date: spec.date}),
    ...(spec.site !== undefined && {site: spec.site.replace(/\/+$/, '')}),
    ...(address !== undefined && {address}),
    ...(spec.trade && {trade: makeTrade(spec.trade, placeOf, report)}),
    spine: makeSpine(spec.spine ?? [], slugs, placeOf, report),
    page: makePage(spec.page ?? {}, placeOf, report),
    largePrint: makeLarge(spec.page ?? {}, placeOf, report),
    typesetting: makeTypesetting(spec.page ?? {}),
    print: makePrintSetup(spec.print ?? {}, texts.profiles ?? new Map(), placeOf, report),
    handouts: makeHandoutSetup(spec.handouts ?? {}, address === undefined ? spec.site?.replace(/\/+$/, '') : `${address}{language}/#{slug}`, slugs, placeOf, report),
    pictures: {maxWidth: spec.pictures?.['max-width'] ?? 1600, maxHeight: spec.pictures?.['max-height'] ?? 2560, quality: spec.pictures?.quality ?? 82},
    formats: spec.formats ?? ['epub', 'pdf'],
    polyglotIndex: spec['polyglot-index'] ?? false,
    singleDollarMath: spec['single-dollar-math'] ?? false,
    ...(spec.changes && {changes: makeChangesSetup(spec.changes, placeOf('changes', 'since'))}),
    silences: makeSilences(spec.silence ?? [], placeOf, report),
    editions,
    bilingual: makeBilingual(spec.bilingual ?? [], editions, placeOf, checkIsbns, report)
  }
}

function makeSpine(spec: NonNullable<PublicationFile['spine']>, slugs: ReadonlySet<Slug>, placeOf: PlaceOf, report: Report): readonly SpinePart[] {
  const seen = new Set<Slug>()
  const take = (slug: Slug, place: Place): boolean => {
    if (!slugs.has(slug)) report('read/unknown-article', {slug, suggestion: suggest(slug, [...slugs])}, place)
    else if (seen.has(slug)) report('read/article-twice', {slug}, place)
    else return Boolean(seen.add(slug))
    return false
  }
  const composed = (slug: string): Slug => slug.normalize('NFC') // as manuscripts are named
  const spine = spec.map((item, at): SpinePart => typeof item === 'string'
    ? {articles: take(composed(item), placeOf('spine', at)) ? [composed(item)] : []}
    : {key: item.part, articles: item.articles.map(composed).filter((slug, n) => take(slug, placeOf('spine', at, 'articles', n)))})
  if (spec.length > 0) {
    const rest = [...slugs].filter((slug) => !seen.has(slug)).sort()
    for (const slug of rest) report('read/outside-spine', {slug}, placeOf('spine'))
    if (rest.length > 0) return [...spine, {articles: rest}]
  }
  return spine
}

function makePage(spec: PageSpec, placeOf: PlaceOf, report: Report): PageGeometry {
  const made = makePageGeometry(spec)
  const page = made === 'trim' ? makePageGeometry({}) as PageGeometry : made // the default trim is known
  if (made === 'trim') report('read/trim', {trim: spec.trim ?? ''}, placeOf('page', 'trim'))
  const width = page.width - page.margins.inner - page.margins.outer
  const height = page.height - page.margins.top - page.margins.bottom
  if (width < 40 || height < 60) report('read/margins', {width: Math.round(width), height: Math.round(height)}, placeOf('page', 'margins'))
  return page
}

function makeLarge(spec: PageSpec, placeOf: PlaceOf, report: Report): PageGeometry {
  const made = makeLargePage(spec)
  if (made !== 'trim') return made
  report('read/trim', {trim: spec['large-print']?.trim ?? ''}, placeOf('page', 'large-print', 'trim'))
  return makeLargePage({}) as PageGeometry // the default trim is known
}

function makeSilences(spec: NonNullable<PublicationFile['silence']>, placeOf: PlaceOf, report: Report): readonly Silence[] {
  return spec.map((item, at) => {
    const {code, file} = typeof item === 'string' ? {code: item} : item
    const place = placeOf('silence', at)
    if (maybeSeverity(code) !== 'warning') report('read/unsilenceable', {code}, place)
    return {code, place, ...(file !== undefined && {file})}
  })
}

function makeEditions(
  folderName: string, publication: PublicationFile, texts: ConfigTexts, languages: readonly Language[], placeOf: PlaceOf, checkIsbns: IsbnCheck, report: Report
): readonly EditionSpec[] {
  return languages.map((language) => {
    const text = texts.editions.get(language)
    const file = text && maybeYamlFile<EditionFile>(text.file, text.text, editionSchema, report)
    const spec: EditionFile = file?.value ?? {}
    const typography = spec.typography ?? publication.typography ?? true
    const set = (words: string): string => typography ? typesetLine(words, language) : words
    const setAll = (table: Readonly<Record<string, string>> = {}): ReadonlyMap<string, string> => new Map(Object.entries(table).map(([key, words]) => [key, set(words)]))
    const optional = (key: 'subtitle' | 'description' | 'rights'): string | undefined => {
      const words = spec[key] ?? publication[key]
      return words === undefined ? undefined : set(words)
    }
    const cover = spec.cover !== undefined && file ? makeCoverSpec(spec.cover, spec['cover-alt'], file.placeOf(['cover']))
      : makeCoverSpec(publication.cover, spec['cover-alt'] ?? publication['cover-alt'], placeOf('cover'))
    const [subtitle, description, rights] = [optional('subtitle'), optional('description'), optional('rights')]
    return {
      language,
      direction: directionOf(language),
      writing: chooseWriting(language, file, report),
      title: set(spec.title ?? publication.title ?? readable(folderName)),
      typography,
      embeddedFonts: spec.epub?.fonts ?? publication.epub?.fonts ?? 'auto',
      numerals: spec.numerals ?? publication.page?.numerals ?? 'default',
      translation: makeTranslationPolicy(publication.translation, file, languages, placeOf('translation', 'from'), report),
      ...(subtitle !== undefined && {subtitle}),
      ...(description !== undefined && {description}),
      ...(rights !== undefined && {rights}),
      ...catalogueEdition(publication, spec, spec.title !== undefined),
      contributors: (spec.contributors ?? publication.contributors ?? []).map(makeContributor),
      isbn: checkIsbns(language, spec.isbn ?? {}, (format) => file?.placeOf(['isbn', format]) ?? {file: `${language}/edition.yaml`}),
      partTitles: setAll(spec.parts),
      handoutTitles: setAll(spec.handouts),
      ...(spec['price-code'] !== undefined && {priceCode: spec['price-code']}),
      ...(spec['spine-text'] !== undefined && {spineText: spec['spine-text']}),
      ...(cover && {cover})
    }
  })
}

/** Vertical only where the script is set so. */
function chooseWriting(language: Language, file: YamlFile<EditionFile> | undefined, report: Report): Writing {
  if (file?.value.writing !== 'vertical') return 'horizontal'
  if (isVerticalToo(scriptOf(language))) return 'vertical'
  report('read/writing', {language: nameOfLanguage(language)}, file.placeOf(['writing']))
  return 'horizontal'
}

/** An edition may describe in its own language the cover that it shares with others. */
function makeCoverSpec(cover: string | undefined, alternative: string | undefined, place: Place): CoverSpec | undefined {
  return cover === undefined ? undefined : {path: cover, place, ...(alternative !== undefined && {alternative})}
}

function makeContributor(spec: ContributorSpec): Contributor {
  if (typeof spec === 'string') return {name: spec, role: 'author'}
  return {name: spec.name, role: spec.role ?? 'author', ...(spec['sort-as'] !== undefined && {sortAs: spec['sort-as']})}
}

/** A folder's name as a title: `small-business_guide` → `Small business guide`. */
function readable(name: string): string {
  const words = name.replaceAll(/[-_\s]+/g, ' ').trim()
  return words ? words[0]?.toUpperCase() + words.slice(1) : name
}
