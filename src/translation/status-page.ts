/** The status as one page of HTML that needs nothing else: no script, no network. */
import type {Element, ElementContent, Properties} from 'hast'
import {h} from '../core/hast.ts'
import {directionOf, nameOfLanguage} from '../core/locale.ts'
import type {Language} from '../core/model.ts'
import type {Block} from '../core/translation.ts'
import type {Change} from './changes.ts'
import type {Standing, State, StatusRow} from './standing.ts'
import {writePage} from './status-markup.ts'
import {describeBasis} from './status-text.ts'
import type {LanguageStatus, Status} from './status.ts'
import {diffWords} from '../core/word-diff.ts'

/** What a state is called, and its sign beside colours. */
const signs: Readonly<Record<State, string>> = {current: '✓', behind: '', unrecorded: '?', missing: '–', orphan: '+'}
const meanings: readonly (readonly [State, string])[] = [
  ['current', 'says what its source says'], ['behind', 'so many passages lack, or have changed since'], ['unrecorded', 'nothing says from which text it was made; it counts as translated'],
  ['missing', 'not translated'], ['orphan', 'the source language has no such article']
]

/** The page, in the given style sheet. */
export function formatStatusPage(status: Status, style: string): string {
  const {title, source, languages, articles, words, rows} = status
  const name = `Translations of ${title}`
  return writePage(name, style, [
    h('header', {}, h('h1', {}, 'Translations of ', h('span', textIn(source), title)), h('p', {}, `Source: ${nameIn(source)} (${source}), ${count(articles, 'article')}, ${count(words, 'word')}.`)),
    h('main', {},
      h('section', {}, h('h2', {id: 'languages'}, 'Languages'), scrolls('languages', makeSums(languages))),
      h('section', {}, h('h2', {id: 'articles'}, 'Articles'), makeLegend(), scrolls('articles', makeMatrix(status))),
      h('section', {}, h('h2', {id: 'passages'}, 'Passages to translate'), ...makePassages(rows, languages, source)))
  ])
}

/** A wide table that can be moved by keys too. */
function scrolls(label: string, table: Element): Element {
  return h('div', {class: 'scrolls', role: 'region', 'aria-labelledby': label, tabindex: '0'}, table)
}

function makeSums(languages: readonly LanguageStatus[]): Element {
  const head = ['Language', 'Words', 'Articles', 'Current', 'Behind', 'Unrecorded', 'Missing', 'Orphan', 'Words to translate']
  return h('table', {class: 'sums'},
    h('thead', {}, h('tr', {}, head.map((each) => h('th', {scope: 'col'}, each)))),
    h('tbody', {}, languages.map(({language, percent, counts: {current, behind, unrecorded, missing, orphan}, open}) => h('tr', {},
      h('th', {scope: 'row'}, nameOf(language), ' ', h('span', {class: 'tag'}, language)),
      h('td', {class: 'percent'}, h('span', {class: 'bar', style: `--part:${percent.words}%`}, `${percent.words} %`)), h('td', {}, `${percent.articles} %`),
      [current, behind, unrecorded, missing, orphan].map((each) => h('td', each === 0 ? {class: 'none'} : {}, String(each))), h('td', {}, format(open))))))
}

function makeLegend(): Element {
  return h('ul', {class: 'legend'}, meanings.map(([state, meaning]) => h('li', {}, h('span', {class: `sign ${state}`, 'aria-hidden': 'true'}, signs[state] || '3'), ` ${state}: ${meaning}`)))
}

function makeMatrix({rows, languages, source}: Status): Element {
  return h('table', {class: 'matrix'},
    h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, 'Article'), languages.map(({language}) => h('th', {scope: 'col', class: 'language'}, language)))),
    h('tbody', {}, rows.map((row, at) => h('tr', {},
      h('th', {scope: 'row'}, h('span', row.file === undefined ? {dir: 'auto'} : textIn(source), row.title), ' ', h('span', {class: 'tag', dir: 'ltr'}, row.slug)),
      languages.map(({language}) => makeCell(row.standings.find((each) => each.language === language), `${language}-${at}`))))))
}

