/** The manuscripts of a language, parsed as its edition sets them. */
import type {Language, Parsed, ParseSettings, Sources} from '../core/model.ts'
import type {Terms} from '../core/terms.ts'
import type {World} from '../core/world.ts'

/** All of them, drafts too, or those that are wanted; units of translation are listed where the publication has several editions. */
export function parseLanguage(
  language: Language, sources: Sources, world: World, isWanted: (slug: string) => boolean = () => true
): Promise<readonly Parsed[]> {
  const own = sources.manuscripts.filter((manuscript) => manuscript.language === language && isWanted(manuscript.slug))
  return world.parse(own, parseSettingsOf(language, sources))
}

export function parseSettingsOf(language: Language, sources: Sources): ParseSettings {
  const {editions, singleDollarMath} = sources.publication
  const typography = editions.find((spec) => spec.language === language)?.typography ?? true
  return {singleDollarMath, typography, terms: termsOf(language, sources), blocks: editions.length > 1}
}

export function termsOf(language: Language, {terms}: Sources): Terms {
  return terms.get(language) as Terms // read gives terms for every language
}
