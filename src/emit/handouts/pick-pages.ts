/** Takes some pages out of a print as a print of its own: with what they show, their links, destinations and structure tags, and nothing else. */
import type {Id} from '../../core/model.ts'
import {destinationsOf, objectAt, pagesOf, readPdf, referenceIn, referencesIn, stringOrReference, type PdfFile} from '../print/pdf-reader.ts'
import {makePdfWriter, pdfName, type PdfWriter} from '../print/pdf-writer.ts'

/** An open print from which pages are taken. */
export interface Sheaf {
  readonly pages: number
  /** Page from 0 by id. */
  readonly pageById: ReadonlyMap<Id, number>
  readonly pdf: PdfFile
  /** The print of the pages from `from`, from 0, to before `to`. */
  readonly pick: (from: number, to: number) => Uint8Array
}

/** What is looked up for every choice of pages. */
interface Parts {
  readonly pdf: PdfFile
  readonly pages: readonly number[]
  /** Rows of /Dests by page. */
  readonly rowsByPage: ReadonlyMap<number, readonly string[]>
  readonly structure: Structure | undefined
}

interface Structure {
  /** Elements right below the document element, by the page on which each begins. */
  readonly elementsByPage: ReadonlyMap<number, readonly number[]>
  /** The parent tree: its values by key. */
  readonly parentByKey: ReadonlyMap<number, number>
  /** Ids of elements, as they are written, by element. */
  readonly idByElement: ReadonlyMap<number, string>
}

/** Opens a print. Throws when it is not of the form that Skia writes. */
export function openSheaf(bytes: Uint8Array): Sheaf {
  const pdf = readPdf(bytes)
  const pages = pagesOf(pdf)
  const destinations = destinationsOf(pdf)
  const rowsByPage = new Map<number, string[]>()
  for (const [id, {page, top}] of destinations) {
    const rows = rowsByPage.get(page) ?? []
    rowsByPage.set(page, [...rows, `${pdfName(id)} [${pages[page] ?? 0} 0 R /XYZ 0 ${top} 0]`])
  }
  const parts: Parts = {pdf, pages, rowsByPage, structure: maybeStructure(pdf, pages)}
  return {
    pdf, pages: pages.length, pageById: new Map([...destinations].map(([id, {page}]) => [id, page])),
    pick: (from, to) => pickPages(parts, from, to)
  }
}

function maybeStructure(pdf: PdfFile, pages: readonly number[]): Structure | undefined {
  const root = referenceIn(objectAt(pdf, pdf.root).text, 'StructTreeRoot')
  if (root === undefined) return undefined
  const {text} = objectAt(pdf, root)
  const document = objectAt(pdf, referenceIn(text, 'K') ?? 0).text
  const pageByObject = new Map(pages.map((object, page) => [object, page]))
  const elementsByPage = new Map<number, number[]>()
  for (const element of referencesIn(/\/K (?:\[([\s\S]*)\]|(\d+ 0 R))/.exec(document)?.[0] ?? '')) {
    const page = pageByObject.get(pageOfElement(pdf, element) ?? -1) ?? 0
    elementsByPage.set(page, [...elementsByPage.get(page) ?? [], element])
  }
  const ids = readLeaves(pdf, referenceIn(text, 'IDTree'), /(\([^)]*\)) (\d+) 0 R/g)
  const parents = readLeaves(pdf, referenceIn(text, 'ParentTree'), /(\d+) (\d+) 0 R/g)
  return {
    elementsByPage, parentByKey: new Map(parents.map(([key, value]) => [Number(key), value])),
    idByElement: new Map(ids.map(([id, element]) => [element, id]))
  }
}

/** The first page that an element or one below it names. */
function pageOfElement(pdf: PdfFile, element: number): number | undefined {
  const {text} = objectAt(pdf, element)
  const own = referenceIn(text, 'Pg')
  if (own !== undefined) return own
  for (const child of kidsOf(text)) {
    const page = pageOfElement(pdf, child)
    if (page !== undefined) return page
  }
  return undefined
}

function kidsOf(text: string): readonly number[] {
  return text.includes('/Type /StructElem') ? referencesIn(/\/K (?:\[[\s\S]*\]|\d+ 0 R)/.exec(text)?.[0] ?? '') : []
}

/** Rows of a name or number tree with a reference as value. */
function readLeaves(pdf: PdfFile, n: number | undefined, row: RegExp): readonly (readonly [key: string, value: number])[] {
  if (n === undefined) return []
  const {text} = objectAt(pdf, n)
  const kids = /\/Kids \[([^\]]*)\]/.exec(text)?.[1]
  const own = /\/(?:Nums|Names) \[([^\]]*)\]/.exec(text)?.[1] ?? ''
  return [...own.matchAll(row)].map(([, key = '', value]) => [key, Number(value)] as const)
    .concat(kids === undefined ? [] : referencesIn(kids).flatMap((kid) => readLeaves(pdf, kid, row)))
}

