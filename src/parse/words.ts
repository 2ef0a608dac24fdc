/** How long an article is. */
import type {Root} from 'hast'
import {walk} from '../core/hast.ts'
import {countWordsOf} from '../core/words.ts'

const blocks = /^(?:p|h[1-6]|li|d[td]|t[dhr]|pre|div|figcaption|blockquote|br)$/

/** Words of the tree, formulas left out. */
export function countWords(tree: Root, language: string): number {
  let text = ''
  walk(tree, (node) => {
    if (node.type === 'element' && node.tagName === 'math') return false
    if (node.type === 'element' && blocks.test(node.tagName)) text += ' '
    if (node.type === 'text') text += node.value
    return undefined
  })
  return countWordsOf(text, language)
}
