/** Makes the printed book of an edition: one PDF whose contents, references and index carry true page numbers. */
import type {Report} from '../../core/diagnostic.ts'
import {folioOf} from '../../core/folio.ts'
import type {Edition, Id} from '../../core/model.ts'
import type {Product} from '../../core/product.ts'
import type {PageStart, Pagination} from '../../core/pagination.ts'
import type {World} from '../../core/world.ts'
import {cutChunks, type Chunk} from './chunks.ts'
import {findTargets} from './document.ts'
import type {FolioSetting} from './folios.ts'
import type {Layout} from './layout.ts'
import {printIdentifierOf} from './identifier.ts'
import {listLeaves, printMargins} from './margins.ts'
import {withGutter} from './measure.ts'
import {findPageStarts} from './page-starts.ts'
import {countLinks} from './pdf-links.ts'
import {mergePdf, type BookFacts} from './pdf-merge.ts'
import {settlePrints, type Settled} from './passes.ts'

export interface PrintedBook extends Product {
  /** Printed page number by the id of what stands on the page. */
  readonly folios: ReadonlyMap<Id, string>
  /** Absent when nothing was printed. */
  readonly pagination?: Pagination
}

/** Prints the edition, in documents of so many estimated pages. A fatal diagnostic leaves a book without content: it may not be published. */
export async function emitPrint(edition: Edition, world: World, report: Report, pagesPerChunk?: number): Promise<PrintedBook> {
  const {spec: {language}, publication} = edition
  const path = `${language}/${publication.name}-${language}.pdf`
  const targets = findTargets(edition)
  const chunks = cutChunks(edition, pagesPerChunk)
  const settled = await settlePrints({edition, targets}, chunks, world, report)
  if (!settled) return {format: 'pdf', language, path, content: new Uint8Array(), pages: 0, links: 0, folios: new Map()}
  reportLost(targets, chunks, settled, report)
  const {layout, prints} = settled
  const margins = await printMargins(edition, withGutter(publication.page, layout.gutter), listLeaves(edition, chunks, layout, prints), await world.press(), world)
  const {bytes, pages} = mergePdf(prints.map((print) => print.bytes), factsOf(edition, layout), margins)
  const folios = new Map([...layout.pageById].map(([id, page]) => [id, folioOf(page, layout)]))
  return {format: 'pdf', language, path, content: bytes, pages, links: countLinks(bytes), folios, pagination: paginate(edition, chunks, settled)}
}

function paginate(edition: Edition, chunks: readonly Chunk[], {layout, prints}: Settled): Pagination {
  const {terms, script, spec: {direction}} = edition
  const {frontPages, digits, letters} = layout
  const setting: FolioSetting = {layout, terms, script, direction, hrefOf: (id) => `#${id}`}
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

function factsOf(edition: Edition, layout: Layout): BookFacts {
  const {spec, publication} = edition
  return {
    title: spec.title, authors: spec.contributors.filter(({role}) => role === 'author').map(({name}) => name), description: spec.description,
    language: spec.language, direction: spec.direction, identifier: printIdentifierOf(edition),
    modified: edition.modified, numbering: layout, outline: edition.contents, width: publication.page.width, height: publication.page.height
  }
}
