/** How long a text is: words, or characters where a script sets no spaces between words. */
import type {Language} from './model.ts'

const segmented = new Set(['th', 'lo', 'km', 'my'])
const counted = new Set(['zh', 'ja', 'yue'])

/** What is segmented at once: the time grows with the square of the length. */
const pieces = /\s+|\S{1,2000}/gu

/** Words of a text: by dictionary for Thai, Lao, Khmer and Burmese, characters for Chinese and Japanese, else by spaces. */
export function countWordsOf(text: string, language: Language): number {
  const base = language.split('-', 1)[0] ?? language
  if (!segmented.has(base)) return text.match(counted.has(base) ? /[\p{L}\p{N}]/gu : /\S+/g)?.length ?? 0
  const segmenter = new Intl.Segmenter(language, {granularity: 'word'})
  let words = 0
  for (const [piece] of text.matchAll(pieces)) for (const {isWordLike} of segmenter.segment(piece)) words += isWordLike ? 1 : 0
  return words
}

/** A text, word by word and what is between them; together it is the text. */
export function splitWords(text: string, language: Language): string[] {
  const segmenter = new Intl.Segmenter(language, {granularity: 'word'})
  return Array.from(text.matchAll(pieces), ([piece]) => Array.from(segmenter.segment(piece), ({segment}) => segment)).flat()
}
