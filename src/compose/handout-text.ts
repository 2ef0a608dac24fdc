/** The text of a handout: articles without what only the book needs, and with links only to what is in it. */
import type {Element, ElementContent} from 'hast'
import {classesOf, h, isElement, replaceNodes, walkElements} from '../core/hast.ts'
import type {Division, Id} from '../core/model.ts'

export interface HandoutText {
  readonly body: readonly Element[]
  /** What stands under the title of an only article: its authors and translators. */
  readonly byline: readonly ElementContent[]
  /** Ids of all that is in it. */
  readonly ids: ReadonlySet<Id>
}

/** Cross-references and index marks go; an only article's title stands in the head of the handout, the titles of several below it. */
export function makeHandoutText(divisions: readonly Division[]): HandoutText {
  const isAlone = divisions.length === 1
  const ids = new Set<Id>()
  for (const {tree} of divisions) walkElements(tree, ({properties: {id}}) => { if (typeof id === 'string') ids.add(id) })
  const headers = divisions.map(({tree}) => tree.children.find((node) => isElement(node, 'header')))
  const [header] = headers
  const body = divisions.map(({tree}, at) => {
    const children = tree.children.filter((node) => !isCrossReferences(node) && !(isAlone && node === headers[at]))
    return cutLoose({...tree, children}, ids, isAlone ? 0 : 1)
  })
  const byline = isAlone && isElement(header) ? header.children.filter((node) => isElement(node) && node.tagName !== 'h1') : []
  return {body, byline, ids}
}

function isCrossReferences(node: ElementContent): boolean {
  return isElement(node) && classesOf(node).includes('cross-references')
}

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']

/** Links out of the handout become their words, marks without words nothing, headings go down by so many levels. */
function cutLoose(tree: Element, ids: ReadonlySet<Id>, levels: number): Element {
  const replace = (node: ElementContent): readonly ElementContent[] | undefined => {
    if (!isElement(node)) return undefined
    const {tagName, properties: {href}} = node
    if (tagName === 'a' && typeof href === 'string' && href.startsWith('#') && !ids.has(href.slice(1))) return replaceNodes(node, replace).children
    if (classesOf(node).includes('index-mark')) return replaceNodes(node, replace).children
    const level = headings.indexOf(tagName)
    if (levels === 0 || level < 0) return undefined
    return [h(headings[Math.min(level + levels, 5)] ?? 'h6', node.properties, replaceNodes(node, replace).children)]
  }
  return replaceNodes(tree, replace)
}
