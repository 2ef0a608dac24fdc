/** Copies the objects of one print into the book: renumbered, links into other parts led home, margins laid over. */
import {createHash} from 'node:crypto'
import {canonize, type Canon} from './pdf-canon.ts'
import {changeContent, finishContent} from './pdf-content.ts'
import {describeLink, leadHome, underline} from './pdf-links.ts'
import {showMargins, type Overlay} from './pdf-margins.ts'
import {listDestinations, objectAt, pagesOf, readPdf, referenceIn, referencesIn, stringOrReference, type PdfFile, type PdfObject} from './pdf-reader.ts'
import {nameResources, renameOperands, renameResources} from './pdf-resources.ts'
import {readStructure} from './pdf-structure.ts'
import type {Guise} from './guise.ts'
import {advancesOf} from './pdf-widths.ts'
import type {PdfWriter} from './pdf-writer.ts'

/** Objects of the book that parts refer to, and what is counted from part to part. */
export interface MergeState {
  readonly writer: PdfWriter
  readonly pagesRoot: number
  readonly structureRoot: number
  readonly documentElement: number
  /** Trim in points. */
  readonly trim: {readonly width: number; readonly height: number}
  /** Height below which no line begins. */
  readonly lowest: number | undefined
  readonly isVertical: boolean | undefined
  readonly guise: Guise
  /** What stands at a place, in words. */
  readonly nameOf: (id: string) => string | undefined
  /** Pictures already written, by the hash of their object. */
  readonly pictures: Map<string, number>
  readonly overlay: Overlay
}

/** What comes before a part: keys of the parent tree, printed pages. */
export interface Before {
  readonly keys: number
  readonly pages: number
}

/** What a part adds to the trees of the whole book. */
export interface MergedPart {
  readonly pagesNode: number
  /** Objects of the pages that are in the book. */
  readonly pages: readonly number[]
  /** Those that were printed. */
  readonly printed: number
  readonly destinations: string
  /** References to the children of the document element; absent where nothing is tagged. */
  readonly children: string | undefined
  /** Rows of the parent tree. */
  readonly parents: readonly string[]
  /** Rows of the tree of element ids. */
  readonly ids: readonly string[]
}

export type Rewrite = (text: string) => string

/** Writes one part of the book. */
export function mergePart(bytes: Uint8Array, place: number, before: Before, state: MergeState): MergedPart {
  const pdf = readPdf(bytes)
  const structure = readStructure(pdf)
  const dests = referenceIn(objectAt(pdf, pdf.root).text, 'Dests')
  const printed = pagesOf(pdf)
  const physicalByPage = new Map(printed.map((n, page) => [n, before.pages + page + 1] as const).filter(([, physical]) => !state.guise.leftOut.has(physical)))
  const nodes = listPageNodes(pdf)
  const left = new Set([pdf.root, pdf.info, dests, ...structure.objects, ...nodes, ...printed.filter((n) => !physicalByPage.has(n))])
  const canon = canonize(pdf, structure, place, left, state.isVertical)
  const pagesNode = state.writer.reserve()
  const numbers = new Map([...nodes].map((n) => [n, pagesNode]))
  if (structure.root !== undefined) numbers.set(structure.root, state.structureRoot)
  if (structure.document !== undefined) numbers.set(structure.document, state.documentElement)
  const numberOf = (n: number): number => numbers.get(n) ?? 0
  const rewrite = makeRewrite(place, numberOf, canon.nodes)
  const copied = numberObjects(canon, numbers, rewrite, state)
  const writeOne = makeCopy({pdf, canon, keys: before.keys, physicalByPage, rewrite, numberOf, state})
  for (const n of copied) writeOne(n, numbers.get(n) ?? 0)
  const pages = [...physicalByPage.keys()].map((n) => numbers.get(n) ?? 0)
  state.writer.put(pagesNode, `<</Type /Pages\n/Count ${pages.length}\n/Kids [${pages.map((n) => `${n} 0 R`).join(' ')}]\n/Parent ${state.pagesRoot} 0 R>>`)
  return {
    pagesNode, pages, printed: printed.length, children: structure.root === undefined ? undefined : rewrite(structure.children),
    destinations: rewrite(listDestinations(pdf, state.lowest)),
    parents: structure.parents.flatMap(([key, object]) => canon.keys.has(key) ? [`${(canon.keys.get(key) ?? 0) + before.keys} ${numbers.get(object) ?? 0} 0 R`] : []),
    ids: structure.ids.flatMap(([node, object]) => canon.nodes.has(node) ? [`${canon.nodes.get(node)} ${numbers.get(object) ?? 0} 0 R`] : [])
  }
}

/** The tree above the pages, which the book makes anew. */
function listPageNodes(pdf: PdfFile): ReadonlySet<number> {
  const nodes = new Set<number>()
  const open = [referenceIn(objectAt(pdf, pdf.root).text, 'Pages') ?? 0]
  for (let n = open.pop(); n !== undefined; n = open.pop()) {
    const {text} = objectAt(pdf, n)
    if (!/\/Type \/Pages\b/.test(text)) continue
    nodes.add(n)
    open.push(...referencesIn(/\/Kids \[([^\]]*)\]/.exec(text)?.[1] ?? ''))
  }
  return nodes
}

