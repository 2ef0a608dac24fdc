/** Numbers of lists, which readers' style sheets write, in the digits of all other numbers of the edition. */
import {digitsOf} from '../core/folio.ts'
import type {EditionSpec, Language} from '../core/model.ts'

/** Names of numberings in style sheets (CSS Counter Styles 3, 6) by those of CLDR. */
const counterStyles: ReadonlyMap<string, string> = new Map([
  ['arab', 'arabic-indic'], ['arabext', 'persian'], ['deva', 'devanagari'], ['beng', 'bengali'], ['guru', 'gurmukhi'], ['gujr', 'gujarati'], ['orya', 'oriya'],
  ['tamldec', 'tamil'], ['telu', 'telugu'], ['knda', 'kannada'], ['mlym', 'malayalam'], ['thai', 'thai'], ['laoo', 'lao'], ['khmr', 'khmer'], ['mymr', 'myanmar'], ['tibt', 'tibetan'], ['hanidec', 'cjk-decimal'],
  ['fullwide', 'upright-decimal'] // of vertical.css
])
/** What the `type` of an author's list asks for. */
const styleByType = {a: 'lower-alpha', A: 'upper-alpha', i: 'lower-roman', I: 'upper-roman'} as const

/**
 * Rules for the lists of an edition and for those in its blocks of other `languages`; lists whose `type` an author chose keep it.
 * They go before all other rules. HTML takes `a` and `A` for one there, XHTML does not; Kindle's converter knows no `:not()`.
 */
export function makeNumeralStyle({language, numerals, writing}: EditionSpec, languages: readonly Language[], markup: 'html' | 'xhtml'): string {
  const own = digitsOf(language, numerals)
  const others = languages.filter((other) => other !== language && digitsOf(other, numerals) !== own)
  const upright = own === 'latn' && writing === 'vertical' ? 'fullwide' : own // figures of full width stand upright in vertical lines
  const rules = [
    ...upright === 'latn' ? [] : [makeRule('', upright, markup)],
    ...others.map((other) => makeRule(`[lang="${other}"] `, digitsOf(other, numerals), markup))
  ]
  if (rules.length === 0 || markup === 'html') return rules.join('\n')
  const types = Object.entries(styleByType).map(([type, style]) => `ol[type="${type}"] { list-style-type: ${style}; }`)
  return [...rules, ...types].join('\n')
}

function makeRule(within: string, digits: string, markup: 'html' | 'xhtml'): string {
  const lists = markup === 'html' ? `${within}ol:not([type]), ${within}ol[type="1"]` : `${within}ol`
  return `${lists} { list-style-type: ${counterStyles.get(digits) ?? 'decimal'}; }`
}
