/** Positions where a later stage may have something to blame, and nowhere else: they weigh more than the text. */
import type {ElementData, Root} from 'hast'
import {walk} from '../core/hast.ts'

const blamed = /^(?:a|img|h[1-6]|table|pre|math|figure)$/

/** Changes the tree in place: positions kept as line and column of their start and end, all `data` removed but the places of blocks. */
export function keepPositions(tree: Root): void {
  walk(tree, (node) => {
    const isBlamed = node.type === 'reference' || node.type === 'indexMark' || node.type === 'element' && blamed.test(node.tagName)
    if (node.type === 'folio') return
    if ('data' in node) {
      const block = node.type === 'element' ? node.data?.block : undefined
      if (block === undefined) delete node.data
      else node.data = {block} as ElementData
    }
    if (!isBlamed || !node.position) delete node.position
    else node.position = {start: pointOf(node.position.start), end: pointOf(node.position.end)}
  })
}

function pointOf({line, column}: {readonly line: number; readonly column: number}): {line: number; column: number} {
  return {line, column}
}