/** References renumbered, ids of structure elements and names of fonts made the part's own. */
export function makeRewrite(place: number, numberOf: (n: number) => number, nodes: ReadonlyMap<string, string> = new Map()): Rewrite {
  return (text) => text.replace(stringOrReference, (match, n: string | undefined) => n !== undefined ? `${numberOf(Number(n))} 0 R` : nodes.get(match) ?? match)
    .replace(/\/(BaseFont|FontName) \/([A-Z]{3})[A-Z]{3}\+/g, (_, key: string, font: string) => `/${key} /${font}${lettersOf(place)}+`)
}

/** Subsets of one font in several parts are different fonts and need names of their own. */
function lettersOf(place: number): string {
  return [676, 26, 1].map((value) => String.fromCharCode(65 + Math.floor(place / value) % 26)).join('')
}

/**
 * Numbers all objects without holes and gives those to be written. A picture that is written already is led there; masks
 * come first, since pictures refer to them.
 */
function numberObjects({objects}: Canon, numbers: Map<number, number>, rewrite: Rewrite, {writer, pictures}: MergeState): readonly number[] {
  const isPicture = ({text, tail}: PdfObject): boolean => tail !== undefined && text.includes('/Subtype /Image')
  const copied = [...objects].flatMap(([n, object]) => isPicture(object) ? [] : [n])
  for (const n of copied) numbers.set(n, writer.reserve())
  const found = [...objects].filter(([, object]) => isPicture(object))
  const isMasked = ({text}: PdfObject): boolean => text.includes(' 0 R')
  for (const [n, {text, tail}] of [...found.filter(([, object]) => !isMasked(object)), ...found.filter(([, object]) => isMasked(object))]) {
    const hash = createHash('sha256').update(rewrite(text)).update(tail ?? '').digest('base64')
    const number = pictures.get(hash) ?? writer.reserve()
    numbers.set(n, number)
    if (!pictures.has(hash)) copied.push(n)
    pictures.set(hash, number)
  }
  return copied
}

interface Copying {
  readonly pdf: PdfFile
  readonly canon: Canon
  /** Keys of the parent tree before this part. */
  readonly keys: number
  /** Physical page from 1 by page object. */
  readonly physicalByPage: ReadonlyMap<number, number>
  readonly rewrite: Rewrite
  readonly numberOf: (n: number) => number
  readonly state: MergeState
}

/** Writes one object of the print under its number in the book. */
function makeCopy({pdf, canon, keys, physicalByPage, rewrite, numberOf, state}: Copying): (n: number, number: number) => void {
  const {writer, overlay, guise} = state
  const pageByContent = new Map([...physicalByPage.keys()].map((page) => [referenceIn(canon.objects.get(page)?.text ?? '', 'Contents'), page]))
  const pageByLink = new Map([...physicalByPage].flatMap(([page, physical]) => referencesIn(/\/Annots \[([^\]]*)\]/.exec(canon.objects.get(page)?.text ?? '')?.[1] ?? '').map((link) => [link, physical])))
  const mark = (text: string, n: number): string => guise.linkColour && !guise.plain?.has(pageByLink.get(n) ?? 0) ? underline(text, guise.linkColour) : text
  const rekey = (text: string): string => text.replace(/\/StructParent(s?) (\d+)/, (_, s: string, key: string) => `/StructParent${s} ${(canon.keys.get(Number(key)) ?? 0) + keys}`)
  const renameIn = (owner: string) => (content: string): string => renameOperands(content, nameResources(owner, numberOf))
  return (n, number) => {
    const object = canon.objects.get(n)
    if (!object) return
    const copy = rewrite(object.text)
    const page = pageByContent.get(n)
    const physical = physicalByPage.get(n)
    if (object.tail) {
      const stream = {text: copy, tail: object.tail}
      const owner = page === undefined ? object.text : objectAt(pdf, page).text
      const {text, tail} = page !== undefined ? finishContent(stream, canon.linkMarks.get(page), guise.linkColour, {advanceOf: advancesOf(pdf, owner), rename: renameIn(owner)})
        : owner.includes('/Resources ') ? changeContent({...stream, text: renameResources(copy)}, renameIn(owner)) : stream
      writer.putStream(number, text.slice(2, -2).replace(/\s*\/Length \d+/, ''), tail)
    } else if (physical !== undefined) {
      const form = overlay.formByPage.get(physical)
      const boxed = rekey(trimPage(renameResources(copy), state, physical % 2 === 1 ? guise.shift : -guise.shift))
      writer.put(number, form === undefined ? boxed : showMargins(boxed, form, overlay.content))
    } else if (copy.startsWith('<</Type /Annot\n')) writer.put(number, mark(describeLink(rekey(leadHome(copy)), state.nameOf), n))
    else writer.put(number, copy)
  }
}

/** The browser rounds pages to its own units: the boxes say the exact trim, measured from the top left corner. */
function trimPage(page: string, {trim}: MergeState, shift: number): string {
  return page.replace(/\/MediaBox \[0 0 [\d.]+ ([\d.]+)\]/, (_, top: string) => {
    const [left, right] = [shift, shift + trim.width].map((x) => x === 0 ? '0' : x.toFixed(3))
    const box = `[${left} ${(Number(top) - trim.height).toFixed(3)} ${right} ${top}]`
    return `/MediaBox ${box}\n/TrimBox ${box}`
  })
}
