/** The structure tree of one print, taken apart so that the book's own tree can take it in. */
import {objectAt, referenceIn, referencesIn, type PdfFile} from './pdf-reader.ts'

/** As the print has it: numbers of its own objects, its own keys and ids. */
export interface Structure {
  readonly root: number | undefined
  readonly document: number | undefined
  /** Objects that the book's own tree replaces. */
  readonly objects: readonly number[]
  /** What the document element holds. */
  readonly children: string
  /** Rows of the parent tree: what a page or an annotation belongs to. */
  readonly parents: readonly (readonly [key: number, object: number])[]
  /** Rows of the tree of element ids. */
  readonly ids: readonly (readonly [node: string, object: number])[]
}

const none: Structure = {root: undefined, document: undefined, objects: [], children: '', parents: [], ids: []}

/** Reads the tree; an untagged print has none. */
export function readStructure(pdf: PdfFile): Structure {
  const root = referenceIn(objectAt(pdf, pdf.root).text, 'StructTreeRoot')
  if (root === undefined) return none
  const text = objectAt(pdf, root).text
  const document = referenceIn(text, 'K')
  const parentTree = referenceIn(text, 'ParentTree')
  const idTree = referenceIn(text, 'IDTree')
  if (document === undefined || parentTree === undefined) return none
  const parents = readLeaves(pdf, parentTree, 'Nums')
  const ids = idTree === undefined ? {objects: [], rows: ''} : readLeaves(pdf, idTree, 'Names')
  return {
    root, document, objects: [root, document, ...parents.objects, ...ids.objects],
    children: childrenIn(objectAt(pdf, document).text),
    parents: [...parents.rows.matchAll(/(\d+) (\d+) 0 R/g)].map(([, key, object]) => [Number(key), Number(object)]),
    ids: [...ids.rows.matchAll(/(\(node\d+\)) (\d+) 0 R/g)].map(([, node = '', object]) => [node, Number(object)])
  }
}

/** What an element holds: elements, numbers of marked content, references to objects (14.7.5). */
export function childrenIn(element: string): string {
  const found = /\/K (?:\[((?:<<[^>]*>>|[^\]])*)\]|(\d+(?: 0 R)?))/.exec(withoutStrings(element))
  return found?.[1] ?? found?.[2] ?? ''
}

/** Words of alternatives may look like anything. */
export function withoutStrings(text: string): string {
  return text.includes('(') ? text.replace(/\((?:\\[\s\S]|[^\\()])*\)/g, '()') : text
}

/** All rows below a node of a number or name tree (ISO 32000-2, 7.9.6 and 7.9.7), and the objects that the tree is made of. */
function readLeaves(pdf: PdfFile, n: number, name: 'Nums' | 'Names'): {readonly objects: readonly number[]; readonly rows: string} {
  const {text} = objectAt(pdf, n)
  const kids = /\/Kids \[([^\]]*)\]/.exec(text)?.[1]
  const below = kids === undefined ? [] : referencesIn(kids).map((kid) => readLeaves(pdf, kid, name))
  const own = new RegExp(`/${name} \\[([^\\]]*)\\]`).exec(text)?.[1] ?? ''
  return {objects: [n, ...below.flatMap(({objects}) => objects)], rows: [own, ...below.map(({rows}) => rows)].join(' ')}
}
