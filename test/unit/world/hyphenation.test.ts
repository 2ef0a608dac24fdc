/** Dictionaries of divisions: what is written is read again as Minikin reads it. */
import {describe, expect, it} from 'vitest'
import {dividedLanguages, hasDictionary} from '../../../src/world/hyphenation/dictionaries.ts'
import {maybeDivided} from '../../../src/world/hyphenation/divide.ts'
import {compileHyb} from '../../../src/world/hyphenation/hyb.ts'
import {readPatterns, type Pattern} from '../../../src/world/hyphenation/patterns.ts'

/** Divides a word by a file, as Minikin does (Hyphenator.cpp): the highest value at each place wins, odd ones divide. */
function divide(file: Uint8Array, word: string): string {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const at = (place: number): number => view.getUint32(place, true)
  const [magic, alphabet, trie, pattern, size] = [at(0), at(8), at(12), at(16), at(20)]
  expect([magic, size]).toEqual([0x62ad7968, file.length])
  const [charMask, linkShift, linkMask, patternShift] = [4, 8, 12, 16].map((place) => at(trie + place)) as [number, number, number, number]
  const row = (place: number): number => at(trie + 24 + place * 4)
  const codes = [0, ...[...word].map((letter) => codeOf(view, alphabet, letter)), 0]
  const levels = new Array<number>(codes.length + 1).fill(0)
  for (let from = 0; from < codes.length; from++) {
    let node = 0
    for (let to = from; to < codes.length; to++) {
      const entry = row(node + (codes[to] ?? 0))
      if ((entry & charMask) !== codes[to]) break
      node = (entry & linkMask) >>> linkShift
      const index = row(node) >>> patternShift
      if (index === 0) continue
      const value = at(pattern + 16 + index * 4)
      const [length, shift, raw] = [value >>> 26, (value >>> 20) & 0x3f, value & 0xfffff]
      for (let n = 0; n < length; n++) {
        const place = to + 1 - shift - length + n
        levels[place] = Math.max(levels[place] ?? 0, file[pattern + at(pattern + 8) + raw + n] ?? 0)
      }
    }
  }
  return [...word].map((letter, n) => n > 0 && (levels[n] ?? 0) % 2 === 1 ? `-${letter}` : letter).join('')
}

function codeOf(view: DataView, alphabet: number, letter: string): number {
  const point = letter.charCodeAt(0)
  const [version, low, high] = [0, 4, 8].map((place) => view.getUint32(alphabet + place, true)) as [number, number, number]
  if (version === 0) return point >= low && point < high ? view.getUint8(alphabet + 12 + point - low) : -1
  for (let n = 0; n < low; n++) {
    const entry = view.getUint32(alphabet + 8 + n * 4, true)
    if (entry >>> 11 === point) return entry & 0x7ff
  }
  return -1
}

/** The same by the patterns themselves. */
function divideByPatterns(patterns: readonly Pattern[], word: string): string {
  const dotted = `.${word}.`
  const levels = new Array<number>(dotted.length + 1).fill(0)
  for (const pattern of patterns) {
    for (let at = dotted.indexOf(pattern.letters); at >= 0; at = dotted.indexOf(pattern.letters, at + 1)) {
      pattern.levels.forEach((level, n) => { levels[at + n] = Math.max(levels[at + n] ?? 0, level) })
    }
  }
  return [...word].map((letter, n) => n > 0 && (levels[n + 1] ?? 0) % 2 === 1 ? `-${letter}` : letter).join('')
}

