/** Where words of a language may be divided: Liang's patterns of the TeX users' groups, as the package `hyphen` carries them. */
import {createRequire} from 'node:module'

/** A pattern's letters, a point at either end for the end of the word, and the value of each place before a letter and after the last. */
export interface Pattern {
  readonly letters: string
  readonly levels: readonly number[]
}

/** A number is the row of levels of what was spelled so far; a pair adds it to what goes on. */
type Trie = number | {readonly [letter: string]: Trie} | readonly [{readonly [letter: string]: Trie}, number]
type PatternFile = readonly [levels: readonly (readonly number[])[], trie: Trie, exceptions: Readonly<Record<string, readonly number[]>>]

const require = createRequire(import.meta.url)

/** Patterns of a file of the package, `fr` or `de-1996`; exceptions as patterns of whole words. */
export function readPatterns(file: string): readonly Pattern[] {
  const [rows, trie, exceptions] = require(`hyphen/patterns/${file}.js`) as PatternFile
  const patterns: Pattern[] = []
  const walk = (node: Trie, letters: string): void => {
    const [children, row] = Array.isArray(node) ? node as readonly [object, number] : typeof node === 'number' ? [{}, node] : [node, undefined]
    const levels = row === undefined ? undefined : rows[row]
    if (levels && letters !== '') patterns.push({letters, levels: spread(letters, levels)})
    for (const [letter, child] of Object.entries(children) as [string, Trie][]) walk(child, letters + letter)
  }
  walk(trie, '')
  return [...patterns, ...Object.entries(exceptions).map(([word, places]) => makeException(word, places))]
}

/** The package counts places without the point at the beginning. */
function spread(letters: string, levels: readonly number[]): readonly number[] {
  const all = [...letters.startsWith('.') ? [0] : [], ...levels]
  return Array.from({length: [...letters].length + 1}, (_, at) => all[at] ?? 0)
}

/** Stronger than any pattern: TeX's values end at 9, and even ones forbid. The package counts the hyphens before a place as letters. */
function makeException(word: string, written: readonly number[]): Pattern {
  const letters = [...word]
  const places = written.map((place, hyphens) => place - hyphens)
  return {letters: `.${word}.`, levels: [0, ...Array.from({length: letters.length + 1}, (_, at) => at === 0 || at === letters.length ? 0 : places.includes(at) ? 11 : 10), 0]}
}
