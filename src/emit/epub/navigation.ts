/** The navigation document (EPUB 3.3 § 7) and its older twin, the NCX (OPF 2.0.1 § 2.4.1). */
import type {Edition, NavPoint} from '../../core/model.ts'
import {wrapDocument} from './documents.ts'
import {escapeText, tag, xmlDeclaration} from './markup.ts'
import {maybeAddress, type Places} from './places.ts'

/** Contents to read and landmarks for machines; stands where the composed contents stand in print. */
export function makeNavigation(edition: Edition, places: Places): string {
  const {spec, terms: {words}} = edition
  const contentsId = places.contents?.id ?? 'contents'
  const toc = tag('nav', {'epub:type': 'toc', role: 'doc-toc', id: contentsId, class: 'contents', 'aria-labelledby': `${contentsId}--title`}, [
    tag('h1', {id: `${contentsId}--title`}, escapeText(words.contents)),
    listPoints(pointsOf(edition), places)
  ])
  const landmarks = edition.landmarks.map(({id, type, title}) =>
    tag('li', {}, tag('a', {'epub:type': type, href: addressOf(id, places)}, escapeText(title))))
  const hidden = landmarks.length === 0 ? '' : '\n' + tag('nav', {'epub:type': 'landmarks', hidden: ''}, [tag('ol', {}, landmarks)])
  return wrapDocument(spec, words.contents, toc + hidden, 'frontmatter')
}

function listPoints(points: readonly NavPoint[], places: Places): string {
  return tag('ol', {}, points.map(({id, title, children}) => {
    const link = tag('a', {href: addressOf(id, places)}, nameOf(title, id))
    return tag('li', {}, children.length === 0 ? link : [link, listPoints(children, places)])
  }))
}

/** Contents for reading systems of the years before EPUB 3, which many shops still use. */
export function makeNcx(edition: Edition, places: Places, identifier: string): string {
  const points = pointsOf(edition)
  const orderByAddress = new Map<string, number>()
  let number = 0
  const write = (point: NavPoint): string => {
    const address = addressOf(point.id, places)
    // Points to the same place share their order, which counts from 1 (DAISY 3 § 8.4.1).
    const order = orderByAddress.get(address) ?? orderByAddress.size + 1
    orderByAddress.set(address, order)
    return tag('navPoint', {id: `point-${++number}`, playOrder: order}, [
      tag('navLabel', {}, tag('text', {}, nameOf(point.title, point.id))),
      tag('content', {src: address}),
      ...point.children.map(write)
    ])
  }
  const metadata = {'dtb:uid': identifier, 'dtb:depth': depthOf(points), 'dtb:totalPageCount': 0, 'dtb:maxPageNumber': 0}
  return xmlDeclaration + tag('ncx', {xmlns: 'http://www.daisy.org/z3986/2005/ncx/', version: '2005-1', 'xml:lang': edition.spec.language}, [
    tag('head', {}, Object.entries(metadata).map(([name, content]) => tag('meta', {name, content}))),
    tag('docTitle', {}, tag('text', {}, escapeText(edition.spec.title))),
    tag('navMap', {}, points.map(write))
  ]) + '\n'
}

/** A navigation document may not be empty: without contents the divisions are listed. */
function pointsOf(edition: Edition): readonly NavPoint[] {
  return edition.contents.length > 0 ? edition.contents : edition.divisions.map(({id, title}) => ({id, title, children: []}))
}

function addressOf(id: string, places: Places): string {
  return maybeAddress(id, places) ?? `#${id}`
}

/** Labels may not be empty either. */
function nameOf(title: string, id: string): string {
  return escapeText(title.trim() || id)
}

function depthOf(points: readonly NavPoint[]): number {
  return points.reduce((deepest, {children}) => Math.max(deepest, 1 + depthOf(children)), 0)
}
