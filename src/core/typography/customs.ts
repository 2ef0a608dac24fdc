/** How the printers of a language set marks and spaces: what ICU and CLDR say, and the few things in which the trade knows better. */
import {fallbacksOf, scriptOf} from '../locale.ts'
import type {Language} from '../model.ts'
import quotesByLocale from './quotes.json' with {type: 'json'}

export const noBreak = '\u00a0'
export const narrowNoBreak = '\u202f'

export interface Customs {
  /** Opening and closing marks, then those of a quotation within; absent: straight marks stay. */
  readonly quotes?: readonly [string, string, string, string]
  /** Space inside of « and ». */
  readonly guillemetSpace?: string
  /** Space before ; ! ? and before the colon. */
  readonly beforeSigns?: string
  readonly beforeColon?: string
  /** What `--` becomes, and a hyphen between spaces. */
  readonly dash: string
  readonly spacedDash: string
  /** Whether two spaced dashes around an inserted clause close up to it, as long ones. */
  readonly hugsClauses: boolean
  /** Whether a spaced dash may not begin a line. */
  readonly bindsDash: boolean
  /** Between the groups of three digits of a number that was written with spaces. */
  readonly groupSpace: string
  /** Before the percent sign. */
  readonly percentSpace: string
  readonly ellipsis: string
  /** Abbreviations that do not part from what follows, without their points, as parts of a pattern. */
  readonly abbreviations: readonly string[]
  /** Words of one letter that may not end a line. */
  readonly shortWords: string
  /** Whether ' within and after words is an apostrophe. */
  readonly hasApostrophes: boolean
  /** Whether ¿ and ¡ open a sentence. */
  readonly opensSentences: boolean
}

type Override = Partial<Pick<Customs, 'guillemetSpace' | 'beforeSigns' | 'beforeColon' | 'dash' | 'spacedDash' | 'hugsClauses' | 'bindsDash' | 'abbreviations' | 'shortWords' | 'opensSentences'>> & {readonly quotes?: string}

const slavicDash = {dash: ' — ', spacedDash: ' — ', bindsDash: true} as const

/**
 * Sources: fr Imprimerie nationale, Lexique des règles typographiques (2002); fr-CA Office québécois de la langue française, Espacement;
 * fr-CH Guide du typographe (2015); es RAE, Ortografía (2010), 3.4; it Norma UNI 6461; ar fa CLDR's alternative, as books have it;
 * ru Мильчин, Справочник издателя (2003), 14.3; pl PWN, Zasady pisowni; cs ČSN 01 6910; uk Український правопис (2019), § 168; de Duden, Rechtschreibung, D 1–D 40.
 */
