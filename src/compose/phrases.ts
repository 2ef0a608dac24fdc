/** Style sheets for the languages that an edition quotes: each gets the sheet of its script. */
import {walkElements} from '../core/hast.ts'
import {maybeLanguage, scriptOf} from '../core/locale.ts'
import type {Division, Language} from '../core/model.ts'

/** Scripts with upright and slanted letters, small and large. */
const slanted = new Set(['Latn', 'Grek', 'Cyrl'])
/** The comment on top of a sheet. */
const heading = /^\/\*[\s\S]*?\*\/\s*/
/** What the sheets have in the place of a language's tag. */
const placeholder = /(?<=[("])und(?=[)"])/g

/** The sheets for all languages but the edition's that its divisions name, as CSS. */
export function makePhraseStyle(divisions: readonly Division[], edition: Language, styles: ReadonlyMap<string, string>): string {
  const own = scriptOf(edition)
  return listLanguages(divisions).map((language) => {
    const script = scriptOf(language)
    const sheet = slanted.has(script) ? slanted.has(own) ? undefined : styles.get('phrases/Latn') : script === own ? undefined : styles.get(`phrases/${script}`) ?? styles.get('phrases/other')
    return sheet?.replace(heading, '').replace(placeholder, language) ?? ''
  }).join('\n')
}

/** Tags as they stand in the tree; templates may hold others than languages. */
function listLanguages(divisions: readonly Division[]): readonly Language[] {
  const languages = new Set<Language>()
  for (const {tree} of divisions) {
    walkElements(tree, ({properties: {lang}}) => {
      if (typeof lang === 'string' && maybeLanguage(lang) === lang) languages.add(lang)
    })
  }
  return [...languages].sort()
}
