/** Order of an index and the letter heading of each entry, as the language has them. */
import {collatorOf, scriptOf} from '../core/locale.ts'
import type {Language} from '../core/model.ts'
import {passOverArticle} from './initial-articles.ts'
import {boundaryMark, findLabel, latinBuckets, makeBuckets} from './letter-headings.ts'
import {makePinyinKey, maybeReadingKey} from './pinyin.ts'

/** What an index needs of its language. */
export interface IndexOrder {
  /** Order of sorting keys. */
  readonly compare: (a: string, b: string) => number
  /** The letter heading under which a sorting key stands; `undefined` is the group of symbols. */
  readonly letterOf: (key: string) => string | undefined
  /** The form by which a heading is sorted: what the author says (`sort-as`), else without leading punctuation and articles. */
  readonly keyOf: (heading: string, sortAs?: string) => string
}

/** Scripts whose letters share headings with those of the language's own. */
const nativeScripts: ReadonlyMap<string, readonly string[]> = new Map([
  ['Jpan', ['Hira', 'Kana']],
  ['Kore', ['Hang', 'Hani']], // hanja sort as they are read
  ['Hans', ['Hani']],
  ['Hant', ['Hani']]
])

/** The order of a language. */
export function makeIndexOrder(language: Language): IndexOrder {
  const script = scriptOf(language)
  const tag = tagOf(language)
  const primary = new Intl.Collator(tag, {usage: 'sort', sensitivity: 'base'})
  const buckets = makeBuckets(language, primary)
  const native = nativeScripts.get(script) ?? [script]
  const keyWords = script === 'Hans' ? makePinyinKey : (words: string): string => words
  return {
    compare: collatorOf(tag).compare,
    keyOf: (heading, sortAs) => {
      if (sortAs) return (script === 'Hans' ? maybeReadingKey(heading, sortAs) : undefined) ?? keyWords(sortAs)
      return keyWords(passOverArticle(heading.replace(/^[\p{P}\p{S}\p{Z}]+/u, ''), language) || heading)
    },
    letterOf: (key) => {
      if (key.startsWith(boundaryMark)) return key[1]
      const first = String.fromCodePoint(key.codePointAt(0) ?? 0x20)
      if (!/^\p{L}/u.test(first)) return undefined
      const of = scriptOfLetter(first)
      if (buckets.length > 0 && native.includes(of)) return findLabel(buckets, key, primary)
      if (of === 'Latn') return findLabel(latinBuckets, key, primary)
      return of === 'Hani' ? '漢字' : first.toLocaleUpperCase(language)
    }
  }
}

/** The letter headings that an index of the language may have, in their order. */
export function lettersOf(language: Language): readonly string[] {
  return makeBuckets(language, new Intl.Collator(tagOf(language), {usage: 'sort', sensitivity: 'base'})).map(({label}) => label)
}

/** Chinese is sorted by sound where characters are simplified, by strokes where they are not. */
function tagOf(language: Language): string {
  const script = scriptOf(language)
  return script === 'Hans' ? 'zh-u-co-pinyin' : script === 'Hant' ? 'zh-u-co-stroke' : language
}

const scripts = ['Latn', 'Cyrl', 'Grek', 'Arab', 'Hebr', 'Deva', 'Beng', 'Guru', 'Gujr', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh', 'Thai', 'Laoo', 'Khmr', 'Mymr', 'Geor', 'Armn', 'Ethi', 'Hira', 'Kana', 'Hang', 'Hani'] as const
const scriptTests = scripts.map((script) => [script, new RegExp(`^\\p{Script_Extensions=${script}}`, 'u')] as const)

function scriptOfLetter(letter: string): string {
  return scriptTests.find(([, test]) => test.test(letter))?.[0] ?? 'Zyyy'
}
