/** Text of another language in an edition: articles that stand in for missing ones, passages that fill gaps. */
import type {Element, ElementContent, Root} from 'hast'
import {sha256} from '../core/digest.ts'
import {classesOf, h, isElement, walkElements} from '../core/hast.ts'
import {directionOf, languageMarks} from '../core/locale.ts'
import type {Article, Language} from '../core/model.ts'
import type {Pair} from './pair.ts'

/** The article in an edition of another language: its text keeps its own, and says so. */
export function standIn(article: Article, language: Language): Article {
  const text = article.textLanguage ?? article.language
  const {direction: _, textLanguage: __, ...rest} = article
  const marks = languageMarks(text, directionOf(language))
  return {
    ...rest, language, ...(marks.dir && {direction: marks.dir}), ...(text !== language && {textLanguage: text}),
    titlePhrases: [h('span', marks, article.titlePhrases ?? article.title)],
    translation: {kind: 'fallback', language: text}
  }
}

/** Below it a block may have its translation elsewhere, and would stand twice. */
const sure = 0.5

export interface Filled {
  readonly article: Article
  /** Blocks of the source whose notes would lead nowhere: they are left out. */
  readonly unfilled: readonly number[]
}

/** The translation with what it lacks of its source, each passage at its place; `isMeant` tells blocks that the translator left out on purpose. */
export function fillPassages({source, target, beads}: Pair, isMeant: (hash: string) => boolean): Filled {
  const {article} = target
  const missing = new Set(beads.filter((bead) => bead.target[0] === bead.target[1] && bead.confidence >= sure).flatMap((bead) => numbers(bead.source)))
  const answerOf = new Map(beads.filter((bead) => bead.target[1] > bead.target[0]).flatMap((bead) => numbers(bead.source).map((block) => [block, bead.target[1] - 1] as const)))
  const isMissing = (block: number): boolean => missing.has(block) && !isMeant(source.blocks?.[block]?.hash ?? '')
  const ids = new Set<string>()
  walkElements(article.tree, ({properties: {id}}) => { if (typeof id === 'string') ids.add(id) })
  const unfilled: number[] = []
  const marks = languageMarks(source.article.textLanguage ?? source.article.language, directionOf(article.language))
  const context: Filling = {isMissing, answerOf, take: (element) => borrow(element, marks, ids), unfilled}
  const children = fillIn(source.article.tree.children as ElementContent[], article.tree.children as ElementContent[], context)
  if (children === article.tree.children) return {article, unfilled}
  return {article: {...article, tree: {...article.tree, children: children as Root['children']}, digest: sha256(`${article.digest} ${source.article.digest}`), translation: {kind: 'partial', language: source.article.language}}, unfilled}
}

interface Filling {
  readonly isMissing: (block: number) => boolean
  /** The last block of the translation that says what a block of the source does. */
  readonly answerOf: ReadonlyMap<number, number>
  readonly take: (element: Element) => Element
  readonly unfilled: number[]
}

/** The translation's children with those of the source that it lacks, behind what answers to the one before. */
function fillIn(from: readonly ElementContent[], to: readonly ElementContent[], context: Filling): readonly ElementContent[] {
  const placeByBlock = new Map(to.flatMap((child, at) => blocksOf(child).map((block) => [block, at] as const)))
  const behind = new Map<number, ElementContent[]>()
  const changed = new Map<number, ElementContent>()
  let place = -1
  for (const child of from) {
    const blocks = blocksOf(child)
    const found = blocks.map((block) => context.answerOf.get(block)).flatMap((block) => block === undefined ? [] : placeByBlock.get(block) ?? [])
    const [gaps, last] = [blocks.filter(context.isMissing), found.at(-1)]
    if (isElement(child) && gaps.length > 0 && gaps.length === blocks.length) {
      if (hasNotes(child)) context.unfilled.push(...gaps)
      else behind.set(place, [...behind.get(place) ?? [], context.take(child)])
    } else if (isElement(child, 'ul', 'ol') && gaps.length > 0 && last !== undefined) {
      const list = changed.get(last) ?? to[last]
      if (isElement(list, child.tagName)) changed.set(last, {...list, children: [...fillIn(child.children, list.children, context)]})
    }
    if (last !== undefined) place = Math.max(place, last)
  }
  if (behind.size === 0 && changed.size === 0) return to
  return [...behind.get(-1) ?? [], ...to.flatMap((child, at) => [changed.get(at) ?? child, ...behind.get(at) ?? []])]
}

function blocksOf(node: ElementContent): readonly number[] {
  const blocks: number[] = []
  if (node.type === 'element') walkElements(node, ({data}) => { if (data?.block !== undefined) blocks.push(data.block) })
  return blocks
}

function hasNotes(element: Element): boolean {
  let found = false
  walkElements(element, (each) => { found ||= classesOf(each).includes('note-call') })
  return found
}

/** A passage of the source; anchors that the translation has already stay there, and blocks are those of the translation alone. */
function borrow(element: Element, marks: ReturnType<typeof languageMarks>, ids: ReadonlySet<string>): Element {
  const strip = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node
    const {data: _, ...rest} = node
    const {id, ...others} = node.properties
    return {...rest, properties: typeof id === 'string' && ids.has(id) ? others : node.properties, children: node.children.map(strip)}
  }
  const own = strip(element) as Element // of an element it makes one
  return {...own, properties: {...own.properties, ...marks, className: [...classesOf(own), 'untranslated']}}
}

function numbers([from, to]: readonly [number, number]): readonly number[] {
  return Array.from({length: to - from}, (_, at) => from + at)
}
