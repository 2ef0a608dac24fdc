/** Indexes the articles of an edition: titles, keywords, aliases and marks become one index; marks become anchors. */
import type {ElementContent} from 'hast'
import type {Headword} from '../core/concordance.ts'
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
  /** What leads to a place, in reading order. */
  readonly headwords: readonly Headword[]
  /** Article of each index mark, so that a locator can be named. */
  readonly articleByMark: ReadonlyMap<Id, Id>
}

/** Indexes articles given in reading order; `symbols` heads the group of what begins with no letter. */
export function indexArticles<A extends Indexable>(articles: readonly A[], language: Language, symbols: string, report: Report): Indexed<A> {
  const items: IndexItem[] = articles.map((article) => ({path: [article.title], ...speakOf(article), ...(article.sortAs !== undefined && {sortAs: [article.sortAs]}), locator: article.id}))
  const articleByMark = new Map<Id, Id>()
  const headwords: Headword[] = []
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
    headwords.push(...listPlaced(article, marks))
    return {...article, tree}
  })
  return {articles: indexed, headwords, index: makeIndex(items, language, symbols, report), articleByMark}
}

/** What of an article leads to a place: its title, its keywords, the marks in its text. */
function listPlaced({title, sortAs, slug, id, keywords}: Indexable, marks: readonly IndexItem[]): readonly Headword[] {
  return [
    {slug, kind: 'title', path: [title], id, ...(sortAs !== undefined && {sortAs})},
    ...keywords.map((keyword): Headword => ({slug, kind: 'keyword', path: [keyword.term], id, ...(keyword.sortAs !== undefined && {sortAs: keyword.sortAs})})),
    ...marks.flatMap(({path, sortAs: readings, locator}): readonly Headword[] => locator === undefined ? [] : [{slug, kind: 'mark', path, id: locator, ...(readings && {sortAs: readings.join(', ')})}])
  ]
}

/** Keywords lead to the article; an alias that is more than another spelling of its name is a "see". */
function listHeadwords(article: Indexable): readonly IndexItem[] {
  const {title, slug, keywords, aliases, id, file} = article
  const names = new Set([loosen(title), loosen(slug)])
  return [
    ...keywords.map(({term, sortAs}): IndexItem => ({path: [term], ...speakOf(article), ...(sortAs !== undefined && {sortAs: [sortAs]}), locator: id})),
    ...aliases.filter((alias) => !alias.includes('/') && !names.has(loosen(alias)))
      .map((alias): IndexItem => ({path: [alias.replaceAll(/[-_]+/g, ' ')], ...speakOf(article), see: title, place: {file}}))
  ]
}

/** The words that a mark shows, with the anchor to which its locator leads. */
function replaceMark(mark: IndexMarkNode, article: Indexable, marks: IndexItem[], report: Report): readonly ElementContent[] {
  const {id, file} = article
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
  marks.push({path, ...speakOf(article), ...(sortAs && {sortAs}), ...references, ...(isPlace && {locator}), place})
  return isPlace ? [h('span', {id: locator, className: ['index-mark']}, mark.children)] : mark.children
}

/** The language of what an article in another one names. */
function speakOf({textLanguage}: Indexable): Pick<IndexItem, 'language'> {
  return textLanguage === undefined ? {} : {language: textLanguage}
}
