/** Changes as a page in English for editors: every edition, its articles, and its passages in their own languages. */
import type {Element, Properties} from 'hast'
import type {ArticleChange, ArticleCorrections, Changes, Correction, EditionChanges} from '../../core/changes.ts'
import {h} from '../../core/hast.ts'
import {directionOf, nameOfLanguage} from '../../core/locale.ts'
import type {Language} from '../../core/model.ts'
import type {Piece} from '../../core/word-diff.ts'
import {escapeMarkup, writeMarkup} from '../site/markup.ts'
import {isSame} from './compare.ts'
import {showPieces} from './pieces.ts'
import {sumUp, type CorrectionsByTag} from './text.ts'

/** Nothing of what authors wrote may do anything. */
const policy = 'default-src \'none\'; style-src \'unsafe-inline\''

/** The page, in the given style sheet. */
export function formatChangesPage(changes: Changes, corrections: CorrectionsByTag, style: string): string {
  const {name, former, now, languages, editions} = changes
  const title = `${name}: what changed`
  const notes = [
    ...languages.added.length > 0 ? [`New languages: ${languages.added.join(', ')}.`] : [], ...languages.removed.length > 0 ? [`Languages that are gone: ${languages.removed.join(', ')}.`] : [],
    ...isSame(changes) ? ['The two releases are the same.'] : []
  ]
  const body = [
    h('header', {}, h('h1', {}, title), h('p', {}, `${former.date} → ${now.date}`), notes.map((note) => h('p', {}, note))),
    h('main', {}, editions.filter(({kind}) => kind !== 'same').map((edition) => makeSection(edition, corrections.get(edition.tag) ?? [])))
  ]
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<meta name="viewport" content="width=device-width"><title>${escapeMarkup(title)}</title><style>\n${style.replaceAll('</', '<\\/')}</style></head>\n<body>\n${writeMarkup(body)}</body></html>\n`
}

function makeSection(edition: EditionChanges, corrections: readonly ArticleCorrections[]): Element {
  const {tag, title, kind, articles, languages: [language = 'und']} = edition
  const said = kind === 'changed' ? sumUp(edition) : kind === 'new' ? 'new edition' : 'edition that is gone'
  return h('section', {}, h('h2', {id: tag}, tag, ' ', h('span', marksOf(language), title)), h('p', {}, h('span', marksOf(language), nameOfLanguage(language)), `: ${said}.`),
    ...articles.length > 0 ? [h('div', {class: 'scrolls', role: 'region', 'aria-labelledby': tag, tabindex: '0'}, makeTable(articles, language))] : [],
    ...corrections.map((each) => makeArticle(each, language)))
}

const head = ['Article', 'Change', 'Page before', 'Page now']

function makeTable(articles: readonly ArticleChange[], language: Language): Element {
  return h('table', {class: 'sums'},
    h('thead', {}, h('tr', {}, head.map((each) => h('th', {scope: 'col'}, each)))),
    h('tbody', {}, articles.map(({kind, slug, formerSlug, title, formerTitle, page = '', formerPage = '', moved, language: own = language}) => h('tr', {},
      h('th', {scope: 'row'}, h('span', marksOf(own), title), ' ', h('span', {class: 'tag', dir: 'ltr'}, slug)),
      h('td', {}, kind, moved && kind !== 'moved' ? ', moved' : '', ...formerTitle === undefined ? [] : [', was: ', h('span', marksOf(own), formerTitle)], ...formerSlug === undefined ? [] : [`, was: /${formerSlug}`]),
      h('td', {}, formerPage), h('td', {}, page)))))
}

function makeArticle({title, corrections, rewritten, language: own}: ArticleCorrections, language: Language): Element {
  const items = corrections.map((correction) => makeItem(correction, own ?? language))
  return h('section', {}, h('h3', {}, h('span', marksOf(own ?? language), title)), rewritten ? h('p', {}, 'Written anew.') : h('ol', {}, items))
}

function makeItem({page, printed, correct, language: own, direction}: Correction, language: Language): Element {
  const marks = own === undefined ? marksOf(language) : {...marksOf(own), ...(direction && {dir: direction})}
  const side = (name: string, pieces: readonly Piece[]): Element => h('div', {}, h('dt', {}, name), pieces.length === 0 ? h('dd', {class: 'empty'}, 'nothing') : h('dd', marks, ...showPieces(pieces)))
  return h('li', {class: 'changed'}, ...page === undefined ? [] : [h('p', {}, h('strong', {}, `Page ${page}`))], h('dl', {}, side('before', printed), side('now', correct)))
}

function marksOf(language: Language): Properties {
  return {lang: language, dir: directionOf(language)}
}
