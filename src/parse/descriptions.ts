/** Long descriptions: `:::description` belongs to the picture or table right before it. */
import type {Element, ElementContent, Root} from 'hast'
import {isElement, isLongDescription} from '../core/hast.ts'
import {isBlank} from './content-model.ts'
import type {Context} from './context.ts'

/** Reports descriptions of nothing; they stay where they are. */
export function checkDescriptions(parent: Root | Element, context: Context): void {
  let before: ElementContent | undefined
  for (const child of parent.children) {
    if (child.type === 'doctype' || child.type === 'comment' || isBlank(child)) continue
    if (child.type === 'element') {
      if (isLongDescription(child) && !isDescribable(before)) context.report('parse/stray-description', undefined, child)
      checkDescriptions(child, context)
    }
    before = child
  }
}

function isDescribable(node: ElementContent | undefined): boolean {
  if (node?.type !== 'element') return false
  return node.tagName === 'table' || (node.tagName === 'figure' && node.children.some((child) => isElement(child, 'img', 'table')))
}
