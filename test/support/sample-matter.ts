/** Front and back matter of the sample edition. */
import type {Element, Properties} from 'hast'
import {h} from '../../src/core/hast.ts'
import type {Division, DivisionKind, NavPoint} from '../../src/core/model.ts'
import {sayTerm, type Terms} from '../../src/core/terms.ts'
import type {MadeArticle} from './sample-article.ts'
import type {SampleTexts} from './sample-texts.ts'

type Content = Parameters<typeof h>[2]

export function makeHalfTitle(texts: SampleTexts): Division {
  return makeMatter('half-title', 'front', texts.title, {'epub:type': 'halftitlepage'}, h('p', {className: ['title']}, texts.title))
}

export function makeTitlePage(texts: SampleTexts): Division {
  return makeMatter('title-page', 'front', texts.title, {'epub:type': 'titlepage'},
    h('h1', {className: ['title']}, texts.title),
    h('p', {className: ['subtitle'], role: 'doc-subtitle'}, texts.subtitle),
    h('p', {className: ['contributors']}, texts.author.name),
    h('p', {className: ['publisher']}, texts.publisher))
}

export function makeImprint(texts: SampleTexts): Division {
  return makeMatter('imprint', 'front', texts.publisher, {'epub:type': 'copyright-page'}, h('p', {}, texts.rights), h('p', {}, texts.translator))
}

export function makeContents(terms: Terms, contents: readonly NavPoint[]): Division {
  const list = (points: readonly NavPoint[]): Element => h('ol', {}, points.map((point) => h('li', point.id.startsWith('part-') ? {className: ['part']} : {},
    h('a', {href: `#${point.id}`}, point.title),
    h('span', {className: ['folio-contents']}, {type: 'folio', use: 'contents', targets: [point.id]}),
    point.id.startsWith('part-') ? list(point.children) : undefined)))
  const tree = h('nav', {id: 'contents', className: ['contents'], 'epub:type': 'toc', role: 'doc-toc'}, h('h1', {}, terms.words.contents), list(contents))
  return {id: 'contents', kind: 'contents', matter: 'front', title: terms.words.contents, head: terms.words.contents, words: 40, tree}
}

export function makePart(texts: SampleTexts): Division {
  const tree = h('section', {id: 'part-meeting', className: ['part'], 'epub:type': 'part', role: 'doc-part', ariaLabelledBy: ['part-meeting--title']},
    h('h1', {id: 'part-meeting--title'}, texts.part))
  return {id: 'part-meeting', kind: 'part', matter: 'body', title: texts.part, head: texts.part, words: 3, tree}
}

export function makeIndex(texts: SampleTexts, terms: Terms, articles: readonly MadeArticle[]): Division {
  const group = (letter: string, number: number): Element => {
    const entries = articles.filter((_, index) => index % 3 === number)
    return h('div', {className: ['group']},
      h('h2', {className: ['letter']}, letter),
      h('ul', {className: ['entries'], 'epub:type': 'index-entry-list'},
        h('li', {id: `x-${number}`, 'epub:type': 'index-entry'},
          h('span', {className: ['term'], 'epub:type': 'index-term'}, entries[0]?.keyword ?? letter), ' ',
          h('span', {className: ['locators']}, {type: 'folio', use: 'index', targets: entries.flatMap(({division}) => [`${division.id}--mark`, division.id])}),
          h('ul', {className: ['subentries'], 'epub:type': 'index-entry-list'},
            h('li', {id: `x-${number}-sub`, 'epub:type': 'index-entry'},
              h('span', {className: ['term'], 'epub:type': 'index-term'}, texts.columns[number] ?? letter), ' ',
              h('em', {className: ['see']}, terms.words['see-also']), ' ', h('a', {href: `#x-${(number + 1) % 3}`}, texts.letters[(number + 1) % 3] ?? letter))))))
  }
  return makeMatter('index', 'back', terms.words.index, {'epub:type': 'index', role: 'doc-index'},
    h('h1', {}, terms.words.index), ...texts.letters.map(group))
}

export function makeColophon(terms: Terms, articles: number): Division {
  return makeMatter('colophon', 'back', terms.words.colophon, {'epub:type': 'colophon', role: 'doc-colophon'},
    h('h1', {}, terms.words.colophon), h('p', {lang: 'en', dir: 'ltr'}, sayTerm({...terms, language: 'en'}, 'colophon-text', {articles})))
}

function makeMatter(kind: DivisionKind, matter: Division['matter'], title: string, properties: Properties, ...children: readonly Content[]): Division {
  return {id: kind, kind, matter, title, head: title, words: 20, tree: h('section', {id: kind, className: [kind], ...properties}, ...children)}
}
