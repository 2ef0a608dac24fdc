/** Keys that sort Chinese as it is read: 长期 under C, though the first reading of 长 is zhǎng. */
import {createRequire} from 'node:module'
import {boundaryMark} from './letter-headings.ts'

const require = createRequire(import.meta.url)

/** The words with each Han character behind its syllable; ICU's pinyin collation then puts them where that syllable stands. */
export function makePinyinKey(words: string): string {
  return words.replaceAll(/\p{Script=Han}+/gu, (run) => {
    const characters = [...run]
    const readings = readPinyin(run)
    return readings.length === characters.length ? characters.map((character, at) => keySyllable(readings[at] ?? '') + character).join('') : run
  })
}

/** The same for Chinese words whose reading the author gives (`huán kuǎn`, `huan2 kuan3`); `undefined` where it is no such reading. */
export function maybeReadingKey(words: string, reading: string): string | undefined {
  if (!/^\p{Script=Han}/u.test(words) || !/^\p{Script=Latin}/u.test(reading)) return undefined
  const characters = [...words]
  const syllables = reading.trim().split(/[\s'’-]+/u)
  return syllables.map((syllable, at) => keySyllable(syllable) + (syllables.length === characters.length ? characters[at] ?? '' : '')).join('')
}

/** Loaded when first asked, for it is large; the readings of words, not those changed by their neighbours' tones. */
function readPinyin(run: string): readonly string[] {
  const {pinyin} = require('pinyin-pro') as typeof import('pinyin-pro')
  return pinyin(run, {type: 'array', toneType: 'num', toneSandhi: false})
}

/** Tones by their combining marks. */
const tones = ['\u0304', '\u0301', '\u030C', '\u0300']

/** `lǜ` → boundary, `Lu9`: letters, then tones, no tone last; ü at the end goes after u, as in dictionaries. Nothing for what is no syllable. */
function keySyllable(syllable: string): string {
  const marked = syllable.normalize('NFD')
  const letters = marked.toLowerCase().replaceAll(/[^a-z]/g, '').replaceAll('v', 'u')
  if (letters === '') return ''
  const tone = Number(/\d/.exec(marked)?.[0] ?? tones.findIndex((mark) => marked.includes(mark)) + 1) || 5
  const isUmlaut = /u\u0308[\u0300-\u030C]?\d?$|v\d?$/i.test(marked)
  return `${boundaryMark}${letters[0]?.toUpperCase() ?? ''}${letters.slice(1)}${isUmlaut ? tone + 5 : tone}`
}