/** References that lead up or across and are led anew. */
const upward = /\/(?:Parent|P|Pg) \d+ 0 R/g

function pickPages(parts: Parts, from: number, to: number): Uint8Array {
  const {pdf, rowsByPage, structure} = parts
  const chosen = parts.pages.slice(from, to)
  const between = <T>(byPage: ReadonlyMap<number, readonly T[]>): readonly T[] => chosen.flatMap((_, at) => byPage.get(from + at) ?? [])
  const elements = structure ? between(structure.elementsByPage) : []
  const kept = reach(pdf, [...chosen, ...elements])
  const parents = structure ? listParents(structure, kept, pdf) : []
  for (const {value} of parents) if (!objectAt(pdf, value).text.includes('/StructElem')) kept.add(value) // a list of elements

  const writer = makePdfWriter()
  const numbers = new Map([...kept].map((n) => [n, writer.reserve()]))
  const [pagesNode, dests, document, catalog, info] = [writer.reserve(), writer.reserve(), writer.reserve(), writer.reserve(), writer.reserve()]
  const numberOf = (n: number): number => numbers.get(n) ?? document // what leads up to nothing that was kept leads to the document element
  const move = (text: string): string => text.replace(stringOrReference, (match, n: string | undefined) => n === undefined ? match : `${numberOf(Number(n))} 0 R`)
  for (const [n, number] of numbers) {
    const {text, tail} = objectAt(pdf, n)
    if (tail) writer.putStream(number, move(text).slice(2, -2).replace(/\s*\/Length \d+/, ''), tail)
    else writer.put(number, text.startsWith('<</Type /Page\n') ? move(text).replace(/\/Parent \d+ 0 R/, `/Parent ${pagesNode} 0 R`) : move(text))
  }
  writer.put(pagesNode, `<</Type /Pages\n/Count ${chosen.length}\n/Kids [${chosen.map((n) => `${numberOf(n)} 0 R`).join(' ')}]>>`)
  writer.put(dests, `<<${move(between(rowsByPage).join('\n'))}>>`)
  const root = structure && writeStructure(structure, {kept, elements, parents, document, numberOf}, writer)
  writer.put(catalog, `<</Type /Catalog\n/Pages ${pagesNode} 0 R\n/Dests ${dests} 0 R${root === undefined ? '' : `\n/StructTreeRoot ${root} 0 R`}>>`)
  writer.put(info, '<<>>')
  return writer.finish(catalog, info)
}

interface Parent {
  readonly key: number
  readonly value: number
}

/** Rows of the parent tree for all that has a key in it. */
function listParents({parentByKey}: Structure, kept: ReadonlySet<number>, pdf: PdfFile): readonly Parent[] {
  const keys = [...kept].flatMap((n) => [...objectAt(pdf, n).text.matchAll(/\/StructParents? (\d+)/g)].map(([, key]) => Number(key)))
  return [...new Set(keys)].sort((a, b) => a - b).flatMap((key) => {
    const value = parentByKey.get(key)
    return value === undefined ? [] : [{key, value}]
  })
}

/** What of the structure was chosen, and how it is numbered anew. */
interface Chosen {
  readonly kept: ReadonlySet<number>
  readonly elements: readonly number[]
  readonly parents: readonly Parent[]
  readonly document: number
  readonly numberOf: (n: number) => number
}

/** The number of the tree's root. */
function writeStructure({idByElement}: Structure, {kept, elements, parents, document, numberOf}: Chosen, writer: PdfWriter): number {
  const [root, parentTree, idTree] = [writer.reserve(), writer.reserve(), writer.reserve()]
  const ids = [...kept].flatMap((n) => {
    const id = idByElement.get(n)
    return id === undefined ? [] : [`${id} ${numberOf(n)} 0 R`]
  })
  writer.put(document, `<</Type /StructElem\n/S /Document\n/P ${root} 0 R\n/K [${elements.map((n) => `${numberOf(n)} 0 R`).join(' ')}]>>`)
  writer.put(parentTree, `<</Type /ParentTree\n/Nums [${parents.map(({key, value}) => `${key} ${numberOf(value)} 0 R`).join(' ')}]>>`)
  writer.put(idTree, `<</Names [${ids.sort().join(' ')}]>>`)
  const next = (parents.at(-1)?.key ?? -1) + 1
  writer.put(root, `<</Type /StructTreeRoot\n/K ${document} 0 R\n/ParentTreeNextKey ${next}\n/ParentTree ${parentTree} 0 R\n/IDTree ${idTree} 0 R>>`)
  return root
}

/** The objects themselves and all that they refer to. */
function reach(pdf: PdfFile, from: readonly number[]): Set<number> {
  const seen = new Set<number>(from)
  const waiting = [...from]
  for (let n = waiting.pop(); n !== undefined; n = waiting.pop()) {
    for (const next of referencesIn(objectAt(pdf, n).text.replace(upward, ''))) {
      if (seen.has(next)) continue
      seen.add(next)
      waiting.push(next)
    }
  }
  return seen
}
