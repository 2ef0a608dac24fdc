/** An edition with everything that must be cut: an article of a megabyte, many notes, a long table, list, code and index, long contents, and pages. */
import type {Element} from 'hast'
import {h} from '../../src/core/hast.ts'
import type {Division, Edition, NavPoint} from '../../src/core/model.ts'
import {makeBreak, type PageBreak} from '../../src/emit/epub/page-breaks.ts'
import {makeSampleEdition} from './edition.ts'

const words = 'Bees gather nectar when the lime trees are in flower and the nights are warm. '
const paragraph = (): Element => h('p', {}, words.repeat(40))
const chapters = 150
const entries = 3000

/** The edition and the breaks of its pages. */
export function makeLargeEdition(styles = ''): {readonly edition: Edition; readonly breaks: readonly PageBreak[]} {
  const sample = makeSampleEdition('en', {styles})
  const breaks: PageBreak[] = [{label: 'v', id: 'page-v', inContents: true}, {label: 'vi', id: 'page-vi', inContents: true, point: 'chapter-2'}]
  const short = Array.from({length: chapters}, (_, number) => makeArticle(`chapter-${number}`, [h('p', {}, words)]))
  const long = makeArticle('megabyte', [...makeText(breaks), makeList(), makeTable(), makeCode(), makeNotes()])
  const points: readonly NavPoint[] = [...[long, ...short].map(({id, title}) => ({id, title, children: []})), {id: 'index', title: 'Index', children: []}]
  const kept = sample.divisions.filter(({kind}) => kind === 'title-page')
  const edition: Edition = {
    ...sample, divisions: [...kept, makeContents(points), long, ...short, makeIndex()], contents: points, graph: {...sample.graph, targetById: nameTargets()},
    landmarks: [{id: 'contents', type: 'toc', title: 'Contents'}, {id: 'megabyte', type: 'bodymatter', title: 'Begin'}, {id: 'index', type: 'index', title: 'Index'}]
  }
  return {edition, breaks}
}

function nameTargets(): Edition['graph']['targetById'] {
  const ids = [...Array.from({length: 60}, (_, at) => `section-${at + 1}`), ...Array.from({length: chapters}, (_, at) => `chapter-${at}`)]
  return new Map(ids.map((id) => [id, {id, slug: id, label: `The ${id}`}]))
}

function makeArticle(id: string, children: readonly Element[]): Division {
  const title = `${words.repeat(3)}${id}`
  const tree = h('section', {id, className: ['article'], 'epub:type': 'chapter', role: 'doc-chapter', ariaLabelledBy: [`${id}--title`]}, h('header', {}, h('h1', {id: `${id}--title`}, title)), children)
  return {id, kind: 'article', matter: 'body', title, head: title, file: `en/${id}.md`, words: 1, tree}
}

function makeText(breaks: PageBreak[]): readonly Element[] {
  return Array.from({length: 60}, (_, number): readonly Element[] => {
    const label = String(number + 1)
    breaks.push({label, id: `page-${label}`, inContents: false})
    const calls = Array.from({length: 20}, (_, at) => makeCall(number * 20 + at + 1))
    const text = h('p', {}, words.repeat(20), makeBreak(label, `page-${label}`), words, calls)
    return [h('h2', {id: `section-${label}`}, `Section ${label}`), text, paragraph(), h('h3', {}, 'More'), ...Array.from({length: 4}, paragraph)]
  }).flat()
}

function makeCall(number: number): Element {
  return h('a', {className: ['note-call'], id: `call-${number}`, href: `#note-${number}`, role: 'doc-noteref', 'epub:type': 'noteref'}, h('sup', {}, String(number)))
}

function makeNotes(): Element {
  const note = (number: number): Element => h('li', {}, h('aside', {id: `note-${number}`, 'epub:type': 'footnote', role: 'doc-footnote'},
    h('p', {}, `Note ${number}. `, h('a', {className: ['note-back'], href: `#call-${number}`, role: 'doc-backlink', ariaLabel: 'Back'}, '↩'))))
  return h('section', {className: ['footnotes'], 'epub:type': 'footnotes', role: 'doc-endnotes'}, h('h2', {}, 'Notes'), h('ol', {}, Array.from({length: 1200}, (_, at) => note(at + 1))))
}

function makeList(): Element {
  const item = (number: number): Element => number === 50 ? h('li', {id: 'long-item'}, Array.from({length: 90}, paragraph)) : h('li', {}, words.repeat(20))
  return h('ol', {start: 3}, Array.from({length: 200}, (_, number) => item(number)))
}

function makeTable(): Element {
  const row = (number: number): Element => h('tr', {}, h('td', {}, String(number)), h('td', {}, words.repeat(4)))
  return h('table', {id: 'table'}, h('caption', {}, 'Yield'), h('thead', {}, h('tr', {}, h('th', {id: 'year'}, 'Year'), h('th', {}, 'Weather'))),
    h('tbody', {}, Array.from({length: 1000}, (_, number) => row(number))), h('tfoot', {}, h('tr', {}, h('td', {}, 'All'), h('td', {}, 'years'))))
}

function makeCode(): Element {
  return h('pre', {dir: 'ltr'}, h('code', {className: ['language-sh']}, 'harvest --since spring | sort --key=weight && echo "a < b"\n'.repeat(6000)))
}

function makeIndex(): Division {
  const entry = (number: number): Element => h('li', {id: `x-${number}`, 'epub:type': 'index-entry'}, h('span', {className: ['term'], 'epub:type': 'index-term'}, `entry ${number}`),
    h('span', {className: ['locators']}, ' ', {type: 'folio', use: 'index', targets: [`section-${number % 60 + 1}`, `chapter-${number % chapters}`]}))
  const group = (at: number): Element => h('div', {className: ['group'], 'epub:type': 'index-group'}, h('h2', {className: ['letter']}, 'ABC'.charAt(at)),
    h('ul', {className: ['entries'], 'epub:type': 'index-entry-list'}, Array.from({length: entries / 3}, (_, number) => entry(at * entries / 3 + number))))
  return {id: 'index', kind: 'index', matter: 'back', title: 'Index', head: 'Index', words: 1, tree: h('section', {id: 'index', className: ['index'], 'epub:type': 'index', role: 'doc-index'}, h('h1', {}, 'Index'), [0, 1, 2].map(group))}
}

function makeContents(points: readonly NavPoint[]): Division {
  const lines = points.map(({id, title}) => h('li', {className: ['article']}, h('a', {href: `#${id}`}, title), h('span', {className: ['folio-contents']}, {type: 'folio', use: 'contents', targets: [id]})))
  return {id: 'contents', kind: 'contents', matter: 'front', title: 'Contents', head: 'Contents', words: 1,
    tree: h('nav', {id: 'contents', className: ['contents'], 'epub:type': 'toc', role: 'doc-toc'}, h('h1', {}, 'Contents'), h('ol', {}, lines))}
}
