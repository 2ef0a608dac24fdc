/** What is new in this edition, as back matter: articles that came, changed or went since a former release. */
import type {Element, ElementContent} from 'hast'
import {compareArticles, type ArticleChange, type FormerEdition} from '../core/changes.ts'
import {h} from '../core/hast.ts'
import {inBrackets, languageMarks, longDate} from '../core/locale.ts'
import type {Division} from '../core/model.ts'
import {isolateWords} from '../core/phrases.ts'
import {sayTerm} from '../core/terms.ts'
import {makeDivision, type MatterContext} from './matter.ts'

/** The list; `undefined` where there is no former edition, or none of its articles came, changed or went. */
export function maybeWhatsNew(former: FormerEdition | undefined, divisions: readonly Division[], context: MatterContext): Division | undefined {
  if (!former || former.edition.articles.length === 0) return undefined
  const {terms, fill} = context
  const divisionBySlug = new Map(divisions.flatMap((division) => division.article ? [[division.article.slug, division] as const] : []))
  const now = [...divisionBySlug].map(([slug, {title, article}]) => ({slug, title, digest: article?.digest ?? '', ...(article?.language !== undefined && {language: article.language})}))
  const changes = compareArticles(former.edition.articles, now)
  const list = (kind: ArticleChange['kind']): readonly Element[] => changes.filter((change) => change.kind === kind).map((change) => makeLine(change, divisionBySlug.get(change.slug), context))
  const [fresh, changed, removed] = [list('new'), list('changed'), list('removed')]
  const count = fresh.length + changed.length + removed.length
  if (count === 0) return undefined
  const date = longDate(terms.language, former.date, terms.digits)
  return makeDivision(fill, 'whats-new', 'whats-new', terms.words['whats-new'], {
    'compared-with': sayTerm(terms, 'compared-with', {date}), 'new-articles': fresh, 'changed-articles': changed, 'removed-articles': removed
  }, 40 + count * 8)
}

/** A link with its page; beside it the page of the former printing, if there was one. */
function makeLine({kind, title, formerPage, language}: ArticleChange, division: Division | undefined, {terms, spec}: MatterContext): Element {
  const words: readonly ElementContent[] = division?.phrases ?? [isolateWords(title, spec.direction)]
  const formerly = formerPage === undefined ? undefined : h('span', {className: ['formerly']}, inBrackets(sayTerm(terms, 'formerly-on-page', {page: formerPage}), terms.language))
  if (kind === 'removed' || !division) return h('li', {}, h('span', {className: ['gone'], ...(language !== undefined && languageMarks(language, spec.direction))}, words), formerly)
  return h('li', {}, h('a', {href: `#${division.id}`}, words), formerly, h('span', {className: ['folio-contents']}, {type: 'folio', use: 'contents', targets: [division.id]}))
}