const examples: readonly (readonly [string, string, string])[] = [
  ['fr', 'internationalisation', 'in-ter-na-tio-na-li-sa-tion'], ['es', 'internacional', 'in-ter-na-cio-nal'], ['de-1996', 'verantwortlich', 'ver-ant-wort-lich'],
  ['en-us', 'hyphenation', 'hy-phen-ation'], ['en-us', 'associate', 'as-so-ciate'], ['ru', 'достопримечательность', 'до-сто-при-ме-ча-тель-ность'], ['it', 'internazionale', 'in-ter-na-zio-na-le'],
  ['pl', 'przedsiębiorstwo', 'przed-się-bior-stwo'], ['el-monoton', 'διεθνοποίηση', 'διε-θνο-ποί-η-ση'], ['pt', 'internacional', 'in-ter-na-ci-o-nal'], ['hu', 'elkelkáposztás', 'el-kel-ká-posz-tás']
]

describe('a dictionary', () => {
  it.each(examples)('in %s divides %s as %s', (language, word, divided) => {
    expect(divideByPatterns(readPatterns(language), word)).toBe(divided)
    expect(divide(compileHyb(readPatterns(language), language), word)).toBe(divided)
  })

  it.each(['fr', 'en-us', 'ru', 'fi', 'tr', 'ka', 'mn-cyrl'])('in %s divides as its patterns do, capitals too', (language) => {
    const patterns = readPatterns(language)
    const file = compileHyb(patterns, language)
    const words = patterns.map(({letters}) => letters.replaceAll('.', '')).filter((letters) => letters.length > 2).flatMap((letters, at) => at % 40 === 0 ? [letters.repeat(3)] : [])
    expect(words.length).toBeGreaterThan(0)
    for (const word of words) {
      expect(divide(file, word)).toBe(divideByPatterns(patterns, word))
      const capitals = word.toLocaleUpperCase(language)
      if (capitals.length === word.length) expect(divide(file, capitals).replaceAll(/[^-]/gu, '.')).toBe(divide(file, word).replaceAll(/[^-]/gu, '.'))
    }
  })

  it('is there for forty languages and their regions, and not for others', () => {
    expect(dividedLanguages.length).toBeGreaterThan(40)
    for (const language of ['fr', 'fr-CA', 'de', 'de-AT', 'en', 'en-GB', 'en-AU', 'pt-BR', 'es-MX', 'nb', 'ru', 'sr']) expect(hasDictionary(language), language).toBe(true)
    for (const language of ['ar', 'he', 'ja', 'zh-Hans', 'ko', 'th', 'hi', 'sr-Latn', 'ent']) expect(hasDictionary(language), language).toBe(false)
  })
})

describe('maybeDivided', () => {
  const show = (word: string, language: string): string | undefined => maybeDivided(word, language)?.replaceAll('\u00ad', '-')

  it.each([
    ['fr', 'internationalisation', 'in-ter-na-tio-na-li-sa-tion'], ['fr-CA', 'Établissements', 'Éta-blis-se-ments'], ['de', 'Verantwortlichkeit', 'Ver-ant-wort-lich-keit'], ['en', 'associate', 'as-so-ciate'],
    ['ru', 'достопримечательность', 'до-сто-при-ме-ча-тель-ность'], ['el', 'διεθνοποίηση', 'διε-θνο-ποί-ηση'], ['hu', 'elkelkáposztás', 'el-kel-ká-posz-tás']
  ])('in %s divides %s as browsers do by the dictionary', (language, word, divided) => expect(show(word, language)).toBe(divided))

  it('leaves short words, three letters at the end and two at the beginning', () => {
    for (const [word, language] of [['heure', 'fr'], ['extraordinarily', 'en'], ['idée', 'fr'], ['agora', 'pt']] as const) {
      const parts = show(word, language)?.split('-') ?? [word]
      expect([parts[0]?.length, parts.at(-1)?.length].every((length, at) => (length ?? 0) >= 2 + at)).toBe(true)
    }
    expect(show('heure', 'fr')).toBeUndefined()
  })

  it('divides no names in English, and nothing in languages without patterns', () => {
    for (const [word, language] of [['Constantinople', 'en-GB'], ['hyphenation', 'ja'], ['كتابات', 'ar'], ['hyphenation', ''], ['междунаро', 'sr-Latn']] as const) expect(show(word, language)).toBeUndefined()
  })
})
