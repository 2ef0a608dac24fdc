/** Joins the prints of all chunks into one PDF: pages, links, destinations, structure tags, outline, page labels, metadata. */
import {folioOf, type Numbering} from '../../core/folio.ts'
import type {Direction, Language, NavPoint} from '../../core/model.ts'
import {writeOutline} from './pdf-outline.ts'
import type {Margins} from './margins.ts'
import {writeOverlay} from './pdf-margins.ts'
import {mergePart, type MergedPart, type MergeState} from './pdf-part.ts'
import {makePdfWriter, pdfDate, pdfString, type PdfWriter} from './pdf-writer.ts'
import {makeXmp} from './xmp.ts'

/** What the book says of itself. */
export interface BookFacts {
  readonly title: string
  readonly authors: readonly string[]
  readonly description: string | undefined
  readonly language: Language
  readonly direction: Direction
  readonly identifier: string
  /** Seconds since 1970. */
  readonly modified: number
  readonly numbering: Numbering
  readonly outline: readonly NavPoint[]
  /** Millimetres. */
  readonly width: number
  readonly height: number
}

export interface MergedPdf {
  readonly bytes: Uint8Array
  readonly pages: number
}

const pointsPerMillimetre = 72 / 25.4

/** Types of PDF 2.0 that the browser writes into a file of an older version, led back to one that is known there. */
const roleMap = '<</Em /Span /Strong /Span /Sub /Span /Title /P /FENote /Note>>'

/** The whole book; the same parts and facts give the same bytes. */
export function mergePdf(parts: readonly Uint8Array[], facts: BookFacts, margins: Margins = {prints: [], placeByPage: new Map()}): MergedPdf {
  const writer = makePdfWriter()
  const state: MergeState = {
    writer, pagesRoot: writer.reserve(), structureRoot: writer.reserve(), documentElement: writer.reserve(), pictures: new Map(),
    trim: {width: facts.width * pointsPerMillimetre, height: facts.height * pointsPerMillimetre},
    overlay: writeOverlay(margins, parts.length, writer)
  }
  const merged: MergedPart[] = []
  let [parentKeys, pagesBefore] = [0, 0]
  parts.forEach((part, place) => {
    const done = mergePart(part, place, {parentKeys, pagesBefore}, state)
    parentKeys += done.structure.parentKeys
    pagesBefore += done.pages
    merged.push(done)
  })
  const pages = merged.reduce((sum, part) => sum + part.pages, 0)
  writer.put(state.pagesRoot, `<</Type /Pages\n/Count ${pages}\n/Kids [${merged.map(({pagesNode}) => `${pagesNode} 0 R`).join(' ')}]>>`)
  const tagged = writeStructure(merged, parentKeys, facts, state)
  const root = writeCatalog(merged, facts, tagged, state)
  return {bytes: writer.finish(root, writeFacts(facts, writer)), pages}
}

/** One structure tree over all parts; whether there is any. */
function writeStructure(merged: readonly MergedPart[], parentKeys: number, facts: BookFacts, state: MergeState): boolean {
  const {writer, structureRoot, documentElement} = state
  if (merged.every(({structure}) => structure.root === undefined)) return false
  const parentTree = writer.reserve()
  const ids = merged.flatMap(({structure}) => structure.ids).sort() // ids are ASCII: code units are the order that 7.9.6 asks for
  const idTree = ids.length > 0 ? writer.reserve() : undefined
  writer.put(structureRoot, `<</Type /StructTreeRoot\n/K ${documentElement} 0 R\n/ParentTreeNextKey ${parentKeys}\n/ParentTree ${parentTree} 0 R\n` +
    `/RoleMap ${roleMap}${idTree === undefined ? '' : `\n/IDTree ${idTree} 0 R`}>>`)
  writer.put(documentElement, `<</Type /StructElem\n/S /Document\n/Lang ${pdfString(facts.language)}\n/P ${structureRoot} 0 R\n` +
    `/K [${merged.map(({structure}) => structure.children).join(' ')}]>>`)
  writer.put(parentTree, `<</Nums [${merged.flatMap(({structure}) => structure.parents).join(' ')}]>>`)
  if (idTree !== undefined) writer.put(idTree, `<</Names [${ids.join(' ')}]>>`)
  return true
}

function writeCatalog(merged: readonly MergedPart[], facts: BookFacts, tagged: boolean, {writer, pagesRoot, structureRoot}: MergeState): number {
  const dests = writer.reserve()
  writer.put(dests, `<<${merged.map(({destinations}) => destinations).join('\n')}>>`)
  const outline = writeOutline(facts.outline, writer)
  const metadata = writer.reserve()
  writer.putStream(metadata, '/Type /Metadata\n/Subtype /XML', Buffer.from(makeXmp(facts), 'utf8'))
  const catalog = writer.reserve()
  const labels = listLabels(facts.numbering, merged.reduce((sum, part) => sum + part.pages, 0))
  writer.put(catalog, [
    `<</Type /Catalog`, `/Pages ${pagesRoot} 0 R`, `/Dests ${dests} 0 R`, `/PageLabels <</Nums [${labels}]>>`, `/Metadata ${metadata} 0 R`,
    ...(outline === undefined ? [] : [`/Outlines ${outline} 0 R`, '/PageMode /UseOutlines']),
    ...(tagged ? ['/MarkInfo <</Marked true>>', `/StructTreeRoot ${structureRoot} 0 R`] : []),
    `/ViewerPreferences <</DisplayDocTitle true${facts.direction === 'rtl' ? ' /Direction /R2L' : ''}>>`, `/Lang ${pdfString(facts.language)}>>`
  ].join('\n'))
  return catalog
}

/** Rows of /PageLabels (12.4.2), which knows i, ii, iii and 1, 2, 3 only: any other folio is the prefix of a label of its own. */
function listLabels(numbering: Numbering, pages: number): string {
  const {frontPages, digits = 'latn', letters = 'roman'} = numbering
  const spell = (from: number, to: number): readonly string[] => Array.from({length: to - from}, (_, at) => `${from + at} <</P ${pdfString(folioOf(from + at + 1, numbering))}>>`)
  const front = frontPages === 0 ? [] : letters === 'roman' ? ['0 <</S /r>>'] : spell(0, frontPages)
  return [...front, ...(digits === 'latn' ? [`${frontPages} <</S /D>>`] : spell(frontPages, pages))].join(' ')
}

function writeFacts(facts: BookFacts, writer: PdfWriter): number {
  const n = writer.reserve()
  const date = pdfDate(facts.modified)
  writer.put(n, [
    `<</Title ${pdfString(facts.title)}`, ...(facts.authors.length > 0 ? [`/Author ${pdfString(facts.authors.join(', '))}`] : []),
    '/Creator (Hexapla)', '/Producer (Hexapla, Skia/PDF)', `/CreationDate ${date}`, `/ModDate ${date}>>`
  ].join('\n'))
  return n
}
