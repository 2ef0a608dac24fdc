/** The HTML document of several handouts, one after another, which the browser prints at once: to start it for each takes thirty times as long. */
import type {Element, ElementContent} from 'hast'
import {classesOf, isElement, replaceNodes, walkElements} from '../../core/hast.ts'
import type {Handout} from '../../core/handouts.ts'
import {pointsPerMillimetre} from '../../core/lengths.ts'
import type {Edition, Id, NavPoint} from '../../core/model.ts'
import {sayTerm} from '../../core/terms.ts'
import {makeDestinations} from '../print/document.ts'
import {fitFormula, fitTable, measureColumns} from '../print/fitting.ts'
import {stringifyDocument} from '../print/html.ts'
import {pictureUrl} from '../print/pictures.ts'
import {drawCode} from './code.ts'
import {columnRoom, makePageCss, textWidth, type Measures} from './measures.ts'

/** No code of a longer one could be read from paper at its size. */
const longestAddress = 500

/** The document as text, in the edition's language and fonts. */
export function makeHandoutDocument(edition: Edition, style: string, handouts: readonly Handout[], measures: Measures): string {
  return stringifyDocument({
    ...edition.spec, css: [style, makePageCss(measures)], className: 'handouts',
    children: [...handouts.map((handout) => dress(handout, edition, measures)), makeDestinations(handouts.flatMap(listTargets))]
  })
}

/** Pictures, code, and whatever is wider than a column fitted to the page. */
function dress({tree, address}: Handout, edition: Edition, measures: Measures): Element {
  const room = columnRoom(measures)
  const wholeRoom = textWidth(measures) * pointsPerMillimetre / measures.fontSize
  const replace = (node: ElementContent): readonly ElementContent[] | undefined => {
    if (!isElement(node)) return undefined
    if (node.tagName === 'table') return [placeTable(replaceNodes(node, replace), room, wholeRoom)]
    if (node.tagName === 'math') return [fitFormula(node, room)]
    if (address !== undefined && address.length <= longestAddress && classesOf(node).includes('code')) {
      return [{...node, children: [drawCode(address, sayTerm(edition.terms, 'book-online'))]}]
    }
    const src = node.tagName === 'img' ? edition.resources.get(String(node.properties['src'])) : undefined
    return src && [{...node, properties: {...node.properties, src: pictureUrl(src)}}]
  }
  const dressed = replaceNodes(tree, replace)
  return {...dressed, properties: {...dressed.properties, className: [...classesOf(dressed), `columns-${measures.columns}`]}}
}

/** A table in its column, or across both where its words ask for it. */
function placeTable(table: Element, room: number, wholeRoom: number): Element {
  const inColumn = fitTable(table, room)
  if (room === wholeRoom || (inColumn === table && measureColumns(table).length < 5)) return inColumn
  const whole = fitTable(table, wholeRoom)
  return {...whole, properties: {...whole.properties, className: [...classesOf(whole), 'across']}}
}

/** The handout itself, its outline, and all that is linked within. */
export function listTargets({tree, outline}: Handout): readonly Id[] {
  const targets = new Set<Id>([String(tree.properties['id'])])
  const add = (points: readonly NavPoint[]): void => points.forEach(({id, children}) => {
    targets.add(id)
    add(children)
  })
  add(outline)
  walkElements(tree, ({properties: {href}}) => { if (typeof href === 'string' && href.startsWith('#')) targets.add(href.slice(1)) })
  return [...targets]
}
