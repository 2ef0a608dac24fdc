/** Index entries: everything that is named, brought together under its headings, without blind references. */
import type {Report} from '../core/diagnostic.ts'
import type {IndexEntry, IndexGroup} from '../core/index-entries.ts'
import type {Id, Language, Place} from '../core/model.ts'
import {suggest} from '../core/suggest.ts'
import {makeIndexOrder, type IndexOrder} from './collation.ts'

/** One thing to list: a heading (main entry, then sub-entry) and what stands under it. */
export interface IndexItem {
  readonly path: readonly string[]
  readonly sortAs?: readonly string[]
  /** Where the words are in another language than the edition. */
  readonly language?: Language
  readonly locator?: Id
  readonly see?: string
  readonly seeAlso?: string
  readonly place?: Place
}

interface Draft {
  readonly heading: string
  /** Of the heading, where no article of the edition's own language has it too. */
  language: Language | undefined
  sortAs: string | undefined
  readonly locators: Id[]
  readonly see: Map<string, Place | undefined>
  readonly seeAlso: Map<string, Place | undefined>
  readonly subentries: Map<string, Draft>
}

/** The index of a language; items in reading order. Headings that differ only in case are one, the first spelling stands. */
export function makeIndex(items: readonly IndexItem[], language: Language, symbols: string, report: Report): readonly IndexGroup[] {
  const drafts = new Map<string, Draft>()
  for (const item of items) addItem(drafts, item, language)
  dropBlind(drafts, language, report)
  return groupEntries([...drafts.values()], makeIndexOrder(language), symbols)
}

function addItem(drafts: Map<string, Draft>, item: IndexItem, language: Language): void {
  let [level, draft] = [drafts, undefined as Draft | undefined]
  for (const [depth, heading] of item.path.entries()) {
    const key = foldHeading(heading, language)
    draft = level.get(key) ?? {heading, language: item.language, sortAs: undefined, locators: [], see: new Map(), seeAlso: new Map(), subentries: new Map()}
    draft.sortAs ??= item.sortAs?.[depth]
    if (item.language === undefined) draft.language = undefined
    level.set(key, draft)
    level = draft.subentries
  }
  if (!draft) return
  if (item.locator !== undefined && !draft.locators.includes(item.locator)) draft.locators.push(item.locator)
  if (item.see !== undefined) draft.see.set(item.see, item.place)
  if (item.seeAlso !== undefined) draft.seeAlso.set(item.seeAlso, item.place)
}

function foldHeading(heading: string, language: Language): string {
  return heading.normalize('NFC').toLocaleLowerCase(language).replaceAll(/\s+/g, ' ').trim()
}

/** Every "see" must lead to an entry that itself leads somewhere; entries that then lead nowhere go too. */
function dropBlind(drafts: Map<string, Draft>, language: Language, report: Report): void {
  const settle = (draft: Draft): void => {
    for (const references of [draft.see, draft.seeAlso]) {
      const written = [...references]
      references.clear()
      for (const [see, place] of written) {
        const target = drafts.get(foldHeading(see, language))
        if (target && target !== draft && leadsSomewhere(target)) references.set(target.heading, place)
        else report('indexing/blind', {entry: draft.heading, see, suggestion: suggestHeading(see, draft, drafts)}, place)
      }
    }
    for (const sub of draft.subentries.values()) settle(sub)
  }
  for (const draft of drafts.values()) settle(draft)
  dropEmpty(drafts)
}

function suggestHeading(see: string, from: Draft, drafts: ReadonlyMap<string, Draft>): string | undefined {
  return suggest(see, [...drafts.values()].filter((draft) => draft !== from && leadsSomewhere(draft)).map(({heading}) => heading))
}

function dropEmpty(drafts: Map<string, Draft>): void {
  for (const [key, draft] of drafts) {
    dropEmpty(draft.subentries)
    if (draft.locators.length + draft.see.size + draft.seeAlso.size + draft.subentries.size === 0) drafts.delete(key)
  }
}

function leadsSomewhere(draft: Draft): boolean {
  return draft.locators.length > 0 || [...draft.subentries.values()].some(leadsSomewhere)
}

function groupEntries(drafts: readonly Draft[], order: IndexOrder, symbols: string): readonly IndexGroup[] {
  const keyed = sortDrafts(drafts, order)
  const groups = new Map<string, IndexEntry[]>()
  const headingByKey = new Map(keyed.map(({draft}, at) => [draft, `index-${at + 1}`]))
  for (const {draft, key} of keyed) {
    const letter = order.letterOf(key) ?? symbols
    const entries = groups.get(letter)
    const entry = makeEntry(draft, headingByKey.get(draft) ?? 'index', order)
    if (entries) entries.push(entry)
    else groups.set(letter, [entry])
  }
  return [...groups].map(([heading, entries]) => ({heading, entries}))
    .sort((a, b) => Number(b.heading === symbols) - Number(a.heading === symbols) || order.compare(a.heading, b.heading)) // symbols stand first
}

function sortDrafts(drafts: readonly Draft[], order: IndexOrder): readonly {readonly draft: Draft; readonly key: string}[] {
  return drafts.map((draft) => ({draft, key: order.keyOf(draft.heading, draft.sortAs)}))
    .sort((a, b) => order.compare(a.key, b.key) || order.compare(a.draft.heading, b.draft.heading))
}

function makeEntry(draft: Draft, id: Id, order: IndexOrder): IndexEntry {
  return {
    heading: draft.heading, id,
    ...(draft.language !== undefined && {language: draft.language}),
    locators: draft.locators,
    see: sortHeadings(draft.see, order),
    seeAlso: sortHeadings(draft.seeAlso, order),
    subentries: sortDrafts([...draft.subentries.values()], order).map(({draft: sub}, at) => makeEntry(sub, `${id}-${at + 1}`, order))
  }
}

function sortHeadings(references: ReadonlyMap<string, unknown>, {compare, keyOf}: IndexOrder): readonly string[] {
  return [...references.keys()].sort((a, b) => compare(keyOf(a), keyOf(b)))
}
