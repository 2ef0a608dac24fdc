/** What the author says of an article: front matter with our keys, typed, every problem reported. */
import {type FrontEntry, type FrontMatter, type FrontValue, readFrontMatter} from '../core/front-matter.ts'
import {directionOf, maybeLanguage} from '../core/locale.ts'
import type {Direction, Keyword, Language} from '../core/model.ts'
import {suggest} from '../core/suggest.ts'
import type {Block} from '../core/translation.ts'
import {readFrontBlocks} from './blocks.ts'
import {cleanText} from './characters.ts'
import type {Context} from './context.ts'

/** Front matter of an article, every default applied. */
export interface Head {
  readonly title?: string
  readonly sortAs?: string
  readonly description?: string
  readonly keywords: readonly Keyword[]
  readonly aliases: readonly string[]
  readonly authors: readonly string[]
  readonly translators: readonly string[]
  readonly order?: number
  readonly draft: boolean
  readonly direction?: Direction
  readonly textLanguage?: Language
}

export interface Front {
  readonly head: Head
  /** What the author wants of micro-typography, where he says it. */
  readonly typography?: boolean
  /** The manuscript with front matter as blank lines, so that positions count lines of the file. */
  readonly text: string
  /** What of it is translated. */
  readonly blocks: readonly Block[]
}

const keyByName = new Map([
  ...['title', 'description', 'keywords', 'slug', 'order', 'draft', 'aliases', 'authors', 'translators', 'lang', 'dir', 'sort-as', 'typography'].map((key) => [key, key] as const),
  ['tags', 'keywords'], ['alias', 'aliases'], ['author', 'authors'], ['translator', 'translators'], ['sortas', 'sort-as']
])
const knownNames = [...keyByName.keys()]

/** Front matter and body of a manuscript's text. */
export function readFront(text: string, context: Context): Front {
  const front = readFrontMatter(text)
  reportProblems(front, context)
  const byKey = new Map<string, FrontEntry[]>()
  for (const entry of front.entries) {
    const name = entry.key.toLowerCase().replaceAll('_', '-')
    const key = keyByName.get(name)
    if (key !== undefined) byKey.set(key, [...byKey.get(key) ?? [], entry])
    else reportUnknown(entry, context)
  }
  const typography = readFlag(byKey.get('typography')?.[0], context)
  return {head: readHead(byKey, context), blocks: readFrontBlocks(front.entries), text: '\n'.repeat(front.lines) + front.body, ...(typography !== undefined && {typography})}
}

function reportProblems(front: FrontMatter, context: Context): void {
  for (const {reason, line, column} of front.problems) context.report('parse/broken-front-matter', {reason}, at(line, column))
  for (const {key, line} of front.joined) context.report('parse/joined-key', {key}, at(line, key.length + 2))
}

function reportUnknown(entry: FrontEntry, context: Context): void {
  const suggestion = entry.key.length > 3 ? suggest(entry.key, knownNames) : undefined
  if (suggestion !== undefined) context.report('parse/unknown-key', {key: entry.key, suggestion}, at(entry.line, entry.column))
}

function readHead(byKey: ReadonlyMap<string, readonly FrontEntry[]>, context: Context): Head {
  const text = (key: string): string | undefined => readText(byKey.get(key)?.[0], context)
  const list = (key: string): readonly string[] => (byKey.get(key) ?? []).flatMap((entry) => readNames(entry, context))
  const title = text('title'), sortAs = text('sort-as'), description = text('description')
  const order = readOrder(byKey.get('order')?.[0], context)
  const textLanguage = readLanguage(byKey.get('lang')?.[0], context)
  const direction = readDirection(byKey.get('dir')?.[0], context) ?? (textLanguage && directionOf(textLanguage))
  return {
    ...(title && {title}), ...(sortAs && {sortAs}), ...(description && {description}), ...(order !== undefined && {order}),
    keywords: uniqueTerms((byKey.get('keywords') ?? []).flatMap((entry) => readKeywords(entry, context))),
    aliases: list('aliases'), authors: list('authors'), translators: list('translators'),
    draft: readFlag(byKey.get('draft')?.[0], context) ?? false,
    ...(direction && direction !== directionOf(context.language) && {direction}),
    ...(textLanguage && textLanguage !== context.language && {textLanguage})
  }
}

