/** An article in two languages: its text bead by bead, the title, the notes and the cross-references of both. */
import type {Element, ElementContent} from 'hast'
import type {ArticleFacts} from '../core/article-facts.ts'
import type {PairLayout} from '../core/bilingual.ts'
import {sha256} from '../core/digest.ts'
import {classesOf, h, isElement} from '../core/hast.ts'
import type {Direction, Division, Language, RunningHead} from '../core/model.ts'
import type {Bead} from '../core/translation.ts'
import {cutAtBeads, endsInHeading} from './bilingual-beads.ts'
import {markFolios} from './bilingual-ids.ts'
import {joinTitles} from './bilingual-titles.ts'

interface Tongue {
  readonly language: Language
  readonly direction: Direction
}

/** One division of two, each an article as it is composed in its own language. The first gives id, file and attributes. */
export function joinArticles(first: Division, second: Division, beads: readonly Bead[], [one, two]: readonly [Tongue, Tongue], layout: PairLayout): Division {
  const [a, b] = [takeApart(first.tree), takeApart(markFolios(second.tree))]
  const sides = {one: tongueOf(first, one), two: tongueOf(second, two)}
  const [titleIds, headers] = [[`${first.id}--title`, `${second.id}--title`], [a.header, b.header].map((header, at) => nameHeading(header, `${[first, second][at]?.id}--title`))]
  const head = makeBead('header', headers[0] ?? [], headers[1] ?? [], sides, 0, second.id)
  const stretches = cutAtBeads(a.text, b.text, beads)
  const text = stretches.map((stretch, at) => {
    const before = stretches[at - 1]
    const goesOn = [before?.first, before?.second].map((nodes, side) => followsParagraph(nodes, side === 0 ? stretch.first : stretch.second))
    return makeBead('div', stretch.first, stretch.second, sides, (goesOn[0] ? 1 : 0) + (goesOn[1] ? 2 : 0))
  })
  const ends = ['footnotes', 'cross-references'].flatMap((name) => {
    const [notes, others] = [a, b].map(({ends}) => ends.filter((node) => classesOf(node).includes(name)))
    return (notes?.length ?? 0) + (others?.length ?? 0) === 0 ? [] : [makeBead('div', notes ?? [], others ?? [], sides, 0)]
  })
  const heads = {verso: headOf(first, one), recto: headOf(second, two)}
  const article = joinFacts(first.article, second.article)
  return {
    ...first, ...(article && {article}), ...joinTitles(first, second, two), words: first.words * 2, heads,
    tree: {
      ...first.tree, children: [head, ...text, ...ends],
      properties: {...first.tree.properties, className: [...classesOf(first.tree), 'bilingual', layout], ariaLabelledBy: titleIds.filter((_, at) => headers[at]?.length)}
    }
  }
}

function joinFacts(first: ArticleFacts | undefined, second: ArticleFacts | undefined): ArticleFacts | undefined {
  if (!first || !second) return first ?? second
  const {language: _, ...rest} = first
  return {...rest, keywords: [...first.keywords, ...second.keywords], words: first.words + second.words, digest: sha256(`${first.digest} ${second.digest}`)}
}

/** An article that only one language has, in an edition of two. */
export function setAlone(division: Division, {language, direction}: Tongue, isSecond: boolean): Division {
  const tree = isSecond ? markFolios(division.tree) : division.tree
  const {lang = language, dir = direction} = tree.properties
  const head = headOf(division, {language, direction})
  return {
    ...division, ...(isSecond && {phrases: head.phrases ?? []}), ...(isSecond && head.phrases && {heads: {verso: head, recto: head}}),
    tree: {...tree, properties: {...tree.properties, lang, dir, className: [...classesOf(tree), 'alone', 'side']}}
  }
}

interface Anatomy {
  readonly header: readonly ElementContent[]
  readonly text: readonly ElementContent[]
  readonly ends: readonly Element[]
}

function takeApart(tree: Element): Anatomy {
  const isHeader = (node: ElementContent): boolean => isElement(node, 'header')
  const isEnd = (node: ElementContent): node is Element => isElement(node, 'section') && classesOf(node).some((name) => name === 'footnotes' || name === 'cross-references')
  const header = tree.children.find(isHeader)
  return {
    header: isElement(header) ? header.children : [],
    text: tree.children.filter((node) => node !== header && !isEnd(node)),
    ends: tree.children.filter(isEnd)
  }
}

/** An id for the title, by which the article is called. */
function nameHeading(header: readonly ElementContent[], id: string): readonly ElementContent[] {
  return header.map((node) => isElement(node, 'h1') ? {...node, properties: {id, ...node.properties, ...(node.properties['id'] === undefined && {id})}} : node)
}

function makeBead(tagName: 'header' | 'div', first: readonly ElementContent[], second: readonly ElementContent[], {one, two}: {readonly one: Tongue; readonly two: Tongue}, follows: number, id?: string): Element {
  const side = (nodes: readonly ElementContent[], name: string, {language, direction}: Tongue, goesOn: boolean, own?: string): Element | undefined => nodes.length === 0 && own === undefined ? undefined
    : h('div', {className: ['side', name, ...(goesOn ? ['follows'] : [])], lang: language, dir: direction, ...(own !== undefined && {id: own})}, nodes)
  return h(tagName, {className: ['bead', ...(tagName === 'div' && endsInHeading({first, second}) ? ['keeps'] : [])]}, side(first, 'first', one, (follows & 1) > 0), side(second, 'second', two, (follows & 2) > 0, id))
}

/** Whether a paragraph of this side stands behind a paragraph. */
function followsParagraph(before: readonly ElementContent[] | undefined, nodes: readonly ElementContent[]): boolean {
  const isBlock = (node: ElementContent): node is Element => node.type === 'element'
  return isElement(before?.findLast(isBlock), 'p') && isElement(nodes.find(isBlock), 'p')
}

/** An article may be in another language than its edition, as where a translation is missing. */
function tongueOf({tree: {properties: {lang, dir}}}: Division, {language, direction}: Tongue): Tongue {
  return {language: typeof lang === 'string' ? lang : language, direction: dir === 'ltr' || dir === 'rtl' ? dir : direction}
}

function headOf({head, phrases}: Division, {language, direction}: Tongue): RunningHead {
  return {head, phrases: [h('span', {lang: language, dir: direction}, phrases ?? head)]}
}
