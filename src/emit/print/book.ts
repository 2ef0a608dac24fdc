/** Makes the printed book of an edition: one PDF whose contents, references and index carry true page numbers. */
import type {Report} from '../../core/diagnostic.ts'
import type {Edition, Id, Product} from '../../core/model.ts'
import type {PageStart, Pagination} from '../../core/pagination.ts'
import type {World} from '../../core/world.ts'
import {cutChunks, type Chunk} from './chunks.ts'
import {findTargets} from './document.ts'
import type {FolioSetting} from './folios.ts'
import {folioOf} from './layout.ts'
import {printIdentifierOf} from './identifier.ts'
import {findPageStarts} from './page-starts.ts'
import {countLinks} from './pdf-links.ts'
import {mergePdf, type BookFacts} from './pdf-merge.ts'
import {settlePrints, type Print, type Settled} from './passes.ts'

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
  const parts = prints.map((print, place) => ({bytes: print.bytes, openings: findOpenings(print, chunks[place])}))
  const {bytes, pages} = mergePdf(parts, factsOf(edition, layout.frontPages))
  const folios = new Map([...layout.pageById].map(([id, page]) => [id, folioOf(page, layout.frontPages)]))
  return {format: 'pdf', language, path, content: bytes, pages, links: countLinks(bytes), folios, pagination: paginate(edition, chunks, settled)}
}

function paginate(edition: Edition, chunks: readonly Chunk[], {layout, prints}: Settled): Pagination {
  const {terms, script, spec: {direction}} = edition
  const setting: FolioSetting = {layout, terms, script, direction, hrefOf: (id) => `#${id}`}
  const starts = chunks.flatMap((chunk, place): readonly PageStart[] => {
    const [print, chunkLayout] = [prints[place], layout.chunks[place]]
    return print && chunkLayout ? findPageStarts(chunk, print, chunkLayout, layout, setting) : []
  })
  return {starts, pageById: layout.pageById, frontPages: layout.frontPages}
}

/** Every place that is pointed at must be on some page. */
function reportLost(targets: ReadonlySet<Id>, chunks: readonly Chunk[], {layout}: Settled, report: Report): void {
  const known = new Set(chunks.flatMap(({ids}) => [...ids]))
  for (const id of targets) {
    if (known.has(id) && !layout.pageById.has(id)) report('print/place-lost', {id})
  }
}

/** Pages of the print on which a division begins. */
function findOpenings({pageById}: Print, chunk: Chunk | undefined): ReadonlySet<number> {
  return new Set(chunk?.divisions.flatMap(({id}) => pageById.get(id) ?? []))
}

function factsOf(edition: Edition, frontPages: number): BookFacts {
  const {spec, publication} = edition
  return {
    title: spec.title, authors: spec.contributors.filter(({role}) => role === 'author').map(({name}) => name), description: spec.description,
    language: spec.language, direction: spec.direction, identifier: printIdentifierOf(edition),
    modified: edition.modified, frontPages, outline: edition.contents, width: publication.page.width, height: publication.page.height
  }
}
