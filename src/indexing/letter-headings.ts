/** Letter headings of an index, as CLDR's alphabetic index has them (UTS 35, part 5), and where each begins. */
import {scriptOf, wordFallbacksOf} from '../core/locale.ts'
import type {Language} from '../core/model.ts'
import lettersByLocale from './letters.json' with {type: 'json'}

export interface Bucket {
  readonly label: string
  /** The smallest key that the bucket holds. */
  readonly boundary: string
}

/** ICU's collations of Chinese know hidden boundaries: this noncharacter, then a letter of pinyin or a number of strokes. */
export const boundaryMark = '\uFDD0'

export const latinBuckets: readonly Bucket[] = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => ({label: letter, boundary: letter}))

/** Letters that words begin with and that CLDR's index leaves out: they would stand under the letter before them. */
const lettersToAdd: ReadonlyMap<string, string> = new Map([
  ['bg', 'Ъ'], ['hi', 'ऑ'], ['ne', 'ऑ'], ['mr', 'ॲ {क्ष} {ज्ञ}'], ['ta', 'ஜ ஷ ஸ ஹ {க்ஷ}']
])

/** Vowel signs and marks, which some sets list, begin no word; pairs that stand amid the words of their first letter (Lao, Gujarati) begin no section. */
const isHeading = ({label}: Bucket): boolean => /^\p{L}/u.test(label) && !/^(?:[ॐऽ]|ຫ.|અ.)/u.test(label)

/** The labels of the language, each primarily greater than the one before, as ICU drops the others. */
export function makeBuckets(language: Language, primary: Intl.Collator): readonly Bucket[] {
  const script = scriptOf(language)
  if (script === 'Hans') return [...'ABCDEFGHJKLMNOPQRSTWXYZ'].map((letter) => ({label: letter, boundary: boundaryMark + letter}))
  if (script === 'Hant') return Array.from({length: 48}, (_, n) => ({label: `${n + 1}畫`, boundary: boundaryMark + String.fromCharCode(0x2801 + n)}))
  const all = parseLabels(`${findLetters(language)} ${lettersToAdd.get(new Intl.Locale(language).language) ?? ''}`, language)
    .filter(isHeading)
    .sort((a, b) => primary.compare(a.boundary, b.boundary))
  return all.filter(({boundary}, at) => at === 0 || primary.compare(all[at - 1]?.boundary ?? '', boundary) < 0)
}

function findLetters(language: Language): string {
  const letters: Readonly<Record<string, string>> = lettersByLocale
  return (wordFallbacksOf(language).map((tag) => letters[tag]).find((set) => set !== undefined) ?? '[]').slice(1, -1)
}

/** CLDR's notation: `{CS}` is one label, `EÉ` two letters that share a heading. */
function parseLabels(set: string, language: Language): readonly Bucket[] {
  return [...set.matchAll(/\{([^}]+)\}|(\S+)/gu)].map(([, cluster, letters = '']) => {
    const label = cluster === undefined ? /^\P{M}\p{M}*/u.exec(letters)?.[0] ?? letters : titleCase(cluster, language)
    return {label, boundary: (cluster ?? label).replace(/^[க-ஹ]$/u, '$&்')} // Tamil sorts consonants without a vowel before those with one
  })
}

function titleCase(cluster: string, language: Language): string {
  const [first = '', ...rest] = cluster
  return first + rest.join('').toLocaleLowerCase(language)
}

/** The label of the last bucket whose boundary is not greater than the key, by bisection. */
export function findLabel(buckets: readonly Bucket[], key: string, primary: Intl.Collator): string | undefined {
  let [low, high] = [0, buckets.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (primary.compare(buckets[middle]?.boundary ?? '', key) <= 0) low = middle + 1
    else high = middle
  }
  return buckets[low - 1]?.label
}
