/** The navigation document (EPUB 3.3 § 7): contents, landmarks, pages, as lists of labels and addresses. */
import type {Book} from './book.ts'
import {readXml} from './book.ts'
import type {XmlElement} from './xml.ts'

export interface Entry {
  label: string
  /** `undefined` for a heading without link. */
  readonly address: string | undefined
  readonly type: string
  readonly at: number
  hasChildren: boolean
}

export interface NavigationList {
  /** `toc`, `landmarks`, `page-list`, … */
  readonly type: string
  readonly at: number
  readonly entries: Entry[]
  hasList: boolean
}

interface Draft {
  readonly lists: NavigationList[]
  readonly tell: Book['tell']
  readonly path: string
  list: NavigationList | undefined
  entry: Entry | undefined
  /** Entries to which open `li` belong. */
  readonly items: (Entry | undefined)[]
  readonly open: string[]
}

/** The lists that have a type. What breaks their form (§ 7.2.2) is reported. */
export function readNavigation(book: Book, path: string): readonly NavigationList[] {
  const draft: Draft = {lists: [], tell: book.tell, path, list: undefined, entry: undefined, items: [], open: []}
  readXml(book, path, {
    entity: () => undefined, // told when the document was read
    open: (element) => {
      openElement(draft, element)
      draft.open.push(element.local)
    },
    close: ({local, at}) => {
      draft.open.pop()
      closeElement(draft, local, at)
    },
    text: (words) => { if (draft.entry) draft.entry.label += words }
  })
  return draft.lists
}

function openElement(draft: Draft, {space, local, attributes, at}: XmlElement): void {
  if (space !== 'html') return
  if (local === 'nav' && attributes.has('epub:type')) {
    draft.list = {type: attributes.get('epub:type')?.trim().split(/\s+/)[0] ?? '', at, entries: [], hasList: false}
    draft.lists.push(draft.list)
  }
  const {list} = draft
  if (!list) return
  const outer = draft.open.at(-1)
  if (local === 'ol') openList(draft, list)
  else if (local === 'ul' && draft.entry === undefined) complain(draft, '`ul`', '`ol`, a list in order', at)
  else if (local === 'li') draft.items.push(undefined)
  else if (outer === 'li' && (local === 'a' || local === 'span')) {
    draft.entry = {label: '', address: local === 'a' ? attributes.get('href') ?? '' : undefined, type: attributes.get('epub:type') ?? '', at, hasChildren: false}
    list.entries.push(draft.entry)
    draft.items[draft.items.length - 1] = draft.entry
  } else if (outer === 'li') complain(draft, `\`${local}\` in \`li\``, '`a` or `span`, then perhaps `ol`', at)
  const alternative = attributes.get('alt') ?? attributes.get('title') ?? attributes.get('aria-label')
  if (draft.entry && alternative !== undefined) draft.entry.label += alternative
}

function openList({items}: Draft, list: NavigationList): void {
  list.hasList = true
  const item = items.at(-1)
  if (item) item.hasChildren = true
}

function closeElement(draft: Draft, local: string, at: number): void {
  const {list} = draft
  if (!list) return
  if (local === 'li') {
    const entry = draft.items.pop()
    if (!entry) complain(draft, '`li` without `a` or `span`', 'a link with a label', at)
    else if (entry.address === undefined && !entry.hasChildren && draft.list?.type !== 'page-list') complain(draft, '`span` without a list under it', 'a link, or a heading of links', at)
  }
  if ((local === 'a' || local === 'span') && draft.open.at(-1) === 'li') draft.entry = undefined
  if (local !== 'nav') return
  if (!list.hasList && ['toc', 'landmarks', 'page-list'].includes(list.type)) complain(draft, `\`nav\` without \`ol\``, 'a list', list.at)
  draft.list = undefined
}

function complain({tell, path}: Draft, found: string, expected: string, at: number): void {
  tell('verify/navigation', {found, expected}, path, at)
}
