/** PDFs for print: a sound one, and for each thing that can be wrong one that has it and is otherwise sound. */
import {readFileSync} from 'node:fs'
import {PDFDocument, PDFName, PDFString, type PDFPage} from '@cantoo/pdf-lib'
import {makeLedger, sortDiagnostics, type Code, type Diagnostic} from '../../src/core/diagnostic.ts'
import {inspectPdf} from '../../src/verify/preflight/inspect.ts'
import type {Expectations, Row} from '../../src/verify/preflight/report.ts'

const mm = 72 / 25.4
const [width, height, bleed, slug] = [100, 150, 3, 10]
const edge = slug + bleed

/** What is changed in the sound file. */
export interface Change {
  /** Pages instead of 4. */
  readonly pages?: number
  /** Lines on page n (from 0) instead of 20. */
  readonly lines?: (page: number) => number
  /** More operators on page 2, in millimetres from the lower left corner of the trim. */
  readonly content?: string
  readonly document?: (document: PDFDocument) => Promise<void> | void
  readonly page?: (page: PDFPage, document: PDFDocument) => Promise<void> | void
  readonly bytes?: (bytes: Uint8Array) => Uint8Array
  readonly expectations?: Expectations
}

const face = readFileSync('node_modules/@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf')
/** Each letter is glyph 36 of the font, which is an A. */
const line = '<00240024002400240024002400240024>'

/** A book for the press: 100 × 150 mm, bleed, a hairline as crop mark, black text in an embedded font. */
export async function makePressPdf({pages = 4, lines = () => 20, content = '', document: changeDocument, page: changePage, bytes: changeBytes}: Change = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create({updateMetadata: false})
  document.setTitle('Market')
  document.setLanguage('en')
  const font = addFont(document)
  for (let at = 0; at < pages; at++) {
    const page = document.addPage([(width + edge * 2) * mm, (height + edge * 2) * mm])
    page.setTrimBox(edge * mm, edge * mm, width * mm, height * mm)
    page.setBleedBox(slug * mm, slug * mm, (width + bleed * 2) * mm, (height + bleed * 2) * mm)
    page.node.setFontDictionary(PDFName.of('F1'), font)
    const text = Array.from({length: lines(at)}, (_, row) => `BT /F1 4 Tf 10 ${130 - row * 6} Td ${line} Tj ET`).join('\n')
    const mark = '0.25 w 0 G 20 0 m 20 20 l S\n'
    draw(page, `${mark}q ${mm} 0 0 ${mm} ${edge * mm} ${edge * mm} cm 0 g\n${text}\n${at === 1 ? content : ''}\nQ`)
    if (at === 1) await changePage?.(page, document)
  }
  await changeDocument?.(document)
  const bytes = await document.save({useObjectStreams: false, updateFieldAppearances: false})
  return changeBytes ? changeBytes(bytes) : bytes
}

function draw(page: PDFPage, content: string): void {
  page.node.addContentStream(page.doc.context.register(page.doc.context.flateStream(content)))
}

function addFont({context}: PDFDocument, embedded = true): ReturnType<PDFDocument['context']['register']> {
  const descriptor = context.obj({
    Type: 'FontDescriptor', FontName: 'ABCDEF+NotoSerif', Flags: 4, FontBBox: [0, 0, 1000, 1000], ItalicAngle: 0, Ascent: 1000, Descent: -200, CapHeight: 700, StemV: 80,
    ...(embedded && {FontFile2: context.register(context.flateStream(face))})
  })
  const descendant = context.obj({
    Type: 'Font', Subtype: 'CIDFontType2', BaseFont: 'ABCDEF+NotoSerif', CIDToGIDMap: 'Identity', DW: 600, FontDescriptor: context.register(descriptor),
    CIDSystemInfo: {Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0}
  })
  return context.register(context.obj({Type: 'Font', Subtype: 'Type0', BaseFont: 'ABCDEF+NotoSerif', Encoding: 'Identity-H', DescendantFonts: [context.register(descendant)]}))
}

