/** The preflight: reads a PDF by anyone and says what a printer would say of it. */
import {sortDiagnostics, type Diagnostic, type Report} from '../../core/diagnostic.ts'
import {checkActions, checkAnnotations, checkEncryption, checkIntent, checkLanguage, checkTitle, checkVersion, findStandard} from './check-file.ts'
import {
  checkAmount, checkBlack, checkColours, checkFonts, checkLines, checkOverprint, checkPictures, checkTofu, checkTransparency
} from './check-ink.ts'
import {checkBlanks, checkBleed, checkBoxes, checkCount, checkEdges, checkRunaways, checkSizes} from './check-pages.ts'
import {checkStandard} from './check-standard.ts'
import {openAnyPdf} from './document.ts'
import {readPage} from './page.ts'
import {makeRow, type Check, type Expectations, type Inspected, type Row} from './report.ts'
import type {Shared} from './run.ts'
import {namePages, pagesWhere} from './words.ts'

/** Questions about the file, then about its pages; those that a protected file does not answer come last. */
const outside: readonly (readonly [string, Check])[] = [
  ['version', checkVersion], ['standard', checkStandard], ['protection', checkEncryption], ['output intent', checkIntent], ['forms, scripts', checkActions], ['annotations', checkAnnotations],
  ['pages', checkCount], ['trim', checkSizes], ['boxes', checkBoxes]
]

const inside: readonly (readonly [string, Check])[] = [
  ['bleed', checkBleed], ['margins', checkEdges], ['blank pages', checkBlanks], ['nearly empty', checkRunaways],
  ['fonts', checkFonts], ['missing letters', checkTofu], ['colours', checkColours], ['black text', checkBlack], ['ink', checkAmount], ['overprint', checkOverprint],
  ['transparency', checkTransparency], ['thinnest line', checkLines], ['pictures', checkPictures], ['title', checkTitle], ['language', checkLanguage]
]

/** The rows in the order of the questions; what is not good is reported at `file`. A file that cannot be read has no rows. */
export async function inspectPdf(bytes: Uint8Array, file: string, report: Report, expectations: Expectations = {}): Promise<readonly Row[]> {
  const inspected = await lookInto(bytes, expectations)
  if (typeof inspected !== 'string') return judge(inspected, file, report)
  report('preflight/unreadable', {found: inspected}, {file})
  return []
}

/** The rows of a file that was looked into. */
export function judge(inspected: Inspected, file: string, report: Report): readonly Row[] {
  const diagnostics: Diagnostic[] = []
  const rows = [...outside, ...inspected.pdf.encrypted ? [] : inside].map(([topic, check]) => makeRow(topic, check, inspected, diagnostics))
  const unread = pagesWhere(inspected.pages, (page) => page.unread)
  for (const {code, facts} of sortDiagnostics(diagnostics)) report(code, facts as never, {file}) // made by the same table
  if (unread.length > 0) report('preflight/unread', {pages: namePages(unread)}, {file})
  return rows
}

/** What is found in a file; a text that completes “Unexpected …” where it cannot be read. */
export async function lookInto(bytes: Uint8Array, expectations: Expectations): Promise<Inspected | string> {
  const pdf = await openAnyPdf(bytes)
  if (typeof pdf === 'string') return pdf
  const shared: Shared = {fontByDictionary: new Map(), hashByPicture: new Map()}
  const pages = pdf.pages.map((page) => readPage(page, shared))
  const standard = findStandard(pdf)
  const isForPress = standard !== undefined || pages.some(({boxes: {bleed, trim}}) => bleed !== undefined && trim !== undefined && bleed[0] < trim[0])
  return {pdf, pages, standard, isForPress, expectations}
}
