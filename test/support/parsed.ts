/** Manuscripts as parse gives them, with their units of translation. */
import type {Language, Parsed} from '../../src/core/model.ts'
import {readTerms} from '../../src/read/terms.ts'
import {parseManuscript} from '../../src/parse/manuscript.ts'
import {recallHouse} from './memory-world.ts'

const house = await recallHouse('templates')

/** The article `text` of `<language>/honey.md`. */
export function parseText(text: string, language: Language, slug = 'honey'): Parsed {
  const terms = readTerms({house, all: house}, [language], () => undefined).get(language)
  if (!terms) throw new Error(`Unexpected language ${language}, expected one with terms`)
  return parseManuscript({file: `${language}/${slug}.md`, language, slug, text}, {singleDollarMath: false, typography: true, terms, blocks: true})
}
