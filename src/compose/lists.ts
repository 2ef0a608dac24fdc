/** Lists of figures and tables: captions with their pages, after the contents. */
import type {Element, ElementContent} from 'hast'
import {h, isElement, replaceNodes, textOf} from '../core/hast.ts'
import type {Division, Id} from '../core/model.ts'
import type {Typesetting} from '../core/page.ts'
import {maybePhrases} from '../core/phrases.ts'
import {makeDivision, type MatterContext} from './matter.ts'

type List = Typesetting['lists'][number]

/** What the lists need to know of one thing that has a caption. */
interface Captioned {
  readonly id: Id
  readonly caption: string | readonly ElementContent[]
}

const captionOf = {figures: {thing: 'figure', caption: 'figcaption'}, tables: {thing: 'table', caption: 'caption'}} as const
const termOf = {figures: 'list-of-figures', tables: 'list-of-tables'} as const

/** The divisions with ids on all that is listed, and the lists that are not empty. */
export function makeLists(divisions: readonly Division[], context: MatterContext): {readonly divisions: readonly Division[]; readonly lists: readonly Division[]} {
  let all = divisions
  const lists: Division[] = []
  for (const list of context.publication.typesetting.lists) {
    const found: Captioned[] = []
    all = all.map((division) => ({...division, tree: nameThings(division, list, found)}))
    if (found.length > 0) lists.push(makeList(list, found, context))
  }
  return {divisions: all, lists}
}

/** The tree of a division with an id on every figure or table that has a caption; those go to `found`. */
function nameThings({id, tree}: Division, list: List, found: Captioned[]): Element {
  const {thing, caption: captionName} = captionOf[list]
  let count = 0
  const name = (element: Element): Element => replaceNodes(element, (node) => {
    if (!isElement(node, thing)) return undefined
    const words = node.children.find((child) => isElement(child, captionName))
    const caption = words === undefined ? '' : textOf(words).replace(/\s+/g, ' ').trim()
    if (caption === '') return undefined
    const own = node.properties['id']
    const target = typeof own === 'string' ? own : `${id}--${thing}-${++count}`
    found.push({id: target, caption: (words && maybePhrases(words)) ?? caption})
    return [{...name(node), properties: {...node.properties, id: target}}]
  })
  return name(tree)
}

function makeList(list: List, found: readonly Captioned[], context: MatterContext): Division {
  const lines = found.map(({id, caption}) => h('li', {},
    h('a', {href: `#${id}`}, caption),
    h('span', {className: ['folio-contents']}, {type: 'folio', use: 'contents', targets: [id]})))
  return makeDivision(context.fill, list, `list-of-${list}`, context.terms.words[termOf[list]], {lines}, found.length * 8)
}
