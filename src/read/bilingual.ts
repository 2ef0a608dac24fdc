/** Editions in two languages from what the publisher wrote under `bilingual`. */
import {joinSpecs, tagOf, type PairLayout} from '../core/bilingual.ts'
import type {Report} from '../core/diagnostic.ts'
import {maybeLanguage} from '../core/locale.ts'
import type {EditionSpec, Place} from '../core/model.ts'
import type {IsbnCheck, IsbnSpec} from './isbns.ts'

export interface BilingualSpec {
  readonly languages: readonly [first: string, second: string]
  readonly layout?: PairLayout
  readonly title?: string
  readonly subtitle?: string
  readonly isbn?: IsbnSpec
}

/** Those whose two languages the publication has, each pair once; what cannot be made is reported and left out. */
export function makeBilingual(specs: readonly BilingualSpec[], editions: readonly EditionSpec[], placeOf: (...path: readonly (string | number)[]) => Place, checkIsbns: IsbnCheck, report: Report): readonly EditionSpec[] {
  const made = new Map<string, EditionSpec>()
  for (const [at, {languages, isbn = {}, ...wishes}] of specs.entries()) {
    const [first, second] = languages.map((tag) => editions.find(({language}) => language === maybeLanguage(tag)))
    const missing = languages.filter((_, side) => !(side === 0 ? first : second))
    for (const language of missing) report('read/no-edition', {language, languages: editions.map((spec) => spec.language).join(', ')}, placeOf('bilingual', at, 'languages'))
    if (!first || !second) continue
    const spec = joinSpecs(first, second, {...wishes, isbn: checkIsbns(`${first.language}+${second.language}`, isbn, (format) => placeOf('bilingual', at, 'isbn', format))})
    if (first === second || made.has(tagOf(spec))) report('read/value', {key: 'bilingual.languages', expected: 'two languages, each pair once'}, placeOf('bilingual', at, 'languages'))
    else made.set(tagOf(spec), spec)
  }
  return [...made.values()]
}
