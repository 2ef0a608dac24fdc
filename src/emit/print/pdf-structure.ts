/** The structure tree of one print, taken apart so that the book's own tree can take it in. */
import {objectAt, referenceIn, referencesIn, type PdfFile} from './pdf-reader.ts'

export interface Structure {
  readonly root: number | undefined
  readonly document: number | undefined
  /** Objects that the book's own tree replaces. */
  readonly objects: readonly number[]
  /** References to the children of the document element. */
  readonly children: string
  /** Rows of the parent tree, keys already moved on. */
  readonly parents: readonly string[]
  /** Rows of the tree of element ids. */
  readonly ids: readonly string[]
  /** How many keys of the parent tree the part uses. */
  readonly parentKeys: number
}

const none: Structure = {root: undefined, document: undefined, objects: [], children: '', parents: [], ids: [], parentKeys: 0}

/** Reads the tree; an untagged print has none. */
export function readStructure(pdf: PdfFile, catalog: string, rewrite: (text: string) => string, parentKeys: number): Structure {
  const root = referenceIn(catalog, 'StructTreeRoot')
  if (root === undefined) return none
  const text = objectAt(pdf, root).text
  const document = referenceIn(text, 'K')
  const parentTree = referenceIn(text, 'ParentTree')
  const idTree = referenceIn(text, 'IDTree')
  if (document === undefined || parentTree === undefined) return none
  const children = /\/K (?:\[([\s\S]*)\]|(\d+ 0 R))/.exec(objectAt(pdf, document).text)
  const parents = readLeaves(pdf, parentTree, 'Nums')
  const ids = idTree === undefined ? {objects: [], rows: ''} : readLeaves(pdf, idTree, 'Names')
  return {
    root, document, objects: [root, document, ...parents.objects, ...ids.objects],
    children: rewrite(children?.[1] ?? children?.[2] ?? ''),
    parents: [...parents.rows.matchAll(/(\d+) (\d+ 0 R)/g)].map(([, key, value]) => `${Number(key) + parentKeys} ${rewrite(value ?? '')}`),
    ids: [...rewrite(ids.rows).matchAll(/\([^)]*\) \d+ 0 R/g)].map(([row]) => row),
    parentKeys: Number(/\/ParentTreeNextKey (\d+)/.exec(text)?.[1] ?? 0)
  }
}

/** All rows below a node of a number or name tree (ISO 32000-2, 7.9.6 and 7.9.7), and the objects that the tree is made of. */
function readLeaves(pdf: PdfFile, n: number, name: 'Nums' | 'Names'): {readonly objects: readonly number[]; readonly rows: string} {
  const {text} = objectAt(pdf, n)
  const kids = /\/Kids \[([^\]]*)\]/.exec(text)?.[1]
  const below = kids === undefined ? [] : referencesIn(kids).map((kid) => readLeaves(pdf, kid, name))
  const own = new RegExp(`/${name} \\[([^\\]]*)\\]`).exec(text)?.[1] ?? ''
  return {objects: [n, ...below.flatMap(({objects}) => objects)], rows: [own, ...below.map(({rows}) => rows)].join(' ')}
}
