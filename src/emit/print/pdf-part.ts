/** Copies the objects of one print into the book: renumbered, links into other parts led home, margins laid over. */
import {createHash} from 'node:crypto'
import type {Id} from '../../core/model.ts'
import {farScheme} from './document.ts'
import {showMargins, type Overlay} from './pdf-margins.ts'
import {objectAt, pagesOf, readPdf, referenceIn, stringOrReference, type PdfObject} from './pdf-reader.ts'
import {readStructure, type Structure} from './pdf-structure.ts'
import {pdfName, type PdfWriter} from './pdf-writer.ts'

/** Objects of the book that parts refer to, and what is counted from part to part. */
export interface MergeState {
  readonly writer: PdfWriter
  readonly pagesRoot: number
  readonly structureRoot: number
  readonly documentElement: number
  /** Trim in points. */
  readonly trim: {readonly width: number; readonly height: number}
  /** Pictures already written, by the hash of their object. */
  readonly pictures: Map<string, number>
  readonly overlay: Overlay
}

/** What a part adds to the trees of the whole book. */
export interface MergedPart {
  readonly pagesNode: number
  readonly pages: number
  readonly destinations: string
  readonly structure: Structure
}

export type Rewrite = (text: string) => string

/** Writes one part; `parentKeys` is the number of structure parents before it, `pagesBefore` that of pages. */
export function mergePart(bytes: Uint8Array, place: number, {parentKeys, pagesBefore}: {readonly parentKeys: number; readonly pagesBefore: number}, state: MergeState): MergedPart {
  const pdf = readPdf(bytes)
  const catalog = objectAt(pdf, pdf.root).text
  const base = state.writer.reserve(pdf.starts.length) - 1
  const moved = new Map<number, number>()
  const rewrite = makeRewrite(place, (n) => moved.get(n) ?? base + n)
  const structure = readStructure(pdf, catalog, rewrite, parentKeys)
  if (structure.root !== undefined) moved.set(structure.root, state.structureRoot)
  if (structure.document !== undefined) moved.set(structure.document, state.documentElement)
  const dests = referenceIn(catalog, 'Dests')
  const left = new Set([0, pdf.root, pdf.info, dests, ...structure.objects])
  const objects = pdf.starts.flatMap((start, n): readonly (readonly [number, PdfObject])[] => start > 0 && !left.has(n) ? [[n, objectAt(pdf, n)]] : [])
  shareImages(objects, base, moved, rewrite, state.pictures)
  const pagesNode = referenceIn(catalog, 'Pages') ?? 0
  const pages = pagesOf(pdf)
  const formByObject = new Map(pages.map((n, page) => [n, state.overlay.formByPage.get(pagesBefore + page + 1)]))
  for (const [n, object] of objects) {
    if (!moved.has(n)) writeObject(base + n, object, rewrite, {pagesNode: n === pagesNode, parentKeys, form: formByObject.get(n), state})
  }
  return {
    pagesNode: base + pagesNode, pages: pages.length, structure,
    destinations: dests === undefined ? '' : rewrite(objectAt(pdf, dests).text.replace(/^<<|>>$/g, ''))
  }
}

/** References renumbered, ids of structure elements made the part's own and independent of the browser's history. */
export function makeRewrite(place: number, numberOf: (n: number) => number): Rewrite {
  const nodes = new Map<string, string>()
  const prefix = String(place).padStart(4, '0')
  const nodeOf = (node: string): string => {
    const known = nodes.get(node) ?? `(p${prefix}n${String(nodes.size).padStart(6, '0')})`
    nodes.set(node, known)
    return known
  }
  return (text) => text.replace(stringOrReference, (match, n: string | undefined) =>
    n !== undefined ? `${numberOf(Number(n))} 0 R` : /^\(node\d+\)$/.test(match) ? nodeOf(match) : match)
    .replace(/\/(BaseFont|FontName) \/([A-Z]{3})[A-Z]{3}\+/g, (_, key: string, font: string) => `/${key} /${font}${lettersOf(place)}+`)
}

/** Subsets of one font in several parts are different fonts and need names of their own. */
function lettersOf(place: number): string {
  return [676, 26, 1].map((value) => String.fromCharCode(65 + Math.floor(place / value) % 26)).join('')
}

/** Leads every picture that an earlier part has written already there; masks first, since pictures refer to them. */
function shareImages(objects: readonly (readonly [number, PdfObject])[], base: number, moved: Map<number, number>, rewrite: Rewrite, written: Map<string, number>): void {
  const images = objects.filter(([, {text, tail}]) => tail !== undefined && text.includes('/Subtype /Image'))
  for (const withMask of [false, true]) {
    for (const [n, {text, tail}] of images) {
      if (/ 0 R/.test(text) !== withMask) continue
      const hash = createHash('sha256').update(rewrite(text)).update(tail ?? '').digest('base64')
      const earlier = written.get(hash)
      if (earlier === undefined) written.set(hash, base + n)
      else moved.set(n, earlier)
    }
  }
}

function writeObject(n: number, {text, tail}: PdfObject, rewrite: Rewrite, context: {readonly pagesNode: boolean; readonly parentKeys: number; readonly form: number | undefined; readonly state: MergeState}): void {
  const {state, parentKeys, form} = context
  let copy = rewrite(text)
  if (tail) {
    state.writer.putStream(n, copy.slice(2, -2).replace(/\s*\/Length \d+/, ''), tail)
    return
  }
  if (context.pagesNode) copy = `${copy.slice(0, -2)}\n/Parent ${state.pagesRoot} 0 R>>`
  else if (copy.startsWith('<</Type /Page\n')) {
    copy = trimPage(copy, state).replace(/\/StructParents (\d+)/, (_, key: string) => `/StructParents ${Number(key) + parentKeys}`)
    if (form !== undefined) copy = showMargins(copy, form, state.overlay.content)
  }
  else if (copy.startsWith('<</Type /Annot\n')) {
    copy = leadHome(copy).replace(/\/StructParent (\d+)/, (_, key: string) => `/StructParent ${Number(key) + parentKeys}`)
  }
  state.writer.put(n, copy)
}

/** The browser rounds pages to its own units: the boxes say the exact trim, measured from the top left corner. */
function trimPage(page: string, {trim}: MergeState): string {
  return page.replace(/\/MediaBox \[0 0 [\d.]+ ([\d.]+)\]/, (_, top: string) => {
    const box = `[0 ${(Number(top) - trim.height).toFixed(3)} ${trim.width.toFixed(3)} ${top}]`
    return `/MediaBox ${box}\n/TrimBox ${box}`
  })
}

/** A link into another part becomes a destination of the book. */
function leadHome(annotation: string): string {
  const far = new RegExp(`/A <<[^>]*/URI \\(${farScheme}((?:\\\\.|[^\\\\)])*)\\)\\s*>>`)
  return annotation.replace(far, (_, url: string) => `/Dest ${pdfName(decodeId(url))}`)
}

function decodeId(url: string): Id {
  try {
    return decodeURIComponent(url.replace(/\\(.)/g, '$1'))
  } catch {
    return url
  }
}
