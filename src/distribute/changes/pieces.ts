/** Pieces of a text as elements: what went, what came, what stayed. */
import type {ElementContent} from 'hast'
import {h} from '../../core/hast.ts'
import type {Piece} from '../../core/word-diff.ts'

/** Lines of their own where the text has them; blanks at the ends of a change are not marked with it. */
export function showPieces(pieces: readonly Piece[]): readonly ElementContent[] {
  return pieces.flatMap(({kind, text}): readonly ElementContent[] => {
    if (kind === 'same') return showLines(text)
    const words = text.trim()
    if (words === '') return [h(kind === 'gone' ? 'del' : 'ins', {}, showLines(text))]
    const [before, after] = [text.slice(0, text.indexOf(words)), text.slice(text.indexOf(words) + words.length)]
    return [...showLines(before), h(kind === 'gone' ? 'del' : 'ins', {}, showLines(words)), ...showLines(after)]
  })
}

function showLines(text: string): readonly ElementContent[] {
  return text.split('\n').flatMap((line, at): readonly ElementContent[] => [...at === 0 ? [] : [h('br', {})], ...line === '' ? [] : [{type: 'text', value: line} as const]])
}
