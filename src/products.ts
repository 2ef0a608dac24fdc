/** All products of an edition: print first, for the e-books name its pages; each is verified as it is made. */
import {composeHandouts} from './compose/handouts.ts'
import type {Report} from './core/diagnostic.ts'
import {isEbook, needsInterior, type EbookFormat} from './core/formats.ts'
import type {HandoutSet} from './core/handouts.ts'
import type {Edition, Format, Sources} from './core/model.ts'
import type {Pagination} from './core/pagination.ts'
import type {Product} from './core/product.ts'
import type {Coverage, World} from './core/world.ts'
import type {PrintedBook} from './emit/print/book.ts'

export interface ProductSetting {
  readonly sources: Sources
  readonly formats: readonly Format[]
  /** Handouts of these instead of the publication's. */
  readonly handouts?: readonly HandoutSet[]
}

export interface Emitted {
  readonly products: readonly Product[]
  /** Of the printed book, if there is one. */
  readonly pagination: Pagination | undefined
}

/** In the order of the formats; an edition whose interior fails has no press file and no booklet. */
export async function emitProducts(edition: Edition, setting: ProductSetting, world: World, report: Report): Promise<Emitted> {
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
  return {products: formats.flatMap((format) => products.get(format) ?? []), pagination}
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

async function makeHandouts(edition: Edition, {sources, handouts = []}: ProductSetting, pagination: Pagination | undefined, world: World, report: Report): Promise<Product> {
  const [{emitHandouts}, {verifyHandouts}] = [await import('./emit/handouts/book.ts'), await import('./verify/handouts.ts')]
  const product = await emitHandouts(edition, composeHandouts(edition, sources, handouts, report), pagination, world, report)
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
