/** The parts of an edition under other ids, so that they can stand in one book with those of another. */
import type {Element, ElementContent, Root} from 'hast'
import {replaceNodes} from '../core/hast.ts'
import type {IndexEntry} from '../core/index-entries.ts'
import type {Id, Language} from '../core/model.ts'
import type {EditionParts} from './edition.ts'

/** What stands before every id of the second language: `es.a-customer`. */
export function prefixOf(language: Language): string {
  return `${language}.`
}

/** The parts of the second language of a book: its ids with the prefix. */
export function renameParts(parts: EditionParts, prefix: string): EditionParts {
  const rename = (id: Id): Id => `${prefix}${id}`
  const {graph, index} = parts
  return {
    ...parts,
    arranged: parts.arranged.map((run) => ({...run, articles: run.articles.map((article) => ({...article, id: rename(article.id), tree: renameTree(article.tree, rename)}))})),
    graph: {...graph, targetById: new Map(Array.from(graph.targetById, ([id, target]) => [rename(id), {...target, id: rename(id)}]))},
    index: index.map((group) => ({...group, entries: group.entries.map((entry) => renameEntry(entry, rename))})),
    articleByMark: new Map(Array.from(parts.articleByMark, ([mark, article]) => [rename(mark), rename(article)]))
  }
}

function renameEntry(entry: IndexEntry, rename: (id: Id) => Id): IndexEntry {
  return {...entry, id: rename(entry.id), locators: entry.locators.map(rename), subentries: entry.subentries.map((sub) => renameEntry(sub, rename))}
}

/** Lists of ids. */
const idLists = ['ariaDescribedBy', 'ariaLabelledBy', 'ariaDetails', 'ariaControls', 'headers', 'htmlFor'] as const

function renameTree<N extends Root | Element>(tree: N, rename: (id: Id) => Id): N {
  return replaceNodes(tree, (node): readonly ElementContent[] | undefined => {
    if (node.type === 'folio') return [{...node, targets: node.targets.map(rename)}]
    if (node.type !== 'element') return undefined
    const {id, href} = node.properties
    const properties: Record<string, Element['properties'][string]> = {...node.properties}
    if (typeof id === 'string') properties['id'] = rename(id)
    if (typeof href === 'string' && href.startsWith('#')) properties['href'] = `#${rename(href.slice(1))}`
    for (const name of idLists) {
      const ids = properties[name]
      if (Array.isArray(ids)) properties[name] = ids.map((each) => rename(String(each)))
      else if (typeof ids === 'string') properties[name] = ids.split(/\s+/).map(rename).join(' ')
    }
    return [{...renameTree(node, rename), properties}]
  })
}

/** The tree with its page numbers marked as set among words of the second language. */
export function markFolios<N extends Root | Element>(tree: N): N {
  return replaceNodes(tree, (node): readonly ElementContent[] | undefined => node.type === 'folio' ? [{...node, isSecond: true}] : undefined)
}
