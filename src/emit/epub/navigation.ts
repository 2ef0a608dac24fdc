/** The navigation document (EPUB 3.3 § 7): contents to read, and for machines landmarks and the pages of the printed book. */
import type {ElementContent} from 'hast'
import {classesOf, h, textOf} from '../../core/hast.ts'
import type {Edition, Id, NavPoint} from '../../core/model.ts'
import {standUpright} from '../../core/typography/upright.ts'
import {wrapDocument} from './documents.ts'
import {escapeText, tag} from './markup.ts'
import type {PageBreak} from './page-breaks.ts'
import {maybeAddress, navigationFile, type Places} from './places.ts'
import {isVertical} from './vertical.ts'

/** Stands where the composed contents stand in print. */
export function makeNavigation(edition: Edition, places: Places, breaks: readonly PageBreak[]): string {
  const {spec, terms: {words}} = edition
  const contentsId = places.contents?.id ?? 'contents'
  const points = pointsOf(edition)
  const known = new Set(idsOf(points))
  const breakByPoint = new Map(breaks.flatMap(({point, id}) => point !== undefined && known.has(point) ? [[point, id] as const] : []))
  const own = breaks.filter(({inContents, point}) => inContents && !(point !== undefined && breakByPoint.has(point)))
  const toc = tag('nav', {'epub:type': 'toc', role: 'doc-toc', id: contentsId, class: 'contents', 'aria-labelledby': `${contentsId}--title`}, [
    tag('h1', {id: `${contentsId}--title`}, escapeText(words.contents)),
    listPoints(spec.writing === 'vertical' ? points.map(standPointUpright) : points, places, breakByPoint)
  ])
  const body = [
    ...own.map(({id, label}) => tag('span', {'epub:type': 'pagebreak', role: 'doc-pagebreak', id, 'aria-label': label}, '')),
    toc, ...makeLandmarks(edition, places), ...makePageList(edition, places, breaks)
  ]
  return wrapDocument(spec, words.contents, body.join('\n'), 'frontmatter', isVertical(spec, {kind: 'contents'}))
}

function makeLandmarks({landmarks, terms: {words}}: Edition, places: Places): readonly string[] {
  const items = landmarks.map(({id, type, title}) => tag('li', {}, tag('a', {'epub:type': type, href: addressOf(id, places)}, escapeText(title))))
  return items.length === 0 ? [] : [tag('nav', {'epub:type': 'landmarks', id: 'landmarks', hidden: '', 'aria-labelledby': 'landmarks--title'},
    [tag('h2', {id: 'landmarks--title'}, escapeText(words.landmarks)), tag('ol', {}, items)])]
}

/** Every page of the printed book but the blank ones. */
function makePageList({terms: {words}}: Edition, places: Places, breaks: readonly PageBreak[]): readonly string[] {
  const items = breaks.map((each) => tag('li', {}, tag('a', {href: pageAddressOf(each, places)}, escapeText(each.label))))
  return items.length === 0 ? [] : [tag('nav', {'epub:type': 'page-list', role: 'doc-pagelist', id: 'page-list', hidden: '', 'aria-labelledby': 'page-list--title'},
    [tag('h2', {id: 'page-list--title'}, escapeText(words['page-list'])), tag('ol', {}, items)])]
}

function listPoints(points: readonly NavPoint[], places: Places, breakByPoint: ReadonlyMap<Id, Id>): string {
  return tag('ol', {}, points.map(({id, title, phrases, children}) => {
    const link = tag('a', {href: addressOf(id, places)}, phrases ? markPhrases(phrases) : nameOf(title, id))
    return tag('li', {id: breakByPoint.get(id)}, children.length === 0 ? link : [link, listPoints(children, places, breakByPoint)])
  }))
}

function standPointUpright(point: NavPoint): NavPoint {
  const {children} = standUpright(h('a', {}, ...point.phrases ?? [point.title]))
  return {...point, ...(children.length > 0 && {phrases: children}), children: point.children.map(standPointUpright)}
}

/** Words with the language of those that are in another. */
function markPhrases(phrases: readonly ElementContent[]): string {
  return phrases.map((node) => {
    if (node.type !== 'element') return escapeText(textOf(node))
    const [lang, dir] = [node.properties['lang'], node.properties['dir']].map((value) => typeof value === 'string' ? value : undefined)
    const names = classesOf(node)
    return tag(node.tagName, {class: names.length > 0 ? names.join(' ') : undefined, lang, 'xml:lang': lang, dir}, markPhrases(node.children))
  }).join('')
}

/** A navigation document may not be empty: without contents the divisions are listed. */
export function pointsOf(edition: Edition): readonly NavPoint[] {
  return edition.contents.length > 0 ? edition.contents : edition.divisions.map(({id, title}) => ({id, title, children: []}))
}

function idsOf(points: readonly NavPoint[]): readonly Id[] {
  return points.flatMap(({id, children}) => [id, ...idsOf(children)])
}

export function addressOf(id: Id, places: Places): string {
  return maybeAddress(id, places) ?? `#${id}`
}

/** The contents are not a document of their own: their breaks stand in the navigation document. */
export function pageAddressOf({id, inContents}: PageBreak, places: Places): string {
  return inContents ? `${navigationFile}#${id}` : addressOf(id, places)
}

/** Labels may not be empty either. */
export function nameOf(title: string, id: Id): string {
  return escapeText(title.trim() || id)
}
