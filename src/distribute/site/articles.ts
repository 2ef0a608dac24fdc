/** The articles of an edition: each has its own address on the page, which codes in print lead to. */
import type {Element} from 'hast'
import {h} from '../../core/hast.ts'
import {languageMarks} from '../../core/locale.ts'
import type {ReleasedArticle} from '../../core/release.ts'
import {linkFrom} from './addresses.ts'
import type {EditionContext} from './edition-page.ts'
import {listedName, type Voice} from './voice.ts'

/** Their slugs are the identifiers; of two with one slug the first has it. */
export function listArticles({edition, voice, prefix}: EditionContext): Element | undefined {
  const {articles} = edition
  if (articles.length === 0) return undefined
  const taken = new Set<string>()
  const sayPage = voice.sayer('page-reference', 'page')
  const handout = voice.say('handout')
  const items = articles.map((article) => {
    const isFirst = !taken.has(article.slug)
    taken.add(article.slug)
    return h('li', isFirst ? {id: article.slug} : {}, ...showArticle(article, voice, sayPage),
      article.handout === undefined ? undefined : h('p', {class: 'handout', ...voice.marks},
        h('a', {href: linkFrom(edition, article.handout), type: 'application/pdf'}, handout, h('span', {class: 'unseen'}, `: ${article.title}`)), ' ', h('span', {class: 'kind'}, 'PDF')))
  })
  return h('section', {class: 'articles', 'aria-labelledby': `${prefix}articles`},
    h('h2', {id: `${prefix}articles`, ...voice.marks}, voice.say('articles')), h('ol', {}, items))
}

function showArticle({title, description, page, language}: ReleasedArticle, voice: Voice, sayPage: (page: string) => string): readonly (Element | undefined)[] {
  const marks = language === undefined || language === voice.language ? {} : languageMarks(language, voice.direction)
  return [
    h('h3', marks, title),
    page === undefined ? undefined : h('p', {class: 'page', ...voice.marks}, sayPage(page)),
    description === undefined ? undefined : h('p', {class: 'description', ...marks}, description),
    language === undefined || language === voice.language ? undefined : h('p', {class: 'language', ...marks}, listedName(language))
  ]
}
