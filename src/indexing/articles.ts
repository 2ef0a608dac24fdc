/** Indexes the articles of an edition: titles, keywords, aliases and marks become one index; marks become anchors. */
import type {ElementContent} from 'hast'
import type {Report} from '../core/diagnostic.ts'
import {h, replaceNodes} from '../core/hast.ts'
import type {IndexGroup} from '../core/index-entries.ts'
import type {Article, Id, Language} from '../core/model.ts'
import type {IndexMarkNode} from '../core/nodes.ts'
import {loosen} from '../core/suggest.ts'
import {makeIndex, type IndexItem} from './entries.ts'

/** What indexing needs of an article: link has given it its id. */
export type Indexable = Article & {readonly id: Id}

export interface Indexed<A extends Indexable> {
  readonly articles: readonly A[]
  readonly index: readonly IndexGroup[]
  /** Article of each index mark, so that a locator can be named. */
  readonly articleByMark: ReadonlyMap<Id, Id>
}

/** Indexes articles given in reading order; `symbols` heads the group of what begins with no letter. */
export function indexArticles<A extends Indexable>(articles: readonly A[], language: Language, symbols: string, report: Report): Indexed<A> {
  const items: IndexItem[] = articles.map(({title, sortAs, id}) => ({path: [title], ...(sortAs !== undefined && {sortAs: [sortAs]}), locator: id}))
  const articleByMark = new Map<Id, Id>()
  const indexed = articles.map((article) => {
    items.push(...listHeadwords(article))
    const marks: IndexItem[] = []
    const replace = (node: ElementContent): readonly ElementContent[] | undefined => {
      if (node.type !== 'indexMark') return undefined
      const {children} = replaceNodes({type: 'element', tagName: 'span', properties: {}, children: node.children}, replace) // marks within marks
      return replaceMark({...node, children}, article, marks, report)
    }
    const tree = replaceNodes(article.tree, replace)
    for (const {locator} of marks) if (locator !== undefined) articleByMark.set(locator, article.id)
    items.push(...marks)
    return {...article, tree}
  })
  return {articles: indexed, index: makeIndex(items, language, symbols, report), articleByMark}
}

/** Keywords lead to the article; an alias that is more than another spelling of its name is a "see". */
function listHeadwords({title, slug, keywords, aliases, id, file}: Indexable): readonly IndexItem[] {
  const names = new Set([loosen(title), loosen(slug)])
  return [
    ...keywords.map(({term, sortAs}): IndexItem => ({path: [term], ...(sortAs !== undefined && {sortAs: [sortAs]}), locator: id})),
    ...aliases.filter((alias) => !alias.includes('/') && !names.has(loosen(alias)))
      .map((alias): IndexItem => ({path: [alias.replaceAll(/[-_]+/g, ' ')], see: title, place: {file}}))
  ]
}

/** The words that a mark shows, with the anchor to which its locator leads. */
function replaceMark(mark: IndexMarkNode, {id, file}: Indexable, marks: IndexItem[], report: Report): readonly ElementContent[] {
  const start = mark.position?.start
  const place = {file, ...(start && {line: start.line, column: start.column})}
  const path = mark.entry.map((heading) => heading.trim()).filter(Boolean)
  if (path.length === 0) {
    report('indexing/empty-mark', {}, place)
    return mark.children
  }
  const sortAs = mark.sortAs?.split(';').map((part) => part.trim())
  const references = {...(mark.see !== undefined && {see: mark.see}), ...(mark.seeAlso !== undefined && {seeAlso: mark.seeAlso})}
  const isPlace = mark.see === undefined && (mark.seeAlso === undefined || mark.children.length > 0)
  const locator = `i${marks.length + 1}.${id}`
  marks.push({path, ...(sortAs && {sortAs}), ...references, ...(isPlace && {locator}), place})
  return isPlace ? [h('span', {id: locator, className: ['index-mark']}, mark.children)] : mark.children
}
