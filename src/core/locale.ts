/** What ICU and CLDR know of a language: tag, script, direction, order, names. Nothing of it is written down twice. */
import type {Direction, EditionSpec, Language} from './model.ts'

/** Scripts written from right to left (Unicode, CLDR scriptMetadata); `Intl.Locale#textInfo` is wrong for several. */
const rightToLeft = new Set(['Arab', 'Aran', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr'])

/** Regions that stand for a script in folder names such as `zh_TW`, where the script is what the book needs. */
const known = new Intl.DisplayNames('en', {type: 'language', fallback: 'none'})

/** The canonical tag for a folder name (`pt-br`, `zh_TW`, `zh-cn`), or `undefined` when it names no language. */
export function maybeLanguage(name: string): Language | undefined {
  try {
    const locale = new Intl.Locale(name.replaceAll('_', '-'))
    return known.of(locale.language) === undefined ? undefined : locale.toString()
  } catch {
    return undefined
  }
}

const scriptByLanguage = new Map<Language, string>()

/** ISO 15924 code of the script that a language is written in. */
export function scriptOf(language: Language): string {
  const known = scriptByLanguage.get(language)
  if (known !== undefined) return known
  const script = new Intl.Locale(language).maximize().script ?? 'Latn' // slow, and asked for at every link
  scriptByLanguage.set(language, script)
  return script
}

export function directionOf(language: Language): Direction {
  return rightToLeft.has(scriptOf(language)) ? 'rtl' : 'ltr'
}

/** What an element says of words in a language, set within text of some direction. */
export function languageMarks(language: Language, around: Direction): {readonly lang: Language; readonly dir?: Direction} {
  const direction = directionOf(language)
  return {lang: language, ...(direction !== around && {dir: direction})}
}

/** Which way the pages follow one another: a book of vertical lines is read from right to left, and bound on the right. */
export function progressionOf({direction, writing}: Pick<EditionSpec, 'direction' | 'writing'>): Direction {
  return writing === 'vertical' ? 'rtl' : direction
}

/** Scripts that are set in vertical lines too, which follow one another from right to left. */
export function isVerticalToo(script: string): boolean {
  return isFullWidth(script) || script === 'Kore'
}

/** The tag and what it can fall back on, nearest first: `zh-TW` → `zh-TW`, `zh-Hant`, `zh`. */
export function fallbacksOf(language: Language): readonly Language[] {
  const locale = new Intl.Locale(language)
  return [...new Set([language, `${locale.language}-${scriptOf(language)}`, locale.language])]
}

/** The same for words and letters, which must be in the same script: `sr-Latn` never falls back on `sr`. Norwegian is Bokmål. */
export function wordFallbacksOf(language: Language): readonly Language[] {
  const script = scriptOf(language)
  const tags = fallbacksOf(language).filter((tag) => scriptOf(tag) === script)
  return tags.includes('no') ? [...tags, 'nb'] : tags
}

/** Name of a language in itself: français, 简体中文, العربية. */
export function nameOfLanguage(language: Language): string {
  return new Intl.DisplayNames(language, {type: 'language'}).of(language) ?? language
}

/** Order of titles and index entries, numbers by value. */
export function collatorOf(language: Language): Intl.Collator {
  return new Intl.Collator(language, {usage: 'sort', numeric: true})
}

/** The tag by which ICU writes numbers of a language in the digits of a numbering system. */
export function withDigits(language: Language, digits: string | undefined): string {
  return digits === undefined ? language : new Intl.Locale(language, {numberingSystem: digits}).toString()
}

/** A calendar date in the language's long form. */
export function longDate(language: Language, date: string, digits?: string): string {
  return new Intl.DateTimeFormat(withDigits(language, digits), {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(`${date}T00:00:00Z`))
}

/** Scripts whose punctuation fills a whole square and that put no spaces between words. */
export function isFullWidth(script: string): boolean {
  return ['Jpan', 'Hans', 'Hant'].includes(script)
}

/** What stands between the items of a plain list: ICU's own patterns say "and". */
export function commaOf(script: string): string {
  if (isFullWidth(script)) return '、'
  return ['Arab', 'Aran', 'Syrc', 'Thaa'].includes(script) ? '، ' : ', '
}

/** What follows words in round brackets, with the blank before them where the script sets one. */
export function inBrackets(words: string, language: Language): string {
  return isFullWidth(scriptOf(language)) ? `（${words}）` : ` (${words})`
}

/** Names joined as the language joins them. */
export function listNames(language: Language, names: readonly string[]): string {
  return new Intl.ListFormat(language, {type: 'conjunction'}).format(names)
}
