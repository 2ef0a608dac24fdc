/** The flow: read, then for each edition parse, link, index, compose, emit, verify; publish at the end, or nothing. */
import {composeEdition} from './compose/edition.ts'
import {composeHandouts} from './compose/handouts.ts'
import {arrangeArticles} from './compose/spine.ts'
import {setTypefaces} from './compose/typefaces.ts'
import {makeLedger, sortDiagnostics, type Diagnostic, type Report} from './core/diagnostic.ts'
import {isEbook, needsInterior, type EbookFormat} from './core/formats.ts'
import type {HandoutSet} from './core/handouts.ts'
import type {Edition, EditionSpec, Format, Language, Manuscript, Publication, Sources} from './core/model.ts'
import type {Product} from './core/product.ts'
import type {Pagination} from './core/pagination.ts'
import type {Terms} from './core/terms.ts'
import type {Coverage, World} from './core/world.ts'
import type {PrintedBook} from './emit/print/book.ts'
import {indexArticles} from './indexing/articles.ts'
import {makeIndexOrder} from './indexing/collation.ts'
import {linkArticles} from './link/articles.ts'
import {fold} from './link/targets.ts'
import {readSources} from './read/sources.ts'
import {applySilences} from './silence.ts'

export interface BuildOptions {
  /** The folder's own name, from which name and title are made where nothing gives them. */
  readonly folderName: string
  /** Only these languages; all when absent. */
  readonly languages?: readonly Language[]
  /** Instead of the publication's formats; none at all to check only. */
  readonly formats?: readonly Format[]
  /** Warnings count as fatal. */
  readonly strict: boolean
  readonly drafts: boolean
  /** Handouts of these instead of the publication's. */
  readonly handouts?: readonly HandoutSet[]
}

/** A product without its content; of its companions their paths. */
export interface MadeProduct extends Omit<Product, 'content' | 'companions' | 'files'> {
  readonly companions?: readonly string[]
}

/** What was made of one edition. */
export interface Made {
  readonly language: Language
  readonly articles: number
  readonly working: number
  readonly dangling: number
  readonly products: readonly MadeProduct[]
  /** Size of each product in bytes, in the same order. */
  readonly sizes: readonly number[]
  /** Whether it went to the output folder. */
  readonly published: boolean
}

export interface Built {
  readonly made: readonly Made[]
  readonly diagnostics: readonly Diagnostic[]
  /** The configuration cannot be used: nothing was built. */
  readonly misconfigured: boolean
}

/** Builds the publication in the world's folder. Former books are replaced only by sound ones. */
export async function build(world: World, options: BuildOptions): Promise<Built> {
  const {list, report} = makeLedger()
  const sources = await readSources(world, options.folderName, report)
  const {publication} = sources
  for (const language of options.languages ?? []) reportMissing(language, publication, report)
  const heard = applySilences(list, publication.silences)
  if (heard.some((diagnostic) => isFatal(diagnostic, options))) {
    return {made: [], diagnostics: sortDiagnostics(heard), misconfigured: heard.some(({severity}) => severity === 'fatal')}
  }
  const formats = options.formats ?? publication.formats
  if (!formats.every(isEbook)) await world.press() // a missing browser is found before the work, not after
  const setting = {sources, formats, options, languagesByName: listLanguages(sources.manuscripts)}
  const made: Made[] = []
  for (const spec of publication.editions) {
    if (options.languages?.includes(spec.language) ?? true) made.push(await makeBooks(spec, setting, world, list))
  }
  await world.publish()
  const complete = options.languages === undefined && options.formats === undefined
  return {made, diagnostics: sortDiagnostics(applySilences(list, publication.silences, complete)), misconfigured: false}
}

interface Setting {
  readonly sources: Sources
  readonly formats: readonly Format[]
  readonly options: BuildOptions
  /** In which languages each article exists, by folded slug. */
  readonly languagesByName: ReadonlyMap<string, readonly Language[]>
}

function isFatal({severity}: Diagnostic, {strict}: BuildOptions): boolean {
  return severity === 'fatal' || (strict && severity === 'warning')
}

function reportMissing(language: Language, {editions}: Publication, report: Report): void {
  const languages = editions.map((spec) => spec.language)
  if (!languages.includes(language)) report('read/no-edition', {language, languages: languages.join(', ')})
}

