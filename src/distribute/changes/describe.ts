/** What is new in an edition, in its own words: for feeds. */
import type {ArticleChange, Changes, EditionChanges} from '../../core/changes.ts'
import {commaOf, isFullWidth, longDate, scriptOf} from '../../core/locale.ts'
import type {Language} from '../../core/model.ts'
import {sayTerm, type Terms} from '../../core/terms.ts'
import {typesetLine} from '../../core/typography/typeset.ts'

/** Titles in a row; of more the rest is left out. */
const mostTitles = 12

/** Of each edition that readers had before and find changed, by tag: a few lines of plain text. */
export function describeAll(changes: Changes, termsByLanguage: ReadonlyMap<Language, Terms>): ReadonlyMap<string, string> {
  return new Map(changes.editions.flatMap((edition): readonly (readonly [string, string])[] => {
    const terms = termsByLanguage.get(edition.languages[0] ?? '') ?? termsByLanguage.get('en')
    const text = edition.kind === 'changed' && terms ? describeChanges(edition, changes.former.date, terms) : ''
    return text === '' ? [] : [[edition.tag, text]]
  }))
}

/** Titles of the articles that came, changed or went since the edition of a date; empty where there are none. */
export function describeChanges({articles}: EditionChanges, date: string, terms: Terms): string {
  const {language} = terms
  const lines = (['new', 'changed', 'removed'] as const).flatMap((kind) => {
    const titles = articles.filter((article: ArticleChange) => article.kind === kind).map(({title}) => title)
    if (titles.length === 0) return []
    const script = scriptOf(language)
    const shown = [...titles.slice(0, mostTitles), ...titles.length > mostTitles ? ['…'] : []]
    return [`${typesetLine(`${terms.words[`${kind}-articles`]}${isFullWidth(script) ? '：' : ': '}`, language)}${shown.join(commaOf(script))}`]
  })
  return lines.length === 0 ? '' : [sayTerm(terms, 'compared-with', {date: longDate(language, date, terms.digits)}), ...lines].join('\n')
}
