/** Pieces of a text as elements: what went, what came, what stayed. */
import type {ElementContent} from 'hast'
import {h} from '../../core/hast.ts'
import type {Piece} from '../../core/word-diff.ts'

/** Lines of their own where the text has them. */
export function showPieces(pieces: readonly Piece[]): readonly ElementContent[] {
  return pieces.flatMap(({kind, text}): readonly ElementContent[] => {
    const lines = text.split('\n').flatMap((line, at): readonly ElementContent[] => [...at === 0 ? [] : [h('br', {})], ...line === '' ? [] : [{type: 'text', value: line} as const]])
    return kind === 'same' ? lines : [h(kind === 'gone' ? 'del' : 'ins', {}, lines)]
  })
}
