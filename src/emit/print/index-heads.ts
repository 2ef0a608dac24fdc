/** Entries of the index with many sub-entries: their head stands again where a column or a page begins within them. */
import type {Element} from 'hast'
import {classesOf, h, isElement} from '../../core/hast.ts'

/** Fewer go into one column or are understood at its top. */
const fewestBelow = 3

/** The entry, its own words in a box that the style sheet repeats as browsers repeat the head of a table; others as they are. */
export function repeatHead(entry: Element): Element {
  const list = entry.children.find((child) => isElement(child, 'ul') && classesOf(child).includes('subentries'))
  if (!isElement(list) || list.children.length < fewestBelow) return entry
  const head = h('div', {className: ['entry-head']}, h('div', {}, entry.children.filter((child) => child !== list)))
  return {...entry, properties: {...entry.properties, className: [...classesOf(entry), 'continues']}, children: [head, list]}
}
