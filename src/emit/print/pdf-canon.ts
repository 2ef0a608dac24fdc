/** The one form of a print. The browser numbers elements by chance, and divides a link on one line into two at times: here both are undone. */
import {objectAt, pagesOf, referencesIn, type PdfFile, type PdfObject} from './pdf-reader.ts'
import {childrenIn, type Structure} from './pdf-structure.ts'

/** What is to be written of a print, in its own numbers. */
export interface Canon {
  /** By number, in the order of writing: elements of the structure stand last, as they are read. */
  readonly objects: ReadonlyMap<number, PdfObject>
  /** Names of the ids of elements, in the order of reading. */
  readonly nodes: ReadonlyMap<string, string>
  /** Keys of the parent tree by those of the print, without holes. */
  readonly keys: ReadonlyMap<number, number>
  /** Marked content that belongs to a link, by page. */
  readonly linkMarks: ReadonlyMap<number, ReadonlySet<number>>
}

interface Element {
  readonly object: number
  readonly isLink: boolean
}

/** `place` is the number of parts before; `left` are objects that the book replaces; links of vertical lines are joined along those. */
export function canonize(pdf: PdfFile, structure: Structure, place: number, left: ReadonlySet<number | undefined>, isVertical = false): Canon {
  const objects = new Map<number, PdfObject>()
  pdf.starts.forEach((start, n) => {
    if (start > 0 && !left.has(n)) objects.set(n, objectAt(pdf, n))
  })
  const linkMarks = new Map<number, Set<number>>()
  const elements = listElements(structure, objects, linkMarks)
  const dropped = new Set(elements.flatMap(({object, isLink}) => isLink ? joinRectangles(object, objects, isVertical) : []))
  if (dropped.size > 0) dropAnnotations(pagesOf(pdf), dropped, objects)
  const nodes = nameNodes(elements, structure, place)
  for (const {object} of elements) { // to the end of the map
    const element = objects.get(object)
    objects.delete(object)
    if (element) objects.set(object, nameFrame(sortHeaders(element, nodes)))
  }
  return {objects, nodes, keys: numberKeys(objects), linkMarks}
}

/** Keys that a page or an annotation still has, in their order. */
function numberKeys(objects: ReadonlyMap<number, PdfObject>): ReadonlyMap<number, number> {
  const keys = [...objects.values()].flatMap(({text}) => {
    const key = /^<<\/Type \/(?:Page|Annot)\n/.test(text) ? /\/StructParents? (\d+)/.exec(text)?.[1] : undefined
    return key === undefined ? [] : [Number(key)]
  })
  return new Map(keys.sort((a, b) => a - b).map((key, at) => [key, at]))
}

const child = /<<\/Type \/MCR\s+\/Pg (\d+) 0 R\s+\/MCID (\d+)>>|<<\/Type \/OBJR[^>]*>>|(\d+) 0 R|(\d+)/g

/** Elements as they are read, and what they mark within links. */
function listElements({children}: Structure, objects: ReadonlyMap<number, PdfObject>, linkMarks: Map<number, Set<number>>): readonly Element[] {
  const elements: Element[] = []
  const open: {readonly object: number; readonly inLink: boolean}[] = []
  const push = (kids: readonly number[], inLink: boolean): void => { for (const object of [...kids].reverse()) open.push({object, inLink}) }
  push(referencesIn(children.replace(/<<[^>]*>>/g, '')), false)
  for (let next = open.pop(); next; next = open.pop()) {
    const text = objects.get(next.object)?.text ?? ''
    const isLink = /\/S \/Link\b/.test(text)
    const inLink = next.inLink || isLink
    const own = Number(/\/Pg (\d+) 0 R/.exec(text.replace(/<<\/Type \/(?:MCR|OBJR)[^>]*>>/g, ''))?.[1] ?? 0)
    const kids: number[] = []
    for (const [, otherPage, otherMark, element, mark] of childrenIn(text).matchAll(child)) {
      if (element !== undefined) kids.push(Number(element))
      const content = otherMark ?? mark
      if (!inLink || content === undefined) continue
      const page = otherPage === undefined ? own : Number(otherPage)
      linkMarks.set(page, (linkMarks.get(page) ?? new Set()).add(Number(content)))
    }
    elements.push({object: next.object, isLink})
    push(kids, inLink)
  }
  return elements
}

interface Box {
  /** Left, bottom, right, top. */
  readonly sides: readonly [string, string, string, string]
  readonly to: string
}

