/** Cuts two trees at the beads of their alignment: what says the same stands together, and nothing is lost. */
import type {Element, ElementContent} from 'hast'
import {isElement, walkElements} from '../core/hast.ts'
import type {Bead, Range} from '../core/translation.ts'

/** What says the same in two languages; one of them may have nothing. */
export interface Stretch {
  readonly first: readonly ElementContent[]
  readonly second: readonly ElementContent[]
}

/** What is not cut: a child of the tree, or an item of a list that is one. */
interface Unit {
  readonly node: ElementContent
  readonly list?: Element
  /** Blocks that begin within, the last one included; absent where none does. */
  readonly blocks?: Range
}

/** The children of both trees in their order, as many stretches as the beads allow: a bead that ends within an element goes on with the next one. */
export function cutAtBeads(first: readonly ElementContent[], second: readonly ElementContent[], beads: readonly Bead[]): readonly Stretch[] {
  const [takeFirst, takeSecond] = [makeTaker(listUnits(first)), makeTaker(listUnits(second))]
  const stretches: Stretch[] = []
  const add = (end: Range): void => {
    const stretch = {first: takeFirst.until(end[0]), second: takeSecond.until(end[1])}
    if (stretch.first.length + stretch.second.length > 0) stretches.push(stretch)
  }
  for (const {source, target} of beads) {
    if (takeFirst.mayEnd(source[1]) && takeSecond.mayEnd(target[1])) add([source[1], target[1]])
  }
  add([Infinity, Infinity])
  return joinLonely(stretches)
}

/** So many more blocks of one side than of the other may join their neighbour. */
const mostLonely = 2

/** Translators join, part and move paragraphs: what seems to stand on one side only goes with what stands before, or behind where that is a heading, so that no side gapes. */
function joinLonely(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = []
  let waiting: Stretch | undefined
  const isLonely = ({first, second}: Stretch): boolean => (first.length === 0) !== (second.length === 0)
  for (let at = 0; at < stretches.length;) {
    const end = stretches.findIndex((stretch, place) => place >= at && !isLonely(stretch))
    const lonely = stretches.slice(at, end < 0 ? stretches.length : end)
    const [before, behind] = [joined.at(-1), end < 0 ? undefined : stretches[end]]
    const surplus = Math.abs(lonely.filter(({first}) => first.length > 0).length - lonely.filter(({second}) => second.length > 0).length)
    if (surplus > mostLonely) joined.push(...lonely)
    else if (lonely.length > 0 && before && !endsInHeading(before) && !lonely.some(endsInHeading)) joined[joined.length - 1] = join([before, ...lonely])
    else if (lonely.length > 0 && behind && !endsInHeading(behind)) waiting = join(lonely)
    else joined.push(...lonely)
    if (behind) joined.push(waiting ? join([waiting, behind]) : behind)
    waiting = undefined
    at = end < 0 ? stretches.length : end + 1
  }
  return joined
}

function join(stretches: readonly Stretch[]): Stretch {
  return {first: stretches.flatMap(({first}) => first), second: stretches.flatMap(({second}) => second)}
}

/** Whether one side of it, or both, ends in a heading, which belongs to what follows. */
export function endsInHeading({first, second}: Stretch): boolean {
  return [first, second].some((nodes) => isElement(nodes.findLast((node) => node.type === 'element'), 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'))
}

/** Takes units from the beginning on, up to the first one that begins with a block or behind it. */
function makeTaker(units: readonly Unit[]): {readonly mayEnd: (block: number) => boolean; readonly until: (block: number) => readonly ElementContent[]} {
  let at = 0
  return {
    mayEnd: (block) => units.every(({blocks}) => !blocks || blocks[1] < block || blocks[0] >= block),
    until: (block) => {
      const taken: Unit[] = []
      for (let unit = units[at]; unit && (!unit.blocks || unit.blocks[0] < block); unit = units[++at]) taken.push(unit)
      return joinUnits(taken, units)
    }
  }
}

function listUnits(children: readonly ElementContent[]): readonly Unit[] {
  return children.flatMap((node): readonly Unit[] => {
    if (!isElement(node, 'ul', 'ol')) return [makeUnit(node)]
    return node.children.length === 0 ? [makeUnit(node)] : node.children.map((item) => ({...makeUnit(item), list: node}))
  })
}

function makeUnit(node: ElementContent): Unit {
  let [least, most] = [Infinity, -Infinity]
  walkElements(node, ({data}) => {
    if (data?.block === undefined) return
    least = Math.min(least, data.block)
    most = Math.max(most, data.block)
  })
  return {node, ...(most >= 0 && {blocks: [least, most] as const})}
}

/** Items of one list become a list again; what is cut from its beginning counts on. */
function joinUnits(taken: readonly Unit[], all: readonly Unit[]): readonly ElementContent[] {
  const joined: ElementContent[] = []
  for (const [at, {node, list}] of taken.entries()) {
    if (!list) joined.push(node)
    else if (taken[at - 1]?.list !== list) joined.push(takePart(list, taken.filter((unit) => unit.list === list), all))
  }
  return joined
}

function takePart(list: Element, part: readonly Unit[], all: readonly Unit[]): Element {
  if (part.length === list.children.length) return list
  const before = all.filter((unit) => unit.list === list).slice(0, all.filter((unit) => unit.list === list).indexOf(part[0] as Unit)).map(({node}) => node)
  const children = part.map(({node}) => node)
  if (before.length === 0) return {...list, children}
  const {id: _, ...properties} = list.properties
  return {...list, properties: {...properties, ...(list.tagName === 'ol' && {start: countOn(list, before)})}, children}
}

/** The number of the item behind those that stand before. */
function countOn({properties: {start, reversed}, children}: Element, before: readonly ElementContent[]): number {
  const items = (nodes: readonly ElementContent[]): readonly Element[] => nodes.filter((node): node is Element => isElement(node, 'li'))
  const step = reversed === true ? -1 : 1
  let number = start !== undefined ? Number(start) : reversed === true ? items(children).length : 1
  for (const {properties: {value}} of items(before)) number = (value !== undefined ? Number(value) : number) + step
  return number
}
