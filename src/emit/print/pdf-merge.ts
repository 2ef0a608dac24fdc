/** Joins the prints of all chunks into one PDF: pages, links, destinations, structure tags, outline, page labels, metadata. */
import type {Numbering} from '../../core/folio.ts'
import {pointsPerMillimetre} from '../../core/lengths.ts'
import type {Direction, Id, NavPoint} from '../../core/model.ts'
import {paperGuise, type Guise} from './guise.ts'
import type {Margins} from './margins.ts'
import {listLabels} from './pdf-labels.ts'
import {writeOverlay} from './pdf-margins.ts'
import {writeOutline} from './pdf-outline.ts'
import {mergePart, type Before, type MergedPart, type MergeState} from './pdf-part.ts'
import {makeRgbProfile} from './rgb-profile.ts'
import {makePdfWriter, pdfDate, pdfString, producer, type PdfWriter} from './pdf-writer.ts'
import {makeXmp, type XmpFacts} from './xmp.ts'

/** What the book says of itself. */
export interface BookFacts extends XmpFacts {
  readonly direction: Direction
  readonly numbering: Numbering
  readonly outline: readonly NavPoint[]
  /** Millimetres. */
  readonly width: number
  readonly height: number
  /** Points from the foot of a page, as the browser counts them, below which no line begins. */
  readonly lowest?: number
  /** Whether its lines run from top to bottom. */
  readonly isVertical?: boolean
  /** What stands at a place, in words; for links that show a number only. */
  readonly nameById?: ReadonlyMap<Id, string>
}

export interface MergedPdf {
  readonly bytes: Uint8Array
  readonly pages: number
}


/** Types of PDF 2.0 that the browser writes into a file of an older version, led back to one that is known there. */
const roleMap = '<</Em /Span /Strong /Span /Sub /Span /Title /P /FENote /Note>>'

const noMargins: Margins = {prints: [], placeByPage: new Map()}

/** The whole book; the same parts and facts give the same bytes. */
export function mergePdf(parts: readonly Uint8Array[], facts: BookFacts, margins: Margins = noMargins, guise: Guise = paperGuise): MergedPdf {
  const writer = makePdfWriter()
  const state: MergeState = {
    writer, pagesRoot: writer.reserve(), structureRoot: writer.reserve(), documentElement: writer.reserve(), pictures: new Map(),
    trim: {width: facts.width * pointsPerMillimetre, height: facts.height * pointsPerMillimetre}, lowest: facts.lowest, isVertical: facts.isVertical, guise,
    nameOf: (id) => facts.nameById?.get(id), overlay: writeOverlay(margins, parts.length, writer)
  }
  const merged: MergedPart[] = []
  let before: Before = {keys: 0, pages: 0}
  parts.forEach((part, place) => {
    const done = mergePart(part, place, before, state)
    before = {keys: before.keys + done.parents.length, pages: before.pages + done.printed}
    merged.push(done)
  })
  const pages = merged.flatMap((part) => part.pages)
  writer.put(state.pagesRoot, `<</Type /Pages\n/Count ${pages.length}\n/Kids [${merged.filter((part) => part.pages.length > 0).map(({pagesNode}) => `${pagesNode} 0 R`).join(' ')}]>>`)
  const tagged = writeStructure(merged, before.keys, facts, state)
  const root = writeCatalog(merged, {facts, tagged, printed: before.pages}, state)
  return {bytes: writer.finish(root, writeFacts(facts, writer)), pages: pages.length}
}