function readText(entry: FrontEntry | undefined, context: Context): string | undefined {
  if (!entry) return undefined
  const value = typeof entry.value === 'string' ? entry.value : Array.isArray(entry.value) ? entry.value.find((each) => typeof each === 'string') : undefined
  if (typeof entry.value !== 'string') wrong(entry, 'text', context)
  return typeof value === 'string' ? clean(value, entry, context) || undefined : undefined
}

function readNames(entry: FrontEntry, context: Context): readonly string[] {
  if (typeof entry.value === 'string') return splitList(clean(entry.value, entry, context))
  const items = entry.value instanceof Map ? [entry.value] : entry.value as readonly FrontValue[] // a list is what remains
  return items.flatMap((item): readonly string[] => {
    const name = item instanceof Map ? item.get('name') : item
    if (typeof name === 'string') return clean(name, entry, context) ? [clean(name, entry, context)] : []
    wrong(entry, 'names', context)
    return []
  })
}

function readKeywords(entry: FrontEntry, context: Context): readonly Keyword[] {
  if (typeof entry.value === 'string') return splitList(clean(entry.value, entry, context)).map((term) => ({term}))
  const items = entry.value instanceof Map ? [entry.value] : entry.value as readonly FrontValue[] // a list is what remains
  return items.flatMap((item): readonly Keyword[] => {
    const term = item instanceof Map ? item.get('term') : item
    const sortAs: FrontValue | undefined = item instanceof Map ? item.get('sort-as') : undefined
    if (typeof term !== 'string') {
      wrong(entry, 'terms, or {term, sort-as}', context)
      return []
    }
    const words = clean(term, entry, context)
    return words ? [{term: words, ...(typeof sortAs === 'string' && sortAs && {sortAs: clean(sortAs, entry, context)})}] : []
  })
}

function uniqueTerms(keywords: readonly Keyword[]): readonly Keyword[] {
  return [...new Map(keywords.map((keyword) => [keyword.term, keyword])).values()]
}

function readOrder(entry: FrontEntry | undefined, context: Context): number | undefined {
  if (!entry || entry.value === '') return undefined
  const order = typeof entry.value === 'string' ? Number(entry.value) : Number.NaN
  if (Number.isFinite(order)) return order
  wrong(entry, 'a number', context)
  return undefined
}

function readFlag(entry: FrontEntry | undefined, context: Context): boolean | undefined {
  if (!entry || entry.value === '') return undefined
  const value = String(entry.value).toLowerCase()
  if (/^(?:true|yes|on|1)$/.test(value)) return true
  if (/^(?:false|no|off|0)$/.test(value)) return false
  wrong(entry, 'true or false', context)
  return undefined
}

function readLanguage(entry: FrontEntry | undefined, context: Context): Language | undefined {
  if (!entry || entry.value === '') return undefined
  const language = typeof entry.value === 'string' ? maybeLanguage(entry.value.trim()) : undefined
  if (language === undefined) wrong(entry, 'a BCP 47 language tag such as fr or pt-BR', context)
  return language
}

function readDirection(entry: FrontEntry | undefined, context: Context): Direction | undefined {
  if (!entry || entry.value === '' || entry.value === 'auto') return undefined
  const value = String(entry.value).toLowerCase()
  if (value === 'ltr' || value === 'rtl') return value
  wrong(entry, 'ltr or rtl', context)
  return undefined
}

function splitList(text: string): readonly string[] {
  return text.replace(/^\[(.*)\]$/s, '$1').split(/[,;،؛、，；]/).map((each) => each.trim()).filter((each) => each !== '')
}

function clean(text: string, entry: FrontEntry, context: Context): string {
  return cleanText(text, context, entry.line).replace(/[ \t\r\n]+/g, ' ').trim()
}

function wrong(entry: FrontEntry, expected: string, context: Context): void {
  const found = typeof entry.value === 'string' ? `value "${entry.value.slice(0, 40)}"` : Array.isArray(entry.value) ? 'list' : 'map'
  context.report('parse/wrong-value', {key: entry.key, found, expected}, at(entry.line, entry.column))
}

function at(line: number, column: number): {readonly position: {readonly start: {readonly line: number; readonly column: number}}} {
  return {position: {start: {line, column}}}
}
