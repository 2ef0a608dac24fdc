/** Page numbers of the book in a handout: full where the first of them stands, short after it, nothing where no book was printed. */
import type {Element, ElementContent} from 'hast'
import {folioOf} from '../../core/folio.ts'
import {classesOf, h, isElement, replaceNodes, walk, walkElements} from '../../core/hast.ts'
import type {Id} from '../../core/model.ts'
import type {Pagination} from '../../core/pagination.ts'
import {sayTerm, type Terms} from '../../core/terms.ts'

export interface ReferenceSetting {
  readonly terms: Terms
  /** Title of the book. */
  readonly title: string
  readonly pagination: Pagination | undefined
}

/** The tree with words in the place of folio nodes; what leads to a place in the tree itself needs no page. */
export function setReferences(tree: Element, setting: ReferenceSetting): Element {
  const inside = new Set<Id>()
  walkElements(tree, ({properties: {id}}) => { if (typeof id === 'string') inside.add(id) })
  const {pagination} = setting
  const pageOf = (id: Id): string | undefined => {
    const page = inside.has(id) ? undefined : pagination?.pageById.get(id)
    return page === undefined || !pagination ? undefined : folioOf(page, pagination)
  }
  let isFirst = true
  const replace = (node: ElementContent): readonly ElementContent[] | undefined => {
    if (node.type === 'folio') {
      const [page] = node.targets.flatMap((id) => pageOf(id) ?? [])
      if (page === undefined) return []
      if (node.use === 'contents') return [{type: 'text', value: keepTogether(sayTerm(setting.terms, 'page-reference', {page}), page)}] // its list says that it is of the book
      const words = sayPage(page, isFirst, setting)
      isFirst = false
      return words
    }
    return isElement(node) && classesOf(node).includes('folio-reference') && !targetsOf(node).some((id) => pageOf(id) !== undefined) ? [] : undefined
  }
  return replaceNodes(tree, replace)
}

function targetsOf(element: Element): readonly Id[] {
  const targets: Id[] = []
  walk(element, (node) => { if (node.type === 'folio') targets.push(...node.targets) })
  return targets
}

const titleMark = '\uE000'

/** “p. 42 of *Title*”, or “p. 42 of the book”. */
function sayPage(page: string, isFirst: boolean, {terms, title}: ReferenceSetting): readonly ElementContent[] {
  if (!isFirst) return [{type: 'text', value: keepTogether(sayTerm(terms, 'book-page-again', {page}), page)}]
  const [before = '', after] = keepTogether(sayTerm(terms, 'book-page', {page, title: titleMark}), page).split(titleMark)
  const cite = after === undefined ? [] : [h('cite', {}, title), {type: 'text', value: after} as const]
  return [{type: 'text', value: before}, ...cite]
}

/** A number keeps to the word before it. */
function keepTogether(words: string, page: string): string {
  return words.replace(` ${page}`, `\u00A0${page}`)
}