const overrides: Readonly<Record<string, Override>> = {
  fr: {
    quotes: '« » “ ”', guillemetSpace: narrowNoBreak, beforeSigns: narrowNoBreak, beforeColon: noBreak,
    abbreviations: ['pp?', 'n[°ᵒo]s?', 'art', 'chap', 'fig', 'vol', 'tab', 'MM?', 'M[lm]e', 'Mme', 'Dr', 'Pr', 'St', 'Ste', '§']
  },
  'fr-CA': {quotes: '« » “ ”', guillemetSpace: noBreak, beforeSigns: '', beforeColon: noBreak},
  'fr-CH': {quotes: '« » ‹ ›', guillemetSpace: narrowNoBreak, beforeSigns: narrowNoBreak, beforeColon: narrowNoBreak},
  es: {quotes: '« » “ ”', opensSentences: true, hugsClauses: true, abbreviations: ['pp?', 'págs?', 'n\\.?[ºo]', 'núm', 'art', 'cap', 'fig', 'vol', 'Sra?', 'Dra?', 'Ud', '§']},
  gl: {quotes: '« » “ ”', opensSentences: true, hugsClauses: true},
  ca: {quotes: '« » “ ”', hugsClauses: true, abbreviations: ['pp?', 'pàg', 'núm', 'art', 'cap', 'fig', 'vol', 'Sra?', 'Dra?']},
  pt: {abbreviations: ['pp?', 'págs?', 'n\\.?º', 'art', 'cap', 'fig', 'vol', 'Sra?', 'Dra?', '§']},
  it: {quotes: '« » “ ”', abbreviations: ['pp?', 'pag', 'n', 'art', 'cap', 'fig', 'vol', 'Sig', 'Dott', '§']},
  en: {dash: '—', abbreviations: ['pp?', 'Nos?', 'Figs?', 'Ch', 'Vol', 'Mr', 'Mrs', 'Ms', 'Dr', 'Prof', 'St', '§']},
  de: {abbreviations: ['S', 'Nr', 'Abb', 'Kap', 'Bd', 'Tab', 'Art', 'Abs', 'Dr', 'Prof', 'Hr', 'Fr', '§§?']},
  nl: {quotes: '“ ” ‘ ’', abbreviations: ['blz', 'nr', 'afb', 'dr', 'art', 'hfst', '§']},
  sv: {abbreviations: ['s', 'nr', 'kap', 'bd', 'fig', 'dr', '§', 't', 'd']},
  ar: {quotes: '« » ” “'}, // the inner ones as CLDR has them: they have no mirror image, and the right one opens
  ru: {...slavicDash, shortWords: 'вксоуияаВКСОУИЯА', abbreviations: ['№', 'с', 'стр', 'рис', 'табл', 'гл', 'т', 'ст', 'г', 'им', 'см', '§']},
  uk: {...slavicDash, shortWords: 'взіуоайєВЗІУОАЙЄ', abbreviations: ['№', 'с', 'стор', 'рис', 'табл', 'розд', 'т', 'ст', 'ім', 'див', '§']},
  be: {...slavicDash, shortWords: 'взіуаюВЗІУАЮ', abbreviations: ['№', 'с', 'мал', 'табл', 'т', 'арт']},
  bg: {...slavicDash, shortWords: 'вксоуиаВКСОУИА', abbreviations: ['№', 'с', 'стр', 'фиг', 'т', 'чл']},
  pl: {bindsDash: true, shortWords: 'wzoiauWZOIAU', abbreviations: ['s', 'nr', 'rys', 'tab', 'rozdz', 't', 'art', 'ul', 'dr', 'prof', '§']},
  cs: {bindsDash: true, shortWords: 'kvszouaiKVSZOUAI', abbreviations: ['s', 'č', 'obr', 'tab', 'kap', 'sv', 'čl', 'ul', 'dr', 'prof', '§']},
  sk: {bindsDash: true, shortWords: 'kvszouaiKVSZOUAI', abbreviations: ['s', 'č', 'obr', 'tab', 'kap', 'zv', 'čl', 'ul', 'dr', '§']}
}

/** Scripts whose words have no apostrophes and whose quotation marks authors type themselves. */
const ideographic = new Set(['Jpan', 'Hans', 'Hant', 'Hani'])
const customsByLanguage = new Map<Language, Customs>()

/** The customs of a language, those of its region first. */
export function customsOf(language: Language): Customs {
  const known = customsByLanguage.get(language)
  if (known) return known
  const made = makeCustoms(language)
  customsByLanguage.set(language, made)
  return made
}

function makeCustoms(language: Language): Customs {
  const tags = [...new Set([language, withoutScript(language), ...fallbacksOf(language)])]
  const own = tags.map((tag) => overrides[tag]).filter((override) => override !== undefined)
  const {quotes: ownQuotes, ...settled} = Object.assign({}, ...own.toReversed()) as Override // the region's over the language's
  const isIdeographic = ideographic.has(scriptOf(language))
  const quotes = isIdeographic ? undefined : ownQuotes ?? tags.map((tag) => (quotesByLocale as Readonly<Record<string, string>>)[tag]).find((each) => each !== undefined)
  const marks = quotes?.split(' ')
  return {
    dash: ' – ', spacedDash: ' – ', hugsClauses: false, bindsDash: false, abbreviations: [], shortWords: '', opensSentences: false,
    groupSpace: groupSpaceOf(language), percentSpace: percentSpaceOf(language),
    ellipsis: isIdeographic ? '……' : '…', hasApostrophes: /^(?:Latn|Cyrl|Grek)$/.test(scriptOf(language)),
    ...settled, ...(marks?.length === 4 && {quotes: marks as unknown as readonly [string, string, string, string]}) // just counted
  }
}

/** `fr-Latn-CA` has the customs of `fr-CA`. */
function withoutScript(language: Language): Language {
  const {language: base, region} = new Intl.Locale(language)
  return region === undefined ? base : `${base}-${region}`
}

function groupSpaceOf(language: Language): string {
  const group = new Intl.NumberFormat(language, {numberingSystem: 'latn'}).formatToParts(1_234_567).find(({type}) => type === 'group')?.value ?? ''
  return /^\s$/.test(group) ? group : narrowNoBreak
}

function percentSpaceOf(language: Language): string {
  const space = /[\s\u00a0\u202f]/.exec(new Intl.NumberFormat(language, {style: 'percent', numberingSystem: 'latn'}).format(0.5))?.[0]
  return space ?? noBreak
}
