/** Style sheets for the languages that an edition quotes: each gets the sheet of its script. */
import {walkElements} from '../core/hast.ts'
import {maybeLanguage} from '../core/locale.ts'
import type {Division, Language} from '../core/model.ts'
import {handOf, maybeFaces} from '../core/typefaces.ts'

/** Scripts with upright and slanted letters, small and large. */
const slanted = new Set(['Latn', 'Grek', 'Cyrl'])
/** The comment on top of a sheet. */
const heading = /^\/\*[\s\S]*?\*\/\s*/
/** What the sheets have in the place of a language's tag. */
const placeholder = /(?<=[("])und(?=[)"])/g

/** The sheets for the languages that an edition quotes, as CSS. */
export function makePhraseStyle(languages: readonly Language[], edition: Language, styles: ReadonlyMap<string, string>): string {
  const own = handOf(edition)
  return languages.map((language) => {
    const script = handOf(language)
    const sheet = slanted.has(script) ? slanted.has(own) ? undefined : styles.get('phrases/Latn') : script === own ? undefined : pickSheet(script, styles)
    return sheet?.replace(heading, '').replace(placeholder, language).replaceAll('--faces-und', `--faces-${script}`) ?? ''
  }).join('\n')
}

/** A script's own sheet, else that of its kind, else what is good for most. */
function pickSheet(script: string, styles: ReadonlyMap<string, string>): string | undefined {
  return styles.get(`phrases/${script}`) ?? styles.get(`phrases/${maybeFaces(script)?.phrases ?? 'other'}`) ?? styles.get('phrases/other')
}

/** The languages that divisions name, as their tags stand in the tree; templates may hold others than languages. */
export function listLanguages(divisions: readonly Division[]): readonly Language[] {
  const languages = new Set<Language>()
  for (const {tree} of divisions) {
    walkElements(tree, ({properties: {lang}}) => {
      if (typeof lang === 'string' && maybeLanguage(lang) === lang) languages.add(lang)
    })
  }
  return [...languages].sort()
}