/** One structure tree over all parts; whether there is any. */
function writeStructure(merged: readonly MergedPart[], keys: number, facts: BookFacts, state: MergeState): boolean {
  const {writer, structureRoot, documentElement} = state
  if (merged.every(({children}) => children === undefined)) return false
  const parentTree = writer.reserve()
  const ids = merged.flatMap((part) => part.ids).sort() // ids are ASCII: code units are the order that 7.9.6 asks for
  const idTree = ids.length > 0 ? writer.reserve() : undefined
  writer.put(structureRoot, `<</Type /StructTreeRoot\n/K ${documentElement} 0 R\n/ParentTreeNextKey ${keys}\n/ParentTree ${parentTree} 0 R\n` +
    `/RoleMap ${roleMap}${idTree === undefined ? '' : `\n/IDTree ${idTree} 0 R`}>>`)
  writer.put(documentElement, `<</Type /StructElem\n/S /Document\n/Lang ${pdfString(facts.language)}\n/P ${structureRoot} 0 R\n` +
    `/K [${merged.map(({children = ''}) => children).join(' ')}]>>`)
  writer.put(parentTree, `<</Nums [${merged.flatMap(({parents}) => parents).join(' ')}]>>`)
  if (idTree !== undefined) writer.put(idTree, `<</Names [${ids.join(' ')}]>>`)
  return true
}

interface Whole {
  readonly facts: BookFacts
  readonly tagged: boolean
  /** Pages before any was left out. */
  readonly printed: number
}

function writeCatalog(merged: readonly MergedPart[], {facts, tagged, printed}: Whole, {writer, pagesRoot, structureRoot, guise}: MergeState): number {
  const dests = writer.reserve()
  writer.put(dests, `<<${merged.map(({destinations}) => destinations).join('\n')}>>`)
  const outline = writeOutline(facts.outline, writer)
  const metadata = writer.reserve()
  writer.putStream(metadata, '/Type /Metadata\n/Subtype /XML', Buffer.from(makeXmp({...facts, producer}), 'utf8'))
  const intent = facts.conformance?.includes('pdf-a') ? writeIntent(writer) : undefined
  const catalog = writer.reserve()
  const first = merged.flatMap(({pages}) => pages)[0]
  writer.put(catalog, [
    `<</Type /Catalog`, `/Pages ${pagesRoot} 0 R`, `/Dests ${dests} 0 R`, `/PageLabels <</Nums [${listLabels(facts.numbering, printed, guise.leftOut)}]>>`, `/Metadata ${metadata} 0 R`,
    ...(outline === undefined ? [] : [`/Outlines ${outline} 0 R`, '/PageMode /UseOutlines']),
    ...(intent === undefined ? [] : [`/OutputIntents [${intent} 0 R]`]),
    ...(guise.isPaged ? ['/PageLayout /SinglePage', ...(first === undefined ? [] : [`/OpenAction [${first} 0 R /Fit]`])] : []),
    ...(tagged ? ['/MarkInfo <</Marked true>>', `/StructTreeRoot ${structureRoot} 0 R`] : []),
    `/ViewerPreferences <</DisplayDocTitle true${facts.direction === 'rtl' ? ' /Direction /R2L' : ''}>>`, `/Lang ${pdfString(facts.language)}>>`
  ].join('\n'))
  return catalog
}

/** The colours of the file are those of sRGB (ISO 19005-2, 6.2.3). */
function writeIntent(writer: PdfWriter): number {
  const [profile, intent] = [writer.reserve(), writer.reserve()]
  writer.putStream(profile, '/N 3', makeRgbProfile())
  writer.put(intent, `<</Type /OutputIntent\n/S /GTS_PDFA1\n/OutputConditionIdentifier (sRGB)\n/Info (sRGB IEC61966-2.1)\n/DestOutputProfile ${profile} 0 R>>`)
  return intent
}

function writeFacts(facts: BookFacts, writer: PdfWriter): number {
  const n = writer.reserve()
  const date = pdfDate(facts.modified)
  writer.put(n, [
    `<</Title ${pdfString(facts.title)}`, ...(facts.authors.length > 0 ? [`/Author ${pdfString(facts.authors.join(', '))}`] : []),
    '/Creator (Hexapla)', `/Producer (${producer})`, `/CreationDate ${date}`, `/ModDate ${date}>>`
  ].join('\n'))
  return n
}
