/** What an element consists of when it must be cut, and how its parts become elements again. */
import type {Element} from 'hast'
import {classesOf, isElement} from '../../core/hast.ts'
import {continueAll, isContinued} from './continuation.ts'
import {cutCode} from './cut-code.ts'
import {cutTable} from './cut-table.ts'
import {measureTags, type Measure} from './measure.ts'
import {listUnits, type Anatomy, type Limits} from './units.ts'

const flows = new Set(['section', 'div', 'nav', 'article', 'aside', 'blockquote', 'ul', 'ol', 'li', 'dl', 'figure'])

/** `undefined` for what is never cut: a paragraph, a row, a picture, a formula. */
export function maybeAnatomy(element: Element, measure: Measure, limits: Limits): Anatomy | undefined {
  if (element.tagName === 'table') return cutTable(element, measure, limits)
  if (element.tagName === 'pre') return cutCode(element, limits)
  if (!flows.has(element.tagName)) return undefined
  const units = listUnits(element, (block) => isLongNotes(block, measure, limits))
  return {
    units, overhead: measureTags(element), most: isNoteList(element) ? limits.notes : Infinity,
    assemble: (parts) => element.tagName === 'ol' ? goOnCounting(element, continueAll(element, parts)) : continueAll(element, parts)
  }
}

/** Notes that would make their article's document too long stand in documents of their own. */
function isLongNotes(block: Element, measure: Measure, {size}: Limits): boolean {
  return block.tagName === 'section' && classesOf(block).includes('footnotes') && measure(block) > size
}

/** More notes than may stand in one document, however short. */
export function isOverfull(element: Element, {notes}: Limits): boolean {
  return isNoteList(element) && listItems(element).length > notes
}

function isNoteList(element: Element): boolean {
  const [first] = element.tagName === 'ol' ? listItems(element) : []
  return first?.children.some((child) => isElement(child, 'aside') && child.properties['role'] === 'doc-footnote') ?? false
}

function listItems(list: Element): readonly Element[] {
  return list.children.filter((child): child is Element => isElement(child, 'li'))
}

/** A list counts on where its former part ended; an item that was cut is counted once (`continued` has no number). */
function goOnCounting(list: Element, parts: readonly Element[]): readonly Element[] {
  const {start, reversed} = list.properties
  const step = reversed === true ? -1 : 1
  let number = start !== undefined ? Number(start) : reversed === true ? listItems(list).length : 1
  number -= step
  return parts.map((part) => {
    const items = listItems(part)
    const first = items[0] && isContinued(items[0]) ? number : number + step
    for (const item of items) {
      const {value} = item.properties
      number = value !== undefined ? Number(value) : isContinued(item) ? number : number + step
    }
    const isPlain = part === parts[0] && reversed !== true
    return isPlain ? part : {...part, properties: {...part.properties, start: first}}
  })
}