/** The books of one edition, staged when all of them are sound; its diagnostics join those of the build. */
async function makeBooks(spec: EditionSpec, setting: Setting, world: World, all: Diagnostic[]): Promise<Made> {
  const {sources, options, languagesByName} = setting
  const {list, report} = makeLedger()
  const composed = await makeEdition(spec, sources, languagesByName, options.drafts, world, report)
  const isSound = (): boolean => !applySilences(list, sources.publication.silences).some((diagnostic) => isFatal(diagnostic, options))
  const edition = isSound() ? await setTypefaces(composed, setting.formats, world, report) : composed
  const products = isSound() ? await emitProducts(edition, setting, world, report) : []
  const published = products.length > 0 && isSound()
  const sizes = published ? await stageAll(products, world) : products.map(({content}) => content.length)
  all.push(...list)
  const {working, dangling} = edition.graph
  return {
    language: spec.language, articles: edition.articles, working, dangling, published, sizes,
    products: products.map(({content: _, companions, files = companions, ...product}) => ({...product, ...(files && {companions: files.map(({path}) => path)})}))
  }
}

/** Stages every file of the products; the size of each product in bytes, its companions left out. */
async function stageAll(products: readonly Product[], world: World): Promise<readonly number[]> {
  const sizes: number[] = []
  for (const {path, content, companions = [], files} of products) {
    let size = content.length
    for (const each of [...files ? [] : [{path, content}], ...companions]) await world.stage(each.path, each.content)
    for (const file of files ?? []) {
      const made = file.make()
      size += made.length
      await world.stage(file.path, made)
    }
    sizes.push(size)
  }
  return sizes
}

async function makeEdition(
  spec: EditionSpec, sources: Sources, languagesByName: ReadonlyMap<string, readonly Language[]>, drafts: boolean, world: World, report: Report
): Promise<Edition> {
  const {language} = spec
  const {publication, resources} = sources
  const terms = sources.terms.get(language) as Terms // read gives terms for every language
  const manuscripts = sources.manuscripts.filter((manuscript) => manuscript.language === language)
  world.progress(`${language}: ${manuscripts.length} manuscripts`)
  const parsed = await world.parse(manuscripts, {singleDollarMath: publication.singleDollarMath, typography: spec.typography, terms})
  for (const {diagnostics} of parsed) for (const {code, facts, place} of diagnostics) report(code, facts as never, place)
  const articles = parsed.map(({article}) => article).filter(({draft}) => drafts || !draft)
  const arranged = arrangeArticles(articles, publication, spec, makeIndexOrder(language), report)
  const linked = linkArticles(arranged.flatMap((run) => run.articles), {publication, language, languagesByName, resources, terms}, report)
  const indexed = indexArticles(linked.articles, language, terms.words.symbols, report)
  const bySlug = new Map(indexed.articles.map((article) => [article.slug, article]))
  return composeEdition({
    spec, terms, modified: await world.modified(publication.date), graph: linked.graph, index: indexed.index, articleByMark: indexed.articleByMark,
    arranged: arranged.map((run) => ({...run, articles: run.articles.flatMap(({slug}) => bySlug.get(slug) ?? [])}))
  }, sources, report)
}

/** Print comes first: the e-books name its pages. */
async function emitProducts(edition: Edition, setting: Setting, world: World, report: Report): Promise<readonly Product[]> {
  const {formats} = setting
  const products = new Map<Format, Product>()
  let pagination: Pagination | undefined
  if (!formats.every(isEbook)) (await import('./emit/print/glyphs.ts')).checkGlyphs(edition, setting.sources.manuscripts, await coverageOf(edition, world), report)
  if (formats.some(needsInterior)) {
    world.progress(`${edition.spec.language}: pdf`)
    const [{pagination: found, ...product}, ...others] = await makePrint(edition, formats, world, report)
    pagination = found
    for (const each of [product, ...others]) products.set(each.format, each)
    if (product.content.length > 0) for (const each of await makeOfInterior(edition, product, formats, world, report)) products.set(each.format, each)
  }
  if (formats.includes('large-print')) products.set('large-print', await makeLargePrint(edition, world, report))
  const ebooks = formats.filter(isEbook)
  if (ebooks.length > 0) {
    for (const product of await makeEbooks(edition, ebooks, {pagination, print: products.get('pdf')?.content}, world, report)) products.set(product.format, product)
  }
  if (formats.includes('handouts')) products.set('handouts', await makeHandouts(edition, setting, pagination, world, report))
  return formats.flatMap((format) => products.get(format) ?? [])
}

/** What goes around the printed pages, and what is made of them. */
async function makeOfInterior(edition: Edition, {content, pages = 0}: Product, formats: readonly Format[], world: World, report: Report): Promise<readonly Product[]> {
  const products: Product[] = []
  const addPress = async (product: Product): Promise<void> => {
    await (await import('./verify/press.ts')).verifyPress(product, edition, report)
    products.push(product)
  }
  if (formats.includes('cover')) {
    world.progress(`${edition.spec.language}: cover`)
    const cover = await (await import('./emit/jacket/book.ts')).emitCover(edition, pages, world, report)
    if (cover) {
      const {verifyFonts} = await import('./verify/fonts.ts')
      verifyFonts(cover, edition, await coverageOf(edition, world), report)
      await addPress(cover)
    }
  }
  if (formats.includes('press')) {
    world.progress(`${edition.spec.language}: press`)
    const press = await (await import('./emit/press/book.ts')).emitPress(edition, content, world, report)
    if (press) await addPress(press)
  }
  if (formats.includes('booklet')) {
    world.progress(`${edition.spec.language}: booklet`)
    const booklet = await (await import('./emit/imposition/book.ts')).emitBooklet(edition, content, world)
    await (await import('./verify/sheets.ts')).verifyBooklet(booklet, edition, report)
    products.push(booklet)
  }
  return products
}