/** Annotations of one link that touch on one line become the first of them; gives those that are no more. */
function joinRectangles(link: number, objects: Map<number, PdfObject>, isVertical: boolean): readonly number[] {
  const dropped: number[] = []
  const element = objects.get(link)
  if (!element || element.text.split('/OBJR').length < 3) return dropped
  let last: {readonly n: number; readonly box: Box} | undefined
  const text = element.text.replace(/ ?<<\/Type \/OBJR\s+\/Obj (\d+) 0 R[^>]*>>/g, (reference, digits: string) => {
    const n = Number(digits)
    const box = boxOf(objects.get(n)?.text ?? '')
    const joined = last && box && joinBoxes(last.box, box, isVertical)
    if (!last || !joined) {
      last = box && {n, box}
      return reference
    }
    last = {n: last.n, box: joined}
    dropped.push(n)
    objects.set(last.n, {text: (objects.get(last.n)?.text ?? '').replace(/\/Rect \[[^\]]*\]/, `/Rect [${joined.sides.join(' ')}]`)})
    return ''
  })
  objects.set(link, {text})
  for (const n of dropped) objects.delete(n)
  return dropped
}

/** Both as one, if they touch on one line, from left to right or from top to bottom, and lead to one place. */
function joinBoxes(a: Box, b: Box, isVertical: boolean): Box | undefined {
  if (a.to !== b.to) return undefined
  const [left, bottom, right, top] = a.sides
  const [otherLeft, otherBottom, otherRight, otherTop] = b.sides
  if (!isVertical) {
    const along = bottom === otherBottom && top === otherTop ? join([left, right], [otherLeft, otherRight]) : undefined
    return along && {...a, sides: [along[0], bottom, along[1], top]}
  }
  const along = left === otherLeft && right === otherRight ? join([bottom, top], [otherBottom, otherTop]) : undefined
  return along && {...a, sides: [left, along[0], right, along[1]]}
}

type Stretch = readonly [from: string, to: string]

/** Both stretches as one, if they touch. */
function join(a: Stretch, b: Stretch): Stretch | undefined {
  const [from, to, otherFrom, otherTo] = [...a, ...b].map(Number) as [number, number, number, number]
  if (from > otherTo + 0.01 || otherFrom > to + 0.01) return undefined
  return [from <= otherFrom ? a[0] : b[0], to >= otherTo ? a[1] : b[1]]
}

function boxOf(annotation: string): Box | undefined {
  const [, left, bottom = '', right = '', top = ''] = /\/Rect \[(\S+) (\S+) (\S+) (\S+)\]/.exec(annotation) ?? []
  const to = /\/(?:Dest|A) [^]*?(?=\n\/StructParent|>>$)/.exec(annotation)?.[0]
  return to === undefined || left === undefined ? undefined : {sides: [left, bottom, right, top], to}
}

function dropAnnotations(pages: readonly number[], dropped: ReadonlySet<number>, objects: Map<number, PdfObject>): void {
  for (const page of pages) {
    const text = objects.get(page)?.text ?? ''
    const kept = text.replace(/\/Annots \[([^\]]*)\]/, (_, list: string) => `/Annots [${referencesIn(list).filter((n) => !dropped.has(n)).map((n) => `${n} 0 R`).join(' ')}]`)
    if (kept !== text) objects.set(page, {text: kept})
  }
}

/** Ids come from the browser's history: they are named by the order in which their elements are read. */
function nameNodes(elements: readonly Element[], {ids}: Structure, place: number): ReadonlyMap<string, string> {
  const nodeByObject = new Map(ids.map(([node, object]) => [object, node]))
  const prefix = String(place).padStart(4, '0')
  const nodes = elements.flatMap(({object}) => nodeByObject.get(object) ?? [])
  return new Map(nodes.map((node, at) => [node, `(p${prefix}n${String(at).padStart(6, '0')})`]))
}

/** The heads that a cell belongs to, as they are read. */
function sortHeaders(element: PdfObject, nodes: ReadonlyMap<string, string>): PdfObject {
  if (!element.text.includes('/Headers [')) return element
  const nameOf = (node: string): string => nodes.get(node) ?? node
  return {text: element.text.replace(/\/Headers \[([^\]]*)\]/g, (_, list: string) =>
    `/Headers [${(list.match(/\([^)]*\)/g) ?? []).sort((a, b) => nameOf(a) < nameOf(b) ? -1 : 1).join(' ')}]`)}
}

/** A figure that only frames a picture, which has an alternative of its own, and its caption. */
function nameFrame(element: PdfObject): PdfObject {
  return /\/S \/Figure\b/.test(element.text) && !/\/(?:Alt|Pg) /.test(element.text) ? {text: element.text.replace('/S /Figure', '/S /Div')} : element
}
