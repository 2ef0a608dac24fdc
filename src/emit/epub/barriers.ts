/** What would make a claim of accessibility untrue, as far as a program can see it. */
import type {Element} from 'hast'
import {isElement, walkElements} from '../../core/hast.ts'
import type {Edition, Place} from '../../core/model.ts'

export type Barrier = 'picture' | 'table' | 'heading'

/** How often, and where first. */
export interface BarrierCount {
  readonly count: number
  readonly place: Place | undefined
}

/** Pictures that nothing describes, tables without head, headings that skip a level. Only kinds that occur. */
export function countBarriers(edition: Edition): ReadonlyMap<Barrier, BarrierCount> {
  const counts = new Map<Barrier, BarrierCount>()
  for (const {tree, file} of edition.divisions) {
    let level = 0
    walkElements(tree, (element) => {
      const add = (barrier: Barrier): void => {
        const known = counts.get(barrier)
        counts.set(barrier, {count: (known?.count ?? 0) + 1, place: known?.place ?? placeOf(element, file)})
      }
      if (isPicture(element)) {
        if (!isDescribed(element)) add('picture')
        return false // what is inside a drawing belongs to it
      }
      if (element.tagName === 'table' && !hasHead(element)) add('table')
      const heading = /^h([1-6])$/.exec(element.tagName)
      if (heading) {
        if (Number(heading[1]) > level + 1) add('heading')
        level = Number(heading[1])
      }
      return true
    })
  }
  return counts
}

export function isPicture(element: Element): boolean {
  return isElement(element, 'img', 'svg')
}

/** Described in words, or said to be mere ornament. An empty `alt` may be an omission and proves nothing. */
export function isDescribed({properties, children}: Element): boolean {
  const {alt, ariaLabel, ariaLabelledBy, ariaHidden, role} = properties
  if (role === 'presentation' || role === 'none' || String(ariaHidden) === 'true') return true
  return [alt, ariaLabel, ariaLabelledBy].some((text) => text !== undefined && String(text).trim() !== '') || children.some((child) => isElement(child, 'title'))
}

function hasHead(table: Element): boolean {
  let found = false
  walkElements(table, ({tagName}) => { found ||= tagName === 'th' })
  return found
}

/** Where the author wrote it. */
export function placeOf({position}: Element, file: string | undefined): Place | undefined {
  return file === undefined ? undefined : {file, ...(position && {line: position.start.line, column: position.start.column})}
}
