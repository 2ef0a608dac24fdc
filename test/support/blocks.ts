/** Units of translation, made up. */
import type {Article, Parsed} from '../../src/core/model.ts'
import {hashBlock, listNumbers, type Bead, type Block} from '../../src/core/translation.ts'
import {makeArticle} from './articles.ts'

/** A block of the text, a paragraph where nothing else is said. */
export function makeBlock(words: string, kind = 'paragraph', more: Partial<Block> = {}): Block {
  return {kind, line: 1, column: 1, span: [0, words.length], markdown: words, words, hash: hashBlock(kind, words), links: [], pictures: [], code: [], numbers: listNumbers(words), notes: [], ...more}
}

/** A value of front matter. */
export function makeFrontBlock(kind: string, words: string): Block {
  const {span: _, ...block} = makeBlock(words, kind)
  return block
}

export function makeParsed(blocks: readonly Block[], slug = 'barter', article: Partial<Article> = {}): Parsed {
  return {article: makeArticle(slug, [], article), diagnostics: [], blocks}
}

/** Beads as `0=0 1+2=1 3=- -=2`, by the places of their blocks. */
export function sayBeads(beads: readonly Bead[]): string {
  const side = ([from, to]: Bead['source']): string => Array.from({length: to - from}, (_, at) => from + at).join('+') || '-'
  return beads.map(({source, target}) => `${side(source)}=${side(target)}`).join(' ')
}
