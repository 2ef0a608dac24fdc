/** Lists with nothing but items in them, and items with a list around them. */
import type {Element, ElementContent} from 'hast'
import {h, isElement} from '../core/hast.ts'
import {groupRuns, isBlank} from './content-model.ts'

/** An `ul` or `ol`; nothing when it is empty. */
export function settleList(element: Element): ElementContent[] {
  const children = groupRuns(element.children.filter((child) => !isBlank(child)), (child) => !isElement(child, 'li'), wrapStrays)
  return children.length > 0 ? [{...element, children}] : []
}

/** Lists written inside of lists belong to the item before them. */
function wrapStrays(run: ElementContent[]): ElementContent[] {
  return [h('li', {}, run)]
}

/** A `dl` of terms, each with its description; nothing when it is empty. */
export function settleDefinitions(element: Element): ElementContent[] {
  const flat = element.children.flatMap((child) => isElement(child, 'div') ? child.children : [child]).filter((child) => !isBlank(child))
  const items = groupRuns(flat, (child) => !isElement(child, 'dt', 'dd'), (run) => [h('dd', {}, run)])
  const children: ElementContent[] = []
  for (const [index, item] of items.entries()) {
    if (isElement(item, 'dd') && index === 0) children.push(h('dt', {}))
    children.push(item)
    if (isElement(item, 'dt') && index === items.length - 1) children.push(h('dd', {}))
  }
  return children.length > 0 ? [{...element, children}] : []
}

/** Items without a list get one; parts of tables and figures outside of theirs become divisions. */
export function adoptStrays(children: readonly ElementContent[]): ElementContent[] {
  const listed = groupRuns(children, (child) => isElement(child, 'li'), (run) => settleList(h('ul', {}, run)))
  const defined = groupRuns(listed, (child) => isElement(child, 'dt', 'dd'), (run) => settleDefinitions(h('dl', {}, run)))
  return defined.map((child) => isElement(child, 'tr', 'td', 'th', 'thead', 'tbody', 'tfoot', 'caption', 'figcaption')
    ? h('div', {}, child.children.flatMap((each) => isElement(each, 'tr', 'td', 'th') ? adoptStrays([each]) : [each]))
    : child)
}
