/** Dashes, ellipses, and the spaces at which no line may end. */
import {narrowNoBreak, noBreak, type Customs} from './customs.ts'
import type {Run} from './run.ts'

const spaces = '[ \\u00a0\\u202f]'
const after = (pattern: string): string => `(?<=${pattern})`
const units = '(?:[%‰°℃]|°[CF]|[$€£¥₽₹₩₺₴₪₫₱]|(?:USD|EUR|GBP|CHF|CAD|JPY|CNY|INR|BRL|RUB)|[kcmµn]?m[²³23]?|[kmµ]?g|[mcdhk]?[lL]|ha|[kMGT]?W(?:h)?|[kKMGT]i?[oBb](?:ps)?|[kMGT]?Hz|[kM]?V|m?A|k?cal|km\\/h|h|min|ms|s|ans?|' +
  'км|[смк]?м|[мк]?г|га|кВт|л|руб\\.|₽|грн|тыс\\.|млн|млрд|тис\\.|mln|mld|Mio\\.|Mrd\\.|Uhr)'
/** No word goes on: letters of scripts without spaces, or with particles that join a unit, begin another. */
const wordEnds = '(?![\\p{N}[\\p{L}--[\\p{Script=Hangul}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}]]])'
const unitAfterNumber = new RegExp(`${after('\\d')} (?=${units}${wordEnds})`, 'gv')
const currencyBeforeNumber = /(?<=(?:^|[\s(])[$€£¥₹₽]) (?=\d)/gu

/** Sets them in a run; each rule leaves what it has made as it is. */
export function setSpaces(run: Run, customs: Customs): void {
  setDashes(run, customs)
  run.replace(/(?<!\.)\.{3}(?![.\d])/gu, () => customs.ellipsis)
  setSigns(run, customs)
  run.replace(/(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d])/gu, ([number]) => number.replaceAll(' ', customs.groupSpace))
  run.replace(/(?<=\d) %/gu, () => `${customs.percentSpace}%`)
  run.replace(unitAfterNumber, () => noBreak)
  run.replace(/(?<=(?<!\d)\d{1,2}\u00a0h) (?=\d{2}(?!\d))/gu, () => noBreak) // 18 h 30
  run.replace(currencyBeforeNumber, () => noBreak)
  setAbbreviations(run, customs)
  if (customs.shortWords !== '') {
    const short = new RegExp(`(?<=(?:^|[\\s(«„“"'\\u00a0])[${customs.shortWords}]) (?=[\\p{L}\\p{N}])`, 'gu')
    run.replace(short, () => noBreak)
  }
}

/** `--` and a hyphen between spaces; ranges of numbers keep what is written, for it may be a minus. */
function setDashes(run: Run, {dash, spacedDash, bindsDash, hugsClauses}: Customs): void {
  const bound = (words: string): string => bindsDash ? words.replace(/^ /, noBreak) : words
  run.replace(/(?<=\d)--(?=\d)/gu, () => '–')
  if (hugsClauses) hugClauses(run)
  run.replace(/(?<![\s-])(?: ---? |---?(?![\s-]))(?=[^\s-])/gu, () => bound(dash))
  run.replace(/(?<=[^\s\d-]) - (?=[^\s-])|(?<=[^\s-]) - (?=[^\s\d-])/gu, () => bound(spacedDash))
  run.replace(/(?<=[^\s-]) --?(?=[,;:.?!](?:\s|$))/gu, () => bound(spacedDash).trimEnd()) // “ -, ” behind an inserted clause
  if (bindsDash) run.replace(/(?<=\S) (?=[–—] )/gu, () => noBreak)
}

/** Two spaced dashes within a sentence: the first opens an inserted clause, the second closes it. */
function hugClauses(run: Run): void {
  let clause: number | undefined
  run.replace(/(?<=[^\s-]) --?(?: (?=[^\s-])|(?=[,;:.?!](?:\s|$)))/gu, ({0: sign, index}, text) => {
    const end = index + sign.length
    if (clause !== undefined && !/[.!?]/.test(text.slice(clause, index))) {
      clause = undefined
      return sign.endsWith(' ') ? '— ' : '—'
    }
    const opens = sign.endsWith(' ') && !/\d/.test(`${text.charAt(index - 1)}${text.charAt(end)}`) && /^[^.!?]{1,300}?[^\s-] --?(?: [^\s-]|[,;:.?!](?:\s|$))/u.test(text.slice(end, end + 310))
    clause = opens ? end : undefined
    return opens ? ' —' : undefined
  })
}

/** The spaces that French has before its signs; Spanish has none after those that open a sentence. */
function setSigns(run: Run, {guillemetSpace, beforeSigns, beforeColon, opensSentences}: Customs): void {
  if (guillemetSpace !== undefined) {
    run.replace(new RegExp(`«${spaces}*(?=\\S)`, 'gu'), () => `«${guillemetSpace}`)
    run.replace(new RegExp(`${after('\\S')}${spaces}*»`, 'gu'), () => `${guillemetSpace}»`)
  }
  const before = (signs: string, space: string, follows: string): void =>
    run.replace(new RegExp(`${after('[\\p{L}\\p{N}\\p{M}\\p{Pe}\\p{Pf}\\ufffc”"’…%°.]')}${spaces}*(${signs})(?=${follows})`, 'gu'), ([, sign]) => `${space}${sign}`)
  if (beforeSigns !== undefined) before('[;!?]+', beforeSigns, '[\\s»”"’)\\]\\u00a0\\u202f,.…]|$')
  if (beforeColon !== undefined) before(':', beforeColon, '[\\s«“»”)\\]]|$')
  if (opensSentences) run.replace(/([¿¡]) +(?=\S)/gu, ([, sign]) => sign)
}

/** “p. 12”, “Dr. Who”, “J. R. R. Tolkien”. */
function setAbbreviations(run: Run, {abbreviations}: Customs): void {
  if (abbreviations.length > 0) {
    run.replace(new RegExp(`(?<=(?:^|[^\\p{L}\\p{N}])(?:${abbreviations.join('|')})\\.?) (?=[\\p{Lu}\\p{N}])`, 'gu'), () => noBreak)
    run.replace(/(?<=(?:^|[^\p{L}\p{N}.])(?:z|d|u|i|o|т|т\. |н\. )\.) (?=(?:B|h|a|d|R|Ä|ä|е|к|д|п|ч|э)\.)/gu, () => narrowNoBreak)
  }
  run.replace(/(?<=(?:^|[\s(«„“\u00a0\u202f])[\p{Lu}\p{Lo}]\.) (?=\p{Lu}(?:\.|\p{Ll})|\p{Lo})/gu, () => noBreak)
}