function makeCell(standing: Standing | undefined, id: string): Element {
  if (!standing) return h('td', {})
  const {state, changes} = standing
  const sign = h('span', {class: `sign ${state}`, 'aria-hidden': 'true'}, state === 'behind' ? String(changes.length) : signs[state])
  const said = h('span', {class: 'said'}, changes.length > 0 ? `${state}, ${count(changes.length, 'passage')}` : state)
  return h('td', {}, changes.length > 0 ? h('a', {href: `#${id}`}, sign, said) : [sign, said])
}

/** Of each language its articles with something to do, closed until somebody asks. */
function makePassages(rows: readonly StatusRow[], languages: readonly LanguageStatus[], source: Language): readonly Element[] {
  const sections = languages.flatMap(({language}) => {
    const articles = rows.flatMap((row, at) => {
      const standing = row.standings.find((each) => each.language === language)
      return standing && standing.changes.length > 0 ? [makeArticle(row, standing, source, `${language}-${at}`)] : []
    })
    return articles.length === 0 ? [] : [h('section', {}, h('h3', {}, nameOf(language), ' ', h('span', {class: 'tag'}, language)), ...articles)]
  })
  return sections.length > 0 ? sections : [h('p', {}, 'None in articles that are translated.')]
}

/** A link to something within `details` opens them; to the summary it would not. */
function makeArticle({title, file = ''}: StatusRow, {language, state, file: own = '', changes, open, basis}: Standing, source: Language, id: string): Element {
  return h('details', {},
    h('summary', {}, h('span', textIn(source), title), ` · ${state}${describeBasis(basis)} · ${count(changes.length, 'passage')}, ${count(open, 'word')}`),
    h('ol', {id}, changes.map((change) => makeChange(change, {source, language, file, own}))))
}

interface Sides {
  readonly source: Language
  readonly language: Language
  readonly file: string
  readonly own: string
}

const explanations: Readonly<Record<Change['kind'], string>> = {
  changed: 'Changed in the source', new: 'New in the source', removed: 'Removed from the source', untranslated: 'Nothing in the translation answers to it', surplus: 'Nothing in the source answers to it'
}

function makeChange({kind, source: blocks, target, former, retouched, words}: Change, {source, language, file, own}: Sides): Element {
  const now = kind === 'removed' ? '' : blocks.map(({markdown}) => markdown).join('\n\n')
  const left: readonly (ElementContent | string)[] = former === undefined ? [now] : diffWords(former, now, source).map(({kind, text}) => kind === 'same' ? text : h(kind === 'gone' ? 'del' : 'ins', {}, text))
  return h('li', {class: kind},
    h('p', {}, h('strong', {}, explanations[kind]), words > 0 ? ` · ${count(words, 'word')}` : '', retouched ? ' · the translation was changed as well: accept it if it follows' : ''),
    h('dl', {}, makeSide(source, blocks[0] ? `${file}:${blocks[0].line}` : file, left), makeSide(language, placeOf(own, target), [target.map(({markdown}) => markdown).join('\n\n')])))
}

function placeOf(file: string, [first]: readonly Block[]): string {
  return first ? `${file}:${first.line}` : file
}

function makeSide(language: Language, place: string, text: readonly (ElementContent | string)[]): Element {
  const isEmpty = text.every((part) => part === '')
  return h('div', {}, h('dt', {}, place), isEmpty ? h('dd', {class: 'empty'}, 'nothing') : h('dd', textIn(language), ...text))
}

function nameIn(language: Language): string {
  return new Intl.DisplayNames('en', {type: 'language'}).of(language) ?? language
}

function nameOf(language: Language): Element {
  return h('span', textIn(language), nameOfLanguage(language))
}

function textIn(language: Language): Properties {
  return {lang: language, dir: directionOf(language)}
}

function count(number: number, word: string): string {
  return `${format(number)} ${word}${number === 1 ? '' : 's'}`
}

function format(number: number): string {
  return new Intl.NumberFormat('en').format(number)
}
