/** Divides words in the place of a browser that cannot: by the patterns that others are given as dictionaries, so that all divide alike. */
import {patternFileOf} from './dictionaries.ts'
import {readPatterns} from './patterns.ts'

interface Node {
  readonly next: Map<string, Node>
  levels?: readonly number[]
}

const tries = new Map<string, Node>()

/** The least letters of a word that is divided, before and after the hyphen: as `print.css` says them to browsers. */
const limits = {word: 6, before: 2, after: 3}
export const softHyphen = '\u00ad'

/** The word with a soft hyphen wherever it may be divided; `undefined` where it may not, or where nothing is known of the language. */
export function maybeDivided(word: string, language: string): string | undefined {
  const file = patternFileOf(language)
  if (file === undefined || (/^en\b/i.test(language) && /^\p{Lu}/u.test(word))) return undefined // a name, in English as browsers see it
  const letters = [...word.toLocaleLowerCase(file.split('-')[0])]
  if (letters.length < limits.word || letters.length !== [...word].length) return undefined
  const levels = weigh(letters, trieOf(file))
  const divided = [...word].map((letter, at) => {
    const mayPart = at >= limits.before && letters.length - at >= limits.after && (levels[at + 1] ?? 0) % 2 === 1
    return mayPart ? softHyphen + letter : letter
  }).join('')
  return divided === word ? undefined : divided
}

function trieOf(file: string): Node {
  const known = tries.get(file)
  if (known) return known
  const root: Node = {next: new Map()}
  for (const {letters, levels} of readPatterns(file)) {
    let node = root
    for (const letter of letters) {
      const next: Node = node.next.get(letter) ?? {next: new Map()}
      node.next.set(letter, next)
      node = next
    }
    node.levels = levels
  }
  tries.set(file, root)
  return root
}

/** The greatest value of all patterns at each place of the word between its points (Liang 1983). */
function weigh(letters: readonly string[], root: Node): readonly number[] {
  const dotted = ['.', ...letters, '.']
  const levels = new Array<number>(dotted.length + 1).fill(0)
  for (let from = 0; from < dotted.length; from++) {
    let node: Node | undefined = root
    for (let to = from; node; to++) {
      node.levels?.forEach((level, at) => { levels[from + at] = Math.max(levels[from + at] ?? 0, level) })
      node = node.next.get(dotted[to] ?? '')
    }
  }
  return levels
}
