/** The outer parts of a PDF that is made of sheets: pages with their boxes, catalogue, facts. Nothing in it links to anything. */
import {tagOf} from '../../core/bilingual.ts'
import {deflateSync} from 'node:zlib'
import {progressionOf} from '../../core/locale.ts'
import type {Direction, Edition, Format} from '../../core/model.ts'
import type {OutputProfile} from '../../core/paper.ts'
import {makeUuid} from '../../core/uuid.ts'
import {printIdentifierOf} from '../print/identifier.ts'
import {pdfDate, pdfString, producer, type PdfWriter} from '../print/pdf-writer.ts'
import {makeXmp, type XmpFacts} from '../print/xmp.ts'
import type {Box, PageForm} from './pdf-forms.ts'

export interface SheetPage {
  readonly media: Box
  readonly trim: Box
  readonly bleed?: Box
  /** Operators. */
  readonly content: string
  /** Forms that the operators name, by their number: `/F12 Do`. */
  readonly forms: readonly PageForm[]
  /** More resources, such as colour spaces. */
  readonly resources?: string
}

export interface SheetFacts extends XmpFacts {
  /** Which way the pages follow one another. */
  readonly direction: Direction
  /** The printing condition that the file is made for, where it says so. */
  readonly output?: OutputProfile
  /** How the printing dialogue is to be set. */
  readonly duplex?: 'DuplexFlipShortEdge' | 'DuplexFlipLongEdge'
}

/** What a file of sheets says of itself; with a profile it is PDF/X-4. */
export function describeSheets({spec, publication, modified}: Edition, format: Format, output?: OutputProfile): SheetFacts {
  const {title, description, language, contributors} = spec
  return {
    title, description, language, direction: progressionOf(spec), modified, authors: contributors.filter(({role}) => role === 'author').map(({name}) => name), identifier: printIdentifierOf({spec, publication}),
    document: makeUuid(`${publication.identifier} ${tagOf(spec)} ${format}`), ...(output && {output, conformance: ['pdf-x-4']})
  }
}

/** Writes the pages and what belongs around them, and gives the whole file. */
export function finishSheets(pages: readonly SheetPage[], facts: SheetFacts, writer: PdfWriter): Uint8Array {
  const tree = writer.reserve()
  const kids = pages.map((page) => writePage(page, tree, writer))
  writer.put(tree, `<</Type /Pages\n/Count ${kids.length}\n/Kids [${kids.map((n) => `${n} 0 R`).join(' ')}]>>`)
  const catalog = writer.reserve()
  const metadata = writer.reserve()
  writer.putStream(metadata, '/Type /Metadata\n/Subtype /XML', Buffer.from(makeXmp({...facts, producer}), 'utf8'))
  const intent = facts.output ? `\n/OutputIntents [<<${describeIntent(facts.output)} /DestOutputProfile ${writeProfile(facts.output, writer)} 0 R>>]` : ''
  const preferences = ['/DisplayDocTitle true', '/PrintScaling /None', ...(facts.duplex ? [`/Duplex /${facts.duplex}`] : []), ...(facts.direction === 'rtl' ? ['/Direction /R2L'] : [])]
  writer.put(catalog, `<</Type /Catalog\n/Pages ${tree} 0 R\n/ViewerPreferences <<${preferences.join(' ')}>>\n/Lang ${pdfString(facts.language)}\n/Metadata ${metadata} 0 R${intent}>>`)
  const information = writer.reserve()
  const date = pdfDate(facts.modified)
  writer.put(information, `<</Title ${pdfString(facts.title)}\n/Creator (Hexapla)\n/Producer (${producer})\n/CreationDate ${date}\n/ModDate ${date}\n/Trapped /False>>`)
  return writer.finish(catalog, information)
}

/** Entries of the output intent, without the profile itself (ISO 32000-2, 14.11.5). */
export function describeIntent({name, condition}: OutputProfile): string {
  const registered = condition === undefined ? '' : ' /RegistryName (http://www.color.org)'
  return `/Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier ${pdfString(condition ?? name)} /OutputCondition ${pdfString(name)} /Info ${pdfString(name)}${registered}`
}

function writeProfile({inks, content}: OutputProfile, writer: PdfWriter): number {
  const profile = writer.reserve()
  writer.putStream(profile, `/N ${inks === 'cmyk' ? 4 : 1}\n/Alternate /Device${inks === 'cmyk' ? 'CMYK' : 'Gray'}\n/Filter /FlateDecode`, deflateSync(content))
  return profile
}

function writePage({media, trim, bleed = trim, content, forms, resources = ''}: SheetPage, tree: number, writer: PdfWriter): number {
  const [stream, page] = [writer.reserve(), writer.reserve()]
  writer.putStream(stream, '/Filter /FlateDecode', deflateSync(Buffer.from(content, 'latin1')))
  const named = forms.map(({object}) => `/F${object} ${object} 0 R`).join(' ')
  writer.put(page, `<</Type /Page\n/Parent ${tree} 0 R\n/MediaBox [${media.join(' ')}]\n/BleedBox [${bleed.join(' ')}]\n/TrimBox [${trim.join(' ')}]\n` +
    `/Resources <</XObject <<${named}>>${resources}>>\n/Contents ${stream} 0 R>>`)
  return page
}
