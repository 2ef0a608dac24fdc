/** Makes the printed book of an edition: one PDF whose contents, references and index carry true page numbers. */
import {tagOf} from '../../core/bilingual.ts'
import type {Report} from '../../core/diagnostic.ts'
import {folioOf} from '../../core/folio.ts'
import {walkElements} from '../../core/hast.ts'
import {progressionOf} from '../../core/locale.ts'
import type {Edition, Id, Language} from '../../core/model.ts'
import type {Product} from '../../core/product.ts'
import type {PageStart, Pagination} from '../../core/pagination.ts'
import type {World} from '../../core/world.ts'
import {cutChunks, type Chunk} from './chunks.ts'
import {findTargets} from './document.ts'
import type {FolioSetting} from './folios.ts'
import {makeScreenGuise, paperGuise, type Guise} from './guise.ts'
import type {Layout} from './layout.ts'
import {printIdentifierOf} from './identifier.ts'
import {listLeaves, printMargins, type Margins} from './margins.ts'
import {withGutter} from './measure.ts'
import {findPageStarts} from './page-starts.ts'
import {countLinks} from './pdf-links.ts'
import {lowestLine} from './page.ts'
import {mergePdf, type BookFacts} from './pdf-merge.ts'
import {settlePrints, type Settled} from './passes.ts'
import {settleVertical} from './vertical.ts'

export interface PrintedBook extends Product {
  /** Printed page number by the id of what stands on the page. */
  readonly folios: ReadonlyMap<Id, string>
  /** Absent when nothing was printed. */
  readonly pagination?: Pagination
}

/** Settled pages with their margins: what is bound as a book of paper or for the screen. */
export interface TypesetBook {
  readonly edition: Edition
  readonly chunks: readonly Chunk[]
  readonly settled: Settled
  readonly margins: Margins
}

/** Prints the edition, in documents of so many estimated pages. A fatal diagnostic leaves a book without content: it may not be published. */
export async function emitPrint(
  edition: Edition, world: World, report: Report, {pagesPerChunk, format = 'pdf'}: {readonly pagesPerChunk?: number; readonly format?: 'pdf' | 'large-print'} = {}
): Promise<PrintedBook> {
  const typeset = await typesetBook(edition, world, report, pagesPerChunk)
  return typeset ? bindPrint(typeset, format) : emptyBook(edition, format)
}

/** A book without content. */
export function emptyBook({spec, publication: {name}}: Edition, format: PageFormat): PrintedBook {
  return {format, language: tagOf(spec), path: pathOf(name, tagOf(spec), format), content: new Uint8Array(), pages: 0, links: 0, folios: new Map()}
}

/** The pages of the book, every number in them true; `undefined`, and a fatal diagnostic, where that cannot be had. */
export async function typesetBook(given: Edition, world: World, report: Report, pagesPerChunk?: number): Promise<TypesetBook | undefined> {
  const edition = settleVertical(given)
  const targets = findTargets(edition)
  const chunks = cutChunks(edition, pagesPerChunk)
  const settled = await settlePrints({edition, targets}, chunks, world, report)
  if (!settled) return undefined
  reportLost(targets, chunks, settled, report)
  const {layout, prints} = settled
  const margins = await printMargins(edition, withGutter(edition.publication.page, layout.gutter), listLeaves(edition, chunks, layout, prints), await world.press(), world)
  return {edition, chunks, settled, margins}
}

/** The book of paper. */
export function bindPrint(typeset: TypesetBook, format: 'pdf' | 'large-print' = 'pdf'): PrintedBook {
  const {edition, chunks, settled} = typeset
  return {...bind(typeset, format, paperGuise), pagination: paginate(edition, chunks, settled)}
}

/** The same pages for the screen: no blank ones, no room for the binding, links in colour. */
export function bindScreen(typeset: TypesetBook): PrintedBook {
  const {edition, chunks, settled: {layout}} = typeset
  const page = withGutter(edition.publication.page, layout.gutter)
  return bind(typeset, 'screen', makeScreenGuise(page, chunks, layout, edition.spec))
}

type PageFormat = 'pdf' | 'screen' | 'large-print'

function pathOf(name: string, language: Language, format: PageFormat): string {
  return `${language}/${name}-${language}${format === 'pdf' ? '' : `-${format}`}.pdf`
}

function bind({edition, settled: {layout, prints}, margins}: TypesetBook, format: PageFormat, guise: Guise): PrintedBook {
  const {spec, publication: {name}} = edition
  const {bytes, pages} = mergePdf(prints.map((print) => print.bytes), factsOf(edition, layout, format), margins, guise)
  const folios = new Map([...layout.pageById].map(([id, page]) => [id, folioOf(page, layout)]))
  return {format, language: tagOf(spec), path: pathOf(name, tagOf(spec), format), content: bytes, pages, links: countLinks(bytes), folios}
}

function paginate(edition: Edition, chunks: readonly Chunk[], {layout, prints}: Settled): Pagination {
  const {terms, script, spec: {direction, writing}} = edition
  const {frontPages, digits, letters} = layout
  const setting: FolioSetting = {layout, terms, script, ...(edition.second && {second: edition.second}), direction, isVertical: writing === 'vertical', hrefOf: (id) => `#${id}`}
  const starts = chunks.flatMap((chunk, place): readonly PageStart[] => {
    const [print, chunkLayout] = [prints[place], layout.chunks[place]]
    return print && chunkLayout ? findPageStarts(chunk, print, chunkLayout, layout, setting) : []
  })
  return {starts, pageById: layout.pageById, frontPages, ...(digits !== undefined && {digits}), ...(letters !== undefined && {letters})}
}

/** Every place that is pointed at must be on some page. */
function reportLost(targets: ReadonlySet<Id>, chunks: readonly Chunk[], {layout}: Settled, report: Report): void {
  const known = new Set(chunks.flatMap(({ids}) => [...ids]))
  for (const id of targets) {
    if (known.has(id) && !layout.pageById.has(id)) report('print/place-lost', {id})
  }
}

function factsOf(edition: Edition, layout: Layout, format: PageFormat): BookFacts {
  const {spec, publication} = edition
  return {
    title: spec.title, authors: spec.contributors.filter(({role}) => role === 'author').map(({name}) => name), description: spec.description,
    language: spec.language, direction: progressionOf(spec), identifier: printIdentifierOf(edition, format),
    modified: edition.modified, numbering: layout, outline: edition.contents, width: publication.page.width, height: publication.page.height, ...(spec.writing === 'vertical' ? {isVertical: true} : {lowest: lowestLine(publication.page)}),
    nameById: namePlaces(edition), conformance: publication.print.conformance,
    features: ['taggedPDF', 'structuralNavigation', 'tableOfContents', 'pageNavigation', ...(format === 'large-print' ? ['largePrint'] : [])]
  }
}

/** What stands at each place: its own name where it has one, else that of the division it is in. */
function namePlaces({divisions, graph}: Edition): ReadonlyMap<Id, string> {
  const names = new Map<Id, string>()
  for (const {tree, title} of divisions) {
    walkElements(tree, ({properties: {id}}) => { if (typeof id === 'string') names.set(id, graph.targetById.get(id)?.label ?? title) })
  }
  return names
}
