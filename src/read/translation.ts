/** What editions do where their translation is not complete, as the publisher wrote it. */
import type {Report} from '../core/diagnostic.ts'
import {maybeLanguage} from '../core/locale.ts'
import type {Language, Place} from '../core/model.ts'
import type {TranslationPolicy} from '../core/translation.ts'
import type {YamlFile} from './yaml-file.ts'

/** `translation` of publication.yaml and edition.yaml. */
export interface TranslationSpec {
  readonly missing?: TranslationPolicy['missing']
  readonly passages?: 'fallback' | 'omit'
  readonly from?: readonly string[]
  readonly behind?: 'notice' | 'silent'
  readonly 'also-in'?: boolean
  readonly at?: string
}

/** The edition's own keys before those of the publication; `languages` are those that have manuscripts, `place` is the publication's `from`. */
export function makeTranslationPolicy(
  publication: TranslationSpec = {}, edition: YamlFile<{readonly translation?: TranslationSpec}> | undefined, languages: readonly Language[], place: Place, report: Report
): TranslationPolicy {
  const own = edition?.value.translation ?? {}
  const spec = {...publication, ...own}
  return {
    missing: spec.missing ?? 'omit',
    fill: spec.passages === 'fallback',
    from: (spec.from ?? []).flatMap((tag) => readLanguage(tag, languages, own.from && edition ? edition.placeOf(['translation', 'from']) : place, report)),
    noticeBehind: spec.behind === 'notice',
    alsoIn: spec['also-in'] ?? false,
    ...(spec.at !== undefined && {at: spec.at})
  }
}

function readLanguage(tag: string, languages: readonly Language[], place: Place, report: Report): readonly Language[] {
  const language = maybeLanguage(tag)
  if (language !== undefined && languages.includes(language)) return [language]
  report('read/unknown-language', {language: tag}, place)
  return []
}
