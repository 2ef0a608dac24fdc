/** Order and letter headings of an index, as CLDR's alphabetic index has them (UTS 35, part 5). */
import {collatorOf, fallbacksOf, scriptOf} from '../core/locale.ts'
import type {Language} from '../core/model.ts'
import lettersByLocale from './letters.json' with {type: 'json'}

/** What an index needs of its language. */
export interface IndexOrder {
  readonly compare: (a: string, b: string) => number
  /** The letter heading under which a sorting key stands; `undefined` is the group of symbols. */
  readonly letterOf: (key: string) => string | undefined
  /** The form by which a heading is sorted: without leading punctuation and articles. */
  readonly keyOf: (heading: string) => string
}

interface Bucket {
  readonly label: string
  /** The smallest key that the bucket holds. */
  readonly boundary: string
}

/** Articles which a language's indexes pass over (Chicago 16.51 and the language's own usage). */
const articlesByLanguage: ReadonlyMap<string, RegExp> = new Map([
  ['ar', /^ال(?=\p{L}{2})/u],
  ['de', /^(?:der|die|das|ein|eine) /iu],
  ['en', /^(?:the|an?) /iu],
  ['es', /^(?:el|la|los|las|un|una) /iu],
  ['fr', /^(?:l['’]|(?:les?|la|une?|des) )/iu],
  ['it', /^(?:l['’]|(?:il|lo|la|i|gli|le|un[ao]?) )/iu],
  ['pt', /^(?:os?|as?|uma?) /iu]
])

const latin: readonly Bucket[] = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => ({label: letter, boundary: letter}))

/** The order of a language. */
export function makeIndexOrder(language: Language): IndexOrder {
  const base = new Intl.Locale(language).language
  const script = scriptOf(language)
  const tag = base === 'zh' ? `zh-u-co-${script === 'Hant' ? 'stroke' : 'pinyin'}` : language
  const primary = new Intl.Collator(tag, {usage: 'sort', sensitivity: 'base'})
  const buckets = makeBuckets(language, script, primary)
  const native = script === 'Jpan' ? 'Hira' : script === 'Kore' ? 'Hang' : script === 'Hans' || script === 'Hant' ? 'Hani' : script
  const article = articlesByLanguage.get(base)
  return {
    compare: collatorOf(tag).compare,
    keyOf: (heading) => {
      const bare = heading.replace(/^[\p{P}\p{S}\p{Z}]+/u, '')
      return (article ? bare.replace(article, '') : bare) || heading
    },
    letterOf: (key) => {
      const first = String.fromCodePoint(key.codePointAt(0) ?? 0x20)
      if (!/^\p{L}/u.test(first)) return undefined
      const of = scriptOfLetter(first)
      if (buckets.length > 0 && (of === native || (script === 'Jpan' && of === 'Kana'))) return findBucket(buckets, key, primary)
      if (of === 'Latn') return findBucket(latin, key, primary)
      return of === 'Hani' ? '漢字' : first.toLocaleUpperCase(language)
    }
  }
}

/** The labels of the language, each primarily greater than the one before, as ICU drops the others. */
function makeBuckets(language: Language, script: string, primary: Intl.Collator): readonly Bucket[] {
  if (script === 'Hans') return [...'ABCDEFGHJKLMNOPQRSTWXYZ'].map((letter) => ({label: letter, boundary: `\uFDD0${letter}`}))
  // ICU's hidden boundaries of the stroke collation: U+2800 + number of strokes
  if (script === 'Hant') return Array.from({length: 48}, (_, n) => ({label: `${n + 1}畫`, boundary: `\uFDD0${String.fromCharCode(0x2801 + n)}`}))
  const all = parseLabels(findLetters(language), language).sort((a, b) => primary.compare(a.boundary, b.boundary))
  return all.filter(({boundary}, at) => at === 0 || primary.compare(all[at - 1]?.boundary ?? '', boundary) < 0)
}

function findLetters(language: Language): string {
  const letters: Readonly<Record<string, string>> = lettersByLocale
  return fallbacksOf(language).map((tag) => letters[tag]).find((set) => set !== undefined) ?? '[]'
}

/** CLDR's notation: `{CS}` is one label, `EÉ` two letters that share a heading. */
function parseLabels(set: string, language: Language): Bucket[] {
  return [...set.slice(1, -1).matchAll(/\{([^}]+)\}|(\S+)/gu)].map(([, cluster, letters = '']) => {
    const label = cluster === undefined ? /^\P{M}\p{M}*/u.exec(letters)?.[0] ?? letters : titleCase(cluster, language)
    return {label, boundary: cluster ?? label}
  })
}

function titleCase(cluster: string, language: Language): string {
  const [first = '', ...rest] = cluster
  return first + rest.join('').toLocaleLowerCase(language)
}

/** The last bucket whose boundary is not greater than the key, by bisection. */
function findBucket(buckets: readonly Bucket[], key: string, primary: Intl.Collator): string | undefined {
  let [low, high] = [0, buckets.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (primary.compare(buckets[middle]?.boundary ?? '', key) <= 0) low = middle + 1
    else high = middle
  }
  return buckets[low - 1]?.label
}

const scripts = ['Latn', 'Cyrl', 'Grek', 'Arab', 'Hebr', 'Deva', 'Beng', 'Guru', 'Gujr', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh', 'Thai', 'Laoo', 'Khmr', 'Mymr', 'Geor', 'Armn', 'Ethi', 'Hira', 'Kana', 'Hang', 'Hani'] as const
const scriptTests = scripts.map((script) => [script, new RegExp(`^\\p{Script_Extensions=${script}}`, 'u')] as const)

function scriptOfLetter(letter: string): string {
  return scriptTests.find(([, test]) => test.test(letter))?.[0] ?? 'Zyyy'
}
