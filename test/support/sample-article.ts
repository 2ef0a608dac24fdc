/** Articles of the sample edition: links, notes, tables, pictures, formulas, drawings, code, lists. */
import type {Element} from 'hast'
import {h} from '../../src/core/hast.ts'
import type {Division} from '../../src/core/model.ts'
import type {Target} from '../../src/core/references.ts'
import type {Terms} from '../../src/core/terms.ts'
import type {SampleArticle, SampleTexts} from './sample-texts.ts'

/** Picture that every sample uses, as a path of the publication. */
export const samplePicture = 'images/balance sheet.svg'

export interface MadeArticle {
  readonly division: Division
  readonly keyword: string
  readonly heading: {readonly id: string; readonly title: string}
  readonly targets: readonly Target[]
}

/** Article number `index` of `count`; each links to the next, whose words its opening names. */
export function makeSampleArticle(texts: SampleTexts, terms: Terms, index: number, count: number): MadeArticle {
  const article = texts.articles[index % 3] as SampleArticle // a remainder of three
  const id = idOf(texts, index)
  const title = index < 3 ? article.title : `${article.title} ${Math.floor(index / 3) + 1}`
  const heading = {id: `${id}--heading`, title: article.heading}
  const next = idOf(texts, (index + 1) % count)
  const previous = idOf(texts, (index + count - 1) % count)
  const extras = [makeTable, makePictures, makeLists][index % 3] ?? makeTable
  const tree = h('section', {id, className: ['article'], 'epub:type': 'chapter', role: 'doc-chapter', ariaLabelledBy: [`${id}--title`]},
    h('header', {}, h('h1', {id: `${id}--title`}, title)),
    h('p', {}, article.opening[0], h('a', {href: `#${next}`}, article.opening[1]), makeFolioReference(next), article.opening[2]),
    h('h2', {id: heading.id}, heading.title),
    h('p', {}, h('span', {id: `${id}--mark`}, article.keyword), ' — ', article.body),
    ...extras(texts, terms, id),
    h('section', {className: ['cross-references'], ariaLabelledBy: [`${id}--references`]},
      h('h2', {id: `${id}--references`}, terms.words['cross-references']),
      makeReferenceList('points-to', terms.words['points-to'], next, titleOf(texts, (index + 1) % count)),
      makeReferenceList('referenced-in', terms.words['referenced-in'], previous, titleOf(texts, (index + count - 1) % count))))
  const targets = [{id, slug: id, label: title}, {id: heading.id, slug: id, label: heading.title}, {id: `${id}--mark`, slug: id, label: title}]
  return {division: {id, kind: 'article', matter: 'body', title, head: title, file: `sample/${id}.md`, words: 120, tree}, keyword: article.keyword, heading, targets}
}

function idOf(texts: SampleTexts, index: number): string {
  const slug = texts.articles[index % 3]?.slug ?? ''
  return index < 3 ? slug : `${slug}-${Math.floor(index / 3) + 1}`
}

function titleOf(texts: SampleTexts, index: number): string {
  return texts.articles[index % 3]?.title ?? ''
}

function makeFolioReference(target: string): Element {
  return h('span', {className: ['folio-reference']}, ' (', {type: 'folio', use: 'reference', targets: [target]}, ')')
}

function makeReferenceList(name: string, label: string, target: string, title: string): Element {
  return h('div', {className: [name]},
    h('p', {className: ['label']}, label),
    h('ul', {}, h('li', {}, h('a', {href: `#${target}`}, title), makeFolioReference(target))))
}

function makeTable(texts: SampleTexts, terms: Terms, id: string): readonly Element[] {
  const [first, second, third] = texts.columns
  const row = (...cells: readonly [string, string, string]): Element => h('tr', {},
    h('td', {className: ['align-left']}, cells[0]), h('td', {className: ['align-right']}, cells[1]), h('td', {className: ['align-center']}, cells[2]))
  const table = h('table', {},
    h('thead', {}, h('tr', {},
      h('th', {scope: 'col', className: ['align-left']}, first),
      h('th', {scope: 'col', className: ['align-right']}, second,
        h('a', {className: ['note-call'], id: `${id}--fnref-1`, href: `#${id}--fn-1`, role: 'doc-noteref', 'epub:type': 'noteref'}, h('sup', {}, '1'))),
      h('th', {scope: 'col', className: ['align-center']}, third))),
    h('tbody', {}, row(texts.articles[0].title, '1\u00a0250,00', '2'), row(texts.articles[1].title, '2\u00a0480,50', '14')))
  const notes = h('section', {className: ['footnotes'], 'epub:type': 'footnotes', role: 'doc-endnotes', ariaLabelledBy: [`${id}--notes`]},
    h('h2', {className: ['notes-title'], id: `${id}--notes`}, terms.words.notes),
    h('ol', {}, h('li', {}, h('aside', {id: `${id}--fn-1`, 'epub:type': 'footnote', role: 'doc-footnote'},
      h('p', {}, texts.note, ' ',
        h('a', {className: ['note-back'], href: `#${id}--fnref-1`, role: 'doc-backlink', ariaLabel: terms.words['back-to-text']}, '↩\uFE0E'))))))
  return [table, notes]
}

function makePictures(texts: SampleTexts, terms: Terms): readonly Element[] {
  const formula = h('math', {display: 'block', alttext: 'p = \\frac{c}{n}'},
    h('mi', {}, 'p'), h('mo', {}, '='), h('mfrac', {}, h('mi', {}, 'c'), h('mi', {}, 'n')))
  const sketch = h('svg', {viewBox: '0 0 40 10', width: 40, height: 10, role: 'img', ariaLabel: texts.picture},
    h('path', {d: 'M2 8 L38 2', stroke: 'currentColor', strokeWidth: '1', fill: 'none'}))
  return [
    h('figure', {}, h('img', {src: samplePicture, alt: texts.picture}), h('figcaption', {}, texts.picture)),
    h('aside', {className: ['admonition', 'tip'], role: 'note'}, h('p', {className: ['admonition-title']}, terms.words.tip), h('p', {}, texts.advice)),
    h('p', {}, formula),
    h('p', {}, sketch)
  ]
}

function makeLists(texts: SampleTexts): readonly Element[] {
  return [
    h('ol', {start: 3}, ...texts.columns.map((column) => h('li', {}, column))),
    h('pre', {dir: 'ltr'}, h('code', {className: ['language-sh']}, 'orders --since spring | sort --key=price && echo "a < b > c"\n')),
    h('dl', {}, h('dt', {}, texts.articles[2].keyword), h('dd', {}, texts.advice)),
    h('blockquote', {}, h('p', {}, texts.advice)),
    h('p', {}, h('em', {}, texts.note), ' ', h('strong', {}, texts.part), ' ', h('ruby', {}, '営業', h('rt', {}, 'えいぎょう')), ' ', h('bdi', {lang: 'en'}, 'A & B'))
  ]
}
