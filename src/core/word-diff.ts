/** Two texts of one language, word by word: what stayed, what went, what came. */
import {diff} from 'fast-myers-diff'
import type {Language} from './model.ts'
import {splitWords} from './words.ts'

export interface Piece {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** Words of both texts that are compared: the time grows with their square. Longer texts are compared line by line, or as a whole. */
const mostWords = 6000

/** The pieces in order; those that are not new give the old text, those that are not gone the new one. */
export function diffWords(old: string, now: string, language: Language): readonly Piece[] {
  const [a, b] = splitAlike(old, now, language)
  const pieces: Piece[] = []
  let at = 0
  const add = (kind: Piece['kind'], words: readonly string[]): void => {
    if (words.length > 0) pieces.push({kind, text: words.join('')})
  }
  for (const [from, to, start, end] of diff(a, b)) {
    add('same', a.slice(at, from))
    add('gone', a.slice(from, to))
    add('new', b.slice(start, end))
    at = to
  }
  add('same', a.slice(at))
  return joinNeighbours(pieces)
}

function splitAlike(old: string, now: string, language: Language): readonly [string[], string[]] {
  const ways = [(text: string) => splitWords(text, language), (text: string) => text.split(/(?<=\n)/)]
  for (const split of ways) {
    const [a, b] = [split(old), split(now)]
    if (a.length + b.length <= mostWords) return [a, b]
  }
  return [[old], [now]]
}

/** A blank between two changes changes with them: `one two` → `three four` is one change, not two. */
function joinNeighbours(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = []
  let [gone, fresh] = ['', '']
  const settle = (): void => {
    if (gone !== '') joined.push({kind: 'gone', text: gone})
    if (fresh !== '') joined.push({kind: 'new', text: fresh})
    ;[gone, fresh] = ['', '']
  }
  for (const [at, {kind, text}] of pieces.entries()) {
    const isBetween = kind === 'same' && text.trim() === '' && (gone !== '' || fresh !== '') && at < pieces.length - 1
    if (kind !== 'new' && (kind === 'gone' || isBetween)) gone += text
    if (kind !== 'gone' && (kind === 'new' || isBetween)) fresh += text
    if (kind !== 'same' || isBetween) continue
    settle()
    joined.push({kind, text})
  }
  settle()
  return joined
}