/** A grey picture of so many pixels, shown 50 mm wide in the middle of the page. */
function addPicture(page: PDFPage, pixels: number, extra: Record<string, string> = {}): void {
  const {context} = page.doc
  const picture = context.flateStream(new Uint8Array(pixels * pixels).fill(128), {Type: 'XObject', Subtype: 'Image', Width: pixels, Height: pixels, ColorSpace: 'DeviceGray', BitsPerComponent: 8, ...extra})
  page.node.setXObject(PDFName.of('X1'), context.register(picture))
  draw(page, `q ${50 * mm} 0 0 ${50 * mm} ${40 * mm} ${60 * mm} cm /X1 Do Q`)
}

function setState(page: PDFPage, state: Record<string, boolean | number>): void {
  page.node.setExtGState(PDFName.of('G1'), page.doc.context.obj(state))
}

function annotate(page: PDFPage, subtype: string): void {
  page.node.set(PDFName.of('Annots'), page.doc.context.obj([{Type: 'Annot', Subtype: subtype, Rect: [60, 60, 90, 90]}]))
}

/** The wrong ones by what is wrong with them. */
export const wrongPdfs: readonly (readonly [Code, string, Change])[] = [
  ['preflight/unreadable', 'no PDF at all', {bytes: () => new TextEncoder().encode('a letter to the printer')}],
  ['preflight/unreadable', 'a file that was cut off in the middle', {bytes: (bytes) => bytes.slice(0, 40)}],
  ['preflight/encrypted', 'a password', {document: (document) => { document.encrypt({userPassword: '', ownerPassword: 'x', permissions: {printing: false}}) }}],
  ['preflight/standard', 'a claim to be PDF/X-4 and little of it', {document: (document) => { claim(document, 'PDF/X-4') }}],
  ['preflight/active', 'a form', {document: (document) => { document.getForm().createTextField('name') }}],
  ['preflight/active', 'a script', {document: (document) => { document.addJavaScript('greet', 'app.alert("hello")') }}],
  ['preflight/active', 'a film', {page: (page) => { annotate(page, 'Movie') }}],
  ['preflight/annotation', 'a link', {page: (page) => { annotate(page, 'Link') }}],
  ['preflight/page-sizes', 'a page of another size', {page: (page) => { page.setTrimBox(edge * mm, edge * mm, 90 * mm, height * mm) }}],
  ['preflight/boxes', 'a trim larger than the bleed', {page: (page) => { page.setBleedBox(edge * mm + 5, edge * mm, width * mm, height * mm) }}],
  ['preflight/boxes', 'a bleed larger than the sheet', {page: (page) => { page.setBleedBox(-9, 0, 900, 900) }}],
  ['preflight/bleed', 'a tint that ends at the edge', {content: '0.5 g 0 60 20 20 re f'}],
  ['preflight/edge', 'letters that are cut off', {content: `BT /F1 4 Tf -2 20 Td ${line} Tj ET`}],
  ['preflight/edge', 'letters at the edge', {content: `BT /F1 4 Tf 1 20 Td ${line} Tj ET`}],
  ['preflight/page-count', 'five pages', {pages: 5}],
  ['preflight/blank-pages', 'two blank pages in the middle', {pages: 8, lines: (page) => page === 3 || page === 4 ? 0 : 20}],
  ['preflight/runaway', 'a word on each of many pages', {pages: 12, lines: (page) => page > 2 && page < 9 ? 1 : 10}],
  ['preflight/short-page', 'one line on the last page', {lines: (page) => page === 3 ? 1 : 20}],
  ['preflight/font-missing', 'a font that is not embedded', {page: (page, document) => page.node.setFontDictionary(PDFName.of('F1'), addFont(document, false))}],
  ['preflight/type-3', 'a font of drawings', {page: (page, {context}) => {
    const glyph = context.register(context.flateStream('600 0 d0 0 0 500 500 re f'))
    page.node.setFontDictionary(PDFName.of('F3'), context.register(context.obj({
      Type: 'Font', Subtype: 'Type3', Name: 'Drawings', FontBBox: [0, 0, 600, 600], FontMatrix: [0.001, 0, 0, 0.001, 0, 0], CharProcs: {A: glyph}, Encoding: {Differences: [65, 'A']}, FirstChar: 65, LastChar: 65, Widths: [600]
    })))
    draw(page, `BT 0 g /F3 12 Tf ${50 * mm} ${50 * mm} Td (A) Tj ET`)
  }}],
  ['preflight/tofu', 'a letter that the font lacks', {content: 'BT /F1 4 Tf 10 9 Td <00240000> Tj ET'}],
  ['preflight/colour', 'blue where black was asked', {content: '0 0 1 rg 20 20 10 10 re f', expectations: {colour: 'black'}}],
  ['preflight/colour', 'RGB where CMYK was asked', {content: '0 0 1 rg 20 20 10 10 re f', expectations: {colour: 'cmyk'}}],
  ['preflight/colour', 'a spot colour where grey was asked', {page: (page) => {
    const {context} = page.doc
    page.node.Resources()?.set(PDFName.of('ColorSpace'), context.obj({S: ['Separation', 'Gold', 'DeviceCMYK', {FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [0, 0.2, 0.8, 0.2], N: 1}]}))
    draw(page, '/S cs 1 scn 100 100 30 30 re f')
  }, expectations: {colour: 'grey'}}],
  ['preflight/rgb', 'red without a profile', {content: '1 0 0 rg 20 20 10 10 re f'}],
  ['preflight/rgb-black', 'text in RGB black', {content: `0 0 0 rg BT /F1 4 Tf 10 9 Td ${line} Tj ET`, expectations: {colour: 'rgb'}}],
  ['preflight/rich-black', 'text in four inks', {content: `0.72 0.68 0.67 0.88 k BT /F1 4 Tf 10 9 Td ${line} Tj ET`}],
  ['preflight/ink', 'a dark area in all inks', {content: '0.9 0.9 0.9 0.9 k 20 20 30 30 re f'}],
  ['preflight/overprint', 'white that overprints', {page: (page) => {
    setState(page, {OP: true, op: true})
    draw(page, '/G1 gs 1 g 100 100 30 30 re f')
  }}],
  ['preflight/transparency', 'half a tint in PDF/X-1a', {document: (document) => { claim(document, 'PDF/X-1a:2003') }, page: (page) => {
    setState(page, {ca: 0.5})
    draw(page, '/G1 gs 0 g 100 100 30 30 re f')
  }}],
  ['preflight/resolution', 'a picture of 203 dpi', {page: (page) => { addPicture(page, 400) }}],
  ['preflight/resolution-low', 'a picture of 102 dpi', {page: (page) => { addPicture(page, 200) }, expectations: {nameOf: ({width: pixels}) => pixels === 200 ? 'images/stall.png' : undefined}}],
  ['preflight/hairline', 'a line of no width', {content: '0 w 20 20 m 60 20 l S'}],
  ['preflight/title', 'no title', {document: (document) => { document.setTitle('') }}],
  ['preflight/language', 'no language', {document: ({catalog}) => { catalog.delete(PDFName.of('Lang')) }}],
  ['preflight/unread', 'forms that draw one another without end', {page: (page) => {
    const {context} = page.doc
    const stream = context.flateStream('0 g 0 0 1 1 re f /X1 Do', {Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 1, 1]})
    const form = context.register(stream)
    stream.dict.set(PDFName.of('Resources'), context.obj({XObject: {X1: form}}))
    page.node.setXObject(PDFName.of('X1'), form)
    draw(page, `q 50 0 0 50 100 100 cm /X1 Do Q`)
  }}]
]

function claim(document: PDFDocument, standard: string): void {
  const information = document.context.obj({Title: PDFString.of('Market'), GTS_PDFXVersion: PDFString.of(standard)})
  document.context.trailerInfo.Info = document.context.register(information)
}

export interface Judged {
  readonly diagnostics: readonly Diagnostic[]
  readonly rows: readonly Row[]
}

/** What the preflight says of a file that is called book.pdf. */
export async function judgePdf(bytes: Uint8Array, expectations?: Expectations): Promise<Judged> {
  const {list, report} = makeLedger()
  const rows = await inspectPdf(bytes, 'book.pdf', report, expectations)
  return {diagnostics: sortDiagnostics(list), rows}
}

/** What it says of the first file that is wrong in this way. */
export async function judgeWrongPdf(code: Code): Promise<readonly Diagnostic[]> {
  const [, , change = {}] = wrongPdfs.find(([wrong]) => wrong === code) ?? []
  return (await judgePdf(await makePressPdf(change), change.expectations)).diagnostics
}

