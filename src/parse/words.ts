/** How long an article is: words, or characters where a script sets no spaces between words. */
import type {Root} from 'hast'
import {walk} from '../core/hast.ts'

const segmented = new Set(['th', 'lo', 'km', 'my'])
const counted = new Set(['zh', 'ja', 'yue'])
const blocks = /^(?:p|h[1-6]|li|d[td]|t[dhr]|pre|div|figcaption|blockquote|br)$/

/** Words of the tree: by dictionary for Thai, Lao, Khmer and Burmese, characters for Chinese and Japanese, else by spaces. */
export function countWords(tree: Root, language: string): number {
  const base = new Intl.Locale(language).language
  const segmenter = segmented.has(base) ? new Intl.Segmenter(language, {granularity: 'word'}) : undefined
  let text = '', words = 0
  walk(tree, (node) => {
    if (node.type === 'element' && node.tagName === 'math') return false
    if (node.type === 'element' && blocks.test(node.tagName)) text += ' '
    if (node.type !== 'text') return undefined
    if (segmenter) for (const segment of segmenter.segment(node.value)) words += segment.isWordLike ? 1 : 0
    else text += node.value
    return undefined
  })
  return words + (text.match(counted.has(base) ? /[\p{L}\p{N}]/gu : /\S+/g)?.length ?? 0)
}
