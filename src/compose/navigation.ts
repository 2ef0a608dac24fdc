/** Contents and landmarks: the ways into the book, the same for paper, e-book and outline. */
import type {Element} from 'hast'
import {h, isElement, textOf, walkElements} from '../core/hast.ts'
import type {Division, EditionSpec, Landmark, NavPoint} from '../core/model.ts'
import {maybePhrases} from '../core/phrases.ts'
import type {Terms} from '../core/terms.ts'
import {pairHeadings, sidesOf} from './bilingual-titles.ts'
import {makeDivision, type MatterContext} from './matter.ts'

/** Above this number of articles their headings no longer stand in the contents: e-readers take seconds to list them. */
const headingsLimit = 1000

/** The contents of the finished sequence of divisions: parts hold their articles, articles their main headings. */
export function listContents(divisions: readonly Division[], parts: ReadonlyMap<string, readonly string[]>, second?: Pick<EditionSpec, 'language' | 'direction'>): readonly NavPoint[] {
  const withHeadings = divisions.length <= headingsLimit
  const inParts = new Set([...parts.values()].flat())
  const byId = new Map(divisions.map((division) => [division.id, division]))
  const point = (division: Division): NavPoint => ({
    id: division.id, title: division.title, ...(division.phrases && {phrases: division.phrases}),
    children: division.kind === 'article' && withHeadings ? division.heads && second ? pairHeadings(listBeads(division.tree), second) : listHeadings(division.tree)
      : (parts.get(division.id) ?? []).flatMap((id) => byId.get(id) ?? []).map(point)
  })
  return divisions.filter(({kind, id}) => kind !== 'half-title' && kind !== 'contents' && !inParts.has(id)).map(point)
}

/** Main headings of both sides, bead by bead. */
function listBeads({children}: Element): readonly (readonly [readonly NavPoint[], readonly NavPoint[]])[] {
  return children.flatMap((bead) => {
    if (!isElement(bead)) return []
    const [first, second] = sidesOf(bead)
    return [[isElement(first) ? listHeadings(first) : [], isElement(second) ? listHeadings(second) : []] as const]
  })
}

function listHeadings(tree: Element): readonly NavPoint[] {
  const points: NavPoint[] = []
  walkElements(tree, (element) => {
    const id = element.properties['id']
    if (element.tagName !== 'h2' || typeof id !== 'string') return
    const title = textOf(element).trim()
    const phrases = maybePhrases(element)
    if (title) points.push({id, title, ...(phrases && {phrases}), children: []})
  })
  return points
}

/** The printed contents: parts, articles, index; each line ends in its folio. */
export function makeContents(points: readonly NavPoint[], divisions: readonly Division[], context: MatterContext): Division {
  const kindById = new Map(divisions.map(({id, kind}) => [id, kind]))
  const line = (point: NavPoint): Element => {
    const kind = kindById.get(point.id)
    const below = kind === 'part' ? point.children : []
    return h('li', {className: [kind ?? 'article']},
      h('a', {href: `#${point.id}`}, point.phrases ?? point.title),
      h('span', {className: ['folio-contents']}, {type: 'folio', use: 'contents', targets: [point.id]}),
      below.length === 0 ? undefined : h('ol', {}, below.map(line)))
  }
  const listed = points.filter(({id}) => !['title-page', 'imprint', 'colophon'].includes(kindById.get(id) ?? ''))
  return makeDivision(context.fill, 'contents', 'contents', context.terms.words.contents, {lines: listed.map(line)}, divisions.length * 8)
}

/** Entry points (EPUB structural semantics vocabulary). */
export function listLandmarks(divisions: readonly Division[], terms: Terms): readonly Landmark[] {
  const start = divisions.find(({matter}) => matter === 'body')
  const find = (kind: Division['kind'], type: string): readonly Landmark[] => divisions.filter((division) => division.kind === kind).map(({id, title}) => ({id, type, title}))
  return [
    ...find('title-page', 'titlepage'),
    ...find('imprint', 'copyright-page'),
    ...find('contents', 'toc'),
    ...(start ? [{id: start.id, type: 'bodymatter', title: terms.words['begin-reading']}] : []),
    ...find('index', 'index'),
    ...find('colophon', 'colophon')
  ]
}
