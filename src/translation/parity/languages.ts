/** The language that a passage is in, where that can be told: by script first, by small words then. */
import {isFullWidth, scriptOf} from '../../core/locale.ts'
import type {Language} from '../../core/model.ts'
import {hanPairs, smallWordsByLanguage} from './small-words.ts'

/** Letters below which a script is not judged. */
const enoughLetters = 24
/** Words below which a language is not judged. */
const enoughWords = 8
/** Small words that must be found of the other language, and of how many words they are one at least. */
const enoughHits = 4
const hitShare = 5
/** How many times more they must be than those of the language expected. */
const margin = 3

const scripts = ['Latn', 'Cyrl', 'Grek', 'Arab', 'Hebr', 'Deva', 'Beng', 'Taml', 'Telu', 'Knda', 'Mlym', 'Gujr', 'Guru', 'Sinh', 'Thai', 'Laoo', 'Khmr', 'Mymr', 'Tibt', 'Geor', 'Armn', 'Ethi', 'Hang', 'Kana', 'Hani'] as const
const patterns = scripts.map((script) => [script, new RegExp(script === 'Kana' ? '[\\p{Script=Hira}\\p{Script=Kana}ー]' : `\\p{Script=${script}}`, 'gu')] as const)
/** Languages that small words do not tell apart. */
const close = [['da', 'nb', 'no', 'nn', 'sv'], ['id', 'ms'], ['hr', 'bs', 'sr', 'sl'], ['cs', 'sk'], ['gl', 'pt'], ['hi', 'mr', 'ne']]

/** The language or script that a passage is in instead of the one expected; `undefined` where it is in that one, or who can tell. */
export function maybeOtherLanguage(prose: string, expected: Language): string | undefined {
  const counts = new Map(patterns.map(([script, pattern]) => [script as string, prose.match(pattern)?.length ?? 0]))
  const letters = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (letters < enoughLetters) return undefined
  const script = scriptOf(expected)
  const own = lettersOf(script)
  if (!own.every((each) => counts.has(each))) return undefined
  const [main = ''] = [...counts].reduce((most, each) => each[1] > most[1] ? each : most)
  if (own.includes(main) || (isFullWidth(script) && (main === 'Kana' || main === 'Hani'))) return isFullWidth(script) ? maybeOtherHan(prose, script, counts) : maybeOtherWords(prose, expected, main)
  const share = own.reduce((sum, each) => sum + (counts.get(each) ?? 0), 0) / letters
  if (share > 0.1) return undefined
  if (main === 'Latn' || main === 'Cyrl') return maybeOtherWords(prose, expected, main)
  return main === 'Hang' ? 'ko' : main === 'Kana' ? 'ja' : main === 'Hani' ? counts.get('Kana') ? 'ja' : 'zh' : languageOf(prose, main)?.language ?? main
}

function lettersOf(script: string): readonly string[] {
  return script === 'Jpan' ? ['Kana', 'Hani'] : script === 'Hans' || script === 'Hant' ? ['Hani'] : script === 'Kore' ? ['Hang', 'Hani'] : [script]
}

function maybeOtherHan(prose: string, script: string, counts: ReadonlyMap<string, number>): string | undefined {
  const [kana = 0, han = 0] = [counts.get('Kana'), counts.get('Hani')]
  if (script === 'Jpan') return kana === 0 && han > 30 ? 'zh' : undefined
  if (kana > han / 2) return 'ja'
  let [simple, full] = [0, 0]
  for (const character of prose) {
    const at = hanPairs.indexOf(character)
    if (at >= 0) at % 2 === 0 ? simple++ : full++
  }
  if (script === 'Hans') return full >= 3 && simple === 0 ? 'zh-Hant' : undefined
  return simple >= 3 && full === 0 ? 'zh-Hans' : undefined
}

function maybeOtherWords(prose: string, expected: Language, script: string): string | undefined {
  const [primary = expected] = expected.split('-')
  if (scriptOf(expected) === script && !smallWordsByLanguage.has(primary) && !close.some((group) => group.includes(primary))) return undefined
  const found = languageOf(prose, script)
  if (!found || found.language === primary || close.some((group) => group.includes(primary) && group.includes(found.language))) return undefined
  const own = found.hits.get(primary) ?? 0
  return found.count >= own * margin ? found.language : undefined
}

interface Verdict {
  readonly language: string
  readonly count: number
  readonly hits: ReadonlyMap<string, number>
}

/** The language of a script with most of its small words in a passage. */
function languageOf(prose: string, script: string): Verdict | undefined {
  const words = prose.toLowerCase().normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? []
  const hits = new Map([...smallWordsByLanguage].flatMap(([language, small]) => scriptOf(language) === script ? [[language, words.filter((word) => small.has(word)).length] as const] : []))
  const [language, count] = [...hits].reduce((most, each) => each[1] > most[1] ? each : most, ['', 0])
  return words.length >= enoughWords && count >= enoughHits && count * hitShare >= words.length ? {language, count, hits} : undefined
}
