/** What print needs for vertical lines: settings that can be kept there, and places that stand in their first line. */
import type {Element, ElementContent} from 'hast'
import {classesOf, h, isElement, replaceNodes} from '../../core/hast.ts'
import type {Edition, Id} from '../../core/model.ts'

/** Blocks whose own lines are horizontal, as vertical.css sets them; those that are too long for a page run as the text does. */
export const horizontalBlocks = 'table, pre, figure, section.imprint, section.colophon'

/** An edition of vertical lines with notes at the end of articles and no turned tables: the press reckons with horizontal lines for both. Others as they are. */
export function settleVertical(edition: Edition): Edition {
  if (edition.spec.writing !== 'vertical') return edition
  const {publication} = edition
  return {...edition, publication: {...publication, typesetting: {...publication.typesetting, notes: 'article', tables: 'shrink'}}}
}

/** What has no text to stand in, or loses its form with something in it. */
const whole = new Set(['img', 'svg', 'math', 'ruby', 'input', 'br', 'hr'])

/**
 * The tree with the ids of `targets` on anchors in the first line of what they name. The browser takes the left upper corner of
 * all that has the id for the place: of a text in vertical lines, that is on the page where it ends.
 */
export function placeInFirstLine(tree: Element, targets: ReadonlySet<Id>): Element {
  const {id} = tree.properties
  const inner = replaceNodes(tree, (node) => isElement(node) && node.children.length > 0 ? [placeInFirstLine(node, targets)] : undefined)
  if (typeof id !== 'string' || !targets.has(id)) return inner
  const placed = maybePlaced(inner, h('span', {id, className: ['place']}))
  if (!placed) return inner
  const {id: _, ...properties} = placed.properties
  return {...placed, properties}
}

/** The element with the anchor before its first words or picture; `undefined` where it has neither. */
function maybePlaced(element: Element, anchor: Element): Element | undefined {
  for (const [at, child] of element.children.entries()) {
    const instead = placeBefore(child, anchor)
    if (instead) return {...element, children: [...element.children.slice(0, at), ...instead, ...element.children.slice(at + 1)]}
  }
  return undefined
}

function placeBefore(child: ElementContent, anchor: Element): readonly ElementContent[] | undefined {
  if (child.type === 'text') return child.value.trim() === '' ? undefined : [anchor, child]
  if (!isElement(child)) return undefined
  if (whole.has(child.tagName) || classesOf(child).some((name) => name === 'tcy' || name === 'upright')) return [anchor, child]
  const placed = maybePlaced(child, anchor)
  return placed && [placed]
}
