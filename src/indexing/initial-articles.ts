/** Articles at the beginning of headings, which the indexes of some languages pass over. */
import type {Language} from '../core/model.ts'

/** Nouns whose own first letters look like ال: verbal nouns of the eighth form, “Allah”, and “electron” spelt without hamza. */
const arabicRoots = 'ت(?:ئام|باس|حاق|حام|زام|فات|قاء|قاط|ماس|هاب|هام|واء)|كترون|له(?!\\p{L})'

const nordic = /^(?:den|det|de|en|ei|ett|et)\s+/iu

/** By language; definite and indefinite, as libraries count them (MARC 21, appendix F) and indexers follow (Chicago 16.51). */
const articlesByLanguage: ReadonlyMap<string, RegExp> = new Map([
  ['af', /^(?:[Dd]ie|n)\s+/u],
  ['ar', new RegExp(`^ال(?!${arabicRoots})(?=\\p{L}{2})`, 'u')],
  ['ca', /^(?:l['’]|(?:els?|la|les|una?|uns|unes)\s+)/iu],
  ['da', nordic],
  ['de', /^(?:der|die|das|eine?)\s+/iu],
  ['el', /^(?:ο|η|το|οι|τα|ένας|μία|μια|ένα)\s+/iu],
  ['en', /^(?:the|an?)\s+/iu],
  ['es', /^(?:el|la|los|las|una?|unos|unas)\s+/iu],
  ['fr', /^(?:l['’]|(?:les?|la|une?|des)\s+)/iu],
  ['gl', /^(?:os?|as?|unha|unhas|uns?)\s+/iu],
  ['hu', /^(?:az?|egy)\s+/iu],
  ['it', /^(?:(?:l|un)['’]|(?:il|lo|la|i|gli|le|un[ao]?)\s+)/iu],
  ['nb', nordic], ['nn', nordic], ['no', nordic], ['sv', nordic],
  ['nl', /^(?:[Dd]e|[Hh]et|[Ee]en|t|n)\s+/u], // ’t and ’n have lost their apostrophes before
  ['pt', /^(?:os?|as?|uma?|umas|uns)\s+/iu],
  ['ro', /^(?:un|o)\s+/iu]
])

/** The words without an article before them; what is nothing but an article stays. */
export function passOverArticle(words: string, language: Language): string {
  const article = articlesByLanguage.get(new Intl.Locale(language).language)
  return (article ? words.replace(article, '') : words) || words
}
