/** Numbers as words of many languages hold them: what they may mean, and what is counted in them. */

export interface Figure {
  /** As written. */
  readonly text: string
  /** What it may mean: `1.234` is one thing in Berlin, another in Boston. */
  readonly readings: ReadonlySet<string>
  /** Digits alone. */
  readonly digits: string
  /** Unit of measure or currency beside it, by its international name. */
  readonly unit?: string
}

const number = /(?<!\p{Nd})\p{Nd}{1,3}(?: \p{Nd}{3})+(?:[.,]\p{Nd}+)?(?!\p{Nd})|\p{Nd}(?:[\p{Nd}\u00a0\u202f\u2009.,\u066b\u066c'’]*\p{Nd})?/gu

/** Spellings of units by their name; what stands behind a number. Only what means one thing in every language. */
const units = new Map([
  ['kg', 'kg кг كغ كجم किग्रा 公斤 千克 กก'], ['g', 'g г غ ग्रा 克'], ['mg', 'mg мг ملغ मिग्रा 毫克'], ['km', 'km км كم किमी 公里 千米 กม'], ['m', 'm м 米'],
  ['cm', 'cm см سم सेमी 厘米 公分 ซม'], ['mm', 'mm мм ملم मिमी 毫米 มม'], ['°C', '°C ℃ °С'], ['°F', '°F ℉'], ['%', '% ٪ ％ percent Prozent процентов процента 퍼센트 パーセント'],
  ['kB', 'kB KB ko Ko КБ кб'], ['MB', 'MB Mo МБ'], ['GB', 'GB Go ГБ'], ['TB', 'TB To ТБ'], ['ms', 'ms мс'], ['€', '€ EUR euro euros евро يورو यूरो ユーロ 유로 欧元 歐元 ยูโร'], ['£', '£ GBP'], ['¥', '¥ ￥ JPY'], ['₹', '₹ INR'], ['$', '$ USD US$ ＄']
].flatMap(([unit = '', spellings = '']) => spellings.split(' ').map((each) => [each, unit] as const)))
const behind = /^[\s\u00a0\u202f\u2009]?((?:US)?[$€£¥₹％%٪＄￥]|°\s?[CFС]|[℃℉]|[\p{L}\p{M}]+)(\.?)/u
const ahead = /((?:US)?[$€£¥₹％٪＄￥]|\b(?:EUR|USD|GBP|JPY|INR))[\s\u00a0\u202f]?$/u

/** The numbers of a passage, in order. */
export function listFigures(prose: string): readonly Figure[] {
  return [...prose.matchAll(number)].map((match) => {
    const [text] = match
    const rest = prose.slice(match.index + text.length)
    const unit = maybeUnit(behind.exec(rest)?.[1]) ?? maybeUnit(ahead.exec(prose.slice(0, match.index))?.[1])
    const latin = text.replaceAll(/\p{Nd}/gu, toEuropean).replaceAll('٫', '.').replaceAll('٬', ',')
    return {text, digits: latin.replaceAll(/\D/g, ''), readings: new Set(readNumber(latin)), ...(unit !== undefined && {unit})}
  })
}

function maybeUnit(spelling: string | undefined): string | undefined {
  return spelling === undefined ? undefined : units.get(spelling.replace(/\s/, ''))
}

/** Signs that divide thousands, or the whole from its parts: every sense that they make. */
function readNumber(text: string): readonly string[] {
  const parts = text.split(/[^\d]+/)
  const trim = (digits: string): string => digits.replace(/^0+(?=\d)/, '')
  const whole = trim(parts.join(''))
  if (parts.length === 1) return [whole]
  const last = parts.at(-1) ?? ''
  const decimal = `${trim(parts.slice(0, -1).join(''))}.${last}`.replace(/\.?0+$/, '')
  const signs = new Set(text.match(/[^\d]/g))
  const grouped = last.length === 3
  return grouped && signs.size === 1 ? parts.length === 2 ? [whole, decimal] : [whole] : grouped && signs.size > 1 ? [whole, decimal] : parts.length > 2 && signs.size === 1 ? [text.replaceAll(/[^\d]/g, '.')] : [decimal]
}

/** Unicode keeps the ten digits of each script in a row that begins with zero. */
export function toEuropean(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String(code - zero)
}