/** The printed book of the same edition, when there is one. */
interface Paper {
  readonly pagination: Pagination | undefined
  readonly print: Uint8Array | undefined
}

/**
 * All e-books of an edition: page breaks, pictures and cover are made once for them. Emitters and what they need are loaded
 * when a book is made: to check takes none, an EPUB not those of print.
 */
async function makeEbooks(
  composed: Edition, formats: readonly EbookFormat[], {pagination, print}: Paper, world: World, report: Report
): Promise<readonly Product[]> {
  const [{embedFonts}, {illustrate}, {setPageBreaks}, {emitEpub}] = [await import('./emit/epub/fonts.ts'), await import('./emit/epub/illustrations.ts'), await import('./emit/epub/page-breaks.ts'), await import('./emit/epub/book.ts')]
  const [{adaptEdition}, {makeCoverFiles}, {verifyEpub}] = [await import('./emit/epub/variants/adapt.ts'), await import('./emit/epub/cover-files.ts'), await import('./verify/epub.ts')]
  const paged = pagination && setPageBreaks(composed, pagination)
  const illustrated = await illustrate(await embedFonts(paged?.edition ?? composed, world, report), world, report)
  const companions = await makeCoverFiles(illustrated, world)
  const products: Product[] = []
  for (const [at, format] of formats.entries()) {
    world.progress(`${composed.spec.language}: ${format}`)
    const edition = await adaptEdition(illustrated, format, world, report)
    const product = await emitEpub(edition, report, {format, paging: paged?.paging})
    products.push({...product, ...(at === 0 && {companions}), links: verifyEpub(product, edition, report, pagination && print)})
  }
  return products
}

async function makeHandouts(edition: Edition, {sources, options}: Setting, pagination: Pagination | undefined, world: World, report: Report): Promise<Product> {
  const [{emitHandouts}, {verifyHandouts}] = [await import('./emit/handouts/book.ts'), await import('./verify/handouts.ts')]
  const product = await emitHandouts(edition, composeHandouts(edition, sources, options.handouts ?? [], report), pagination, world, report)
  return {...product, links: verifyHandouts(product, edition, await coverageOf(edition, world), report)}
}

function coverageOf({families = []}: Edition, world: World): Promise<Coverage> {
  return world.coverage(families)
}

/** The printed book, and the same pages for the screen where they are asked for. */
async function makePrint(edition: Edition, formats: readonly Format[], world: World, report: Report): Promise<readonly [Omit<PrintedBook, 'folios'>, ...Product[]]> {
  const [{bindPrint, bindScreen, emptyBook, typesetBook}, {verifyPrint}, {verifyFonts}] = [await import('./emit/print/book.ts'), await import('./verify/print.ts'), await import('./verify/fonts.ts')]
  const typeset = await typesetBook(edition, world, report)
  const bindings = [bindPrint, ...(formats.includes('screen') ? [bindScreen] : [])]
  const [print = emptyBook(edition, 'pdf'), ...others] = (typeset ? bindings.map((bind) => bind(typeset)) : []).map(({folios, ...product}) => {
    verifyPrint(product, edition, folios, report)
    return product
  })
  verifyFonts(print, edition, await coverageOf(edition, world), report) // the others show the same pages
  return [print, ...others.map(({pagination: _, ...product}) => product)]
}

async function makeLargePrint(composed: Edition, world: World, report: Report): Promise<Product> {
  const [{enlarge}, {emitPrint}] = [await import('./emit/print/large-print.ts'), await import('./emit/print/book.ts')]
  const [{verifyPrint}, {verifyFonts}] = [await import('./verify/print.ts'), await import('./verify/fonts.ts')]
  world.progress(`${composed.spec.language}: large-print`)
  const edition = enlarge(composed)
  const {folios, pagination: _, ...product} = await emitPrint(edition, world, report, {format: 'large-print'})
  verifyPrint(product, edition, folios, report)
  verifyFonts(product, edition, await coverageOf(edition, world), report)
  return product
}

/** In which languages each article exists, by folded slug. */
function listLanguages(manuscripts: readonly Manuscript[]): ReadonlyMap<string, readonly Language[]> {
  const languages = new Map<string, Language[]>()
  for (const {slug, language} of manuscripts) {
    const known = languages.get(fold(slug))
    if (known) known.push(language)
    else languages.set(fold(slug), [language])
  }
  return languages
}
