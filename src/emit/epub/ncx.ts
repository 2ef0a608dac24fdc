/** The NCX (OPF 2.0.1 § 2.4.1): contents and pages for reading systems of the years before EPUB 3, which many shops still use. */
import {maybeNumber} from '../../core/folio.ts'
import {walkElements} from '../../core/hast.ts'
import type {Edition, NavPoint} from '../../core/model.ts'
import {escapeText, tag, xmlDeclaration} from './markup.ts'
import {addressOf, nameOf, pageAddressOf, pointsOf} from './navigation.ts'
import type {PageBreak} from './page-breaks.ts'
import {maybeAddress, navigationFile, type Places} from './places.ts'

export function makeNcx(edition: Edition, places: Places, breaks: readonly PageBreak[], identifier: string): string {
  const points = pointsOf(edition)
  const orderOf = makeOrder(edition, places, points, breaks)
  let number = 0
  const write = (point: NavPoint): string => {
    const address = addressOf(point.id, places)
    return tag('navPoint', {id: `point-${++number}`, playOrder: orderOf(address)}, [
      tag('navLabel', {}, tag('text', {}, nameOf(point.title, point.id))),
      tag('content', {src: address}),
      ...point.children.map(write)
    ])
  }
  const largest = breaks.reduce((most, {label}) => Math.max(most, maybeNumber(label) ?? 0), 0)
  const metadata = {'dtb:uid': identifier, 'dtb:depth': depthOf(points), 'dtb:totalPageCount': breaks.length, 'dtb:maxPageNumber': largest}
  return xmlDeclaration + tag('ncx', {xmlns: 'http://www.daisy.org/z3986/2005/ncx/', version: '2005-1', 'xml:lang': edition.spec.language}, [
    tag('head', {}, Object.entries(metadata).map(([name, content]) => tag('meta', {name, content}))),
    tag('docTitle', {}, tag('text', {}, escapeText(edition.spec.title))),
    tag('navMap', {}, points.map(write)),
    ...makePageList(edition, places, breaks, orderOf)
  ]) + '\n'
}

function makePageList({terms: {words}}: Edition, places: Places, breaks: readonly PageBreak[], orderOf: (address: string) => number): readonly string[] {
  if (breaks.length === 0) return []
  return [tag('pageList', {}, [
    tag('navLabel', {}, tag('text', {}, escapeText(words['page-list']))),
    ...breaks.map((each, place) => {
      const address = pageAddressOf(each, places)
      const number = maybeNumber(each.label)
      return tag('pageTarget', {id: `target-${place + 1}`, type: number === undefined ? 'front' : 'normal', value: number, playOrder: orderOf(address)},
        [tag('navLabel', {}, tag('text', {}, escapeText(each.label))), tag('content', {src: address})])
    })
  ])]
}

/** The place of each address in the order of reading, from 1; what leads to the same place shares it (DAISY 3 § 8.4.1). */
function makeOrder(edition: Edition, places: Places, points: readonly NavPoint[], breaks: readonly PageBreak[]): (address: string) => number {
  const wanted = new Set([...listAddresses(points, places), ...breaks.map((each) => pageAddressOf(each, places))])
  const order = new Map<string, number>()
  const add = (address: string | undefined): void => {
    if (address !== undefined && wanted.has(address) && !order.has(address)) order.set(address, order.size + 1)
  }
  for (const division of edition.divisions) {
    if (division === places.contents) {
      add(navigationFile)
      for (const each of breaks) if (each.inContents) add(pageAddressOf(each, places))
    } else walkElements(division.tree, ({properties: {id}}) => add(typeof id === 'string' ? maybeAddress(id, places) : undefined))
  }
  for (const address of wanted) add(address)
  return (address) => order.get(address) ?? 0
}

function listAddresses(points: readonly NavPoint[], places: Places): readonly string[] {
  return points.flatMap(({id, children}) => [addressOf(id, places), ...listAddresses(children, places)])
}

function depthOf(points: readonly NavPoint[]): number {
  return points.reduce((deepest, {children}) => Math.max(deepest, 1 + depthOf(children)), 0)
}
