/** The words of one block as one string, so that a rule sees across emphasis and links; what a rule changes goes back to the text it came from. */
import type {Text} from 'hast'

/** Stands in a run for what no rule may touch: code, formulas, pictures. */
export const opaque = '\ufffc'

/** A text of the tree, or `undefined` for one opaque character. */
export type Piece = Text | undefined

export interface Run {
  /** What the rules have made of it so far. */
  readonly text: () => string
  /** Replaces what matches outside of addresses, times and the like; `undefined` from `make` leaves a match as it is. */
  readonly replace: (pattern: RegExp, make: (match: RegExpExecArray, text: string) => string | undefined) => void
  /** The texts of the pieces, in their order. */
  readonly values: () => readonly string[]
}

/** Addresses, e-mail, domains, file names, times of day, options and calls of programs, ratios: signs in them are no punctuation. */
const untouchable = new RegExp([
  /(?:[a-z][a-z\d+.-]{1,20}:\/\/|www\.|mailto:)[^\s<>«»"“”]+/u, /[\p{L}\p{N}.+_-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/u,
  /(?<![\p{L}\p{N}._-])(?:[\p{L}\p{N}_-]{1,63}\.){1,8}(?:com|org|net|io|edu|gov|info|html?|css|jsx?|tsx?|mjs|json|ya?ml|md|php|py|txt|pdf|epub|exe|dll|png|jpe?g|svg)(?![\p{L}\p{N}])(?:[/?#][^\s<>«»"“”]*)?/u,
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/u, /(?<![\p{L}\p{N}_])[\p{L}\p{N}_]{1,60}(?:::|\.|->)[\p{L}\p{N}_]{1,60}\(\)/u,
  /(?:(?<![^\s(["'¡¿])|(?<=(?<![^\s([])[«»‹›“”„‘’‚「『]))--[a-z][a-z\d]*(?:-[a-z\d]+)*(?:=\S+)?(?![\p{L}\p{N}])/u, /(?:\b[a-z]:)?\\[^\s"“”]+/u, /(?<![\p{L}\p{N}.])\.{0,2}\/[\p{L}\p{N}._/-]+/u
].map(({source}) => source).join('|'), 'giu')

/** A run of the pieces. */
export function makeRun(pieces: readonly Piece[]): Run {
  let text = ''
  let owners: number[] = [] // of each UTF-16 unit, its piece
  pieces.forEach((piece, at) => {
    const value = piece?.value ?? opaque
    text += value
    for (let n = 0; n < value.length; n++) owners.push(at)
  })
  let spans = listUntouchable(text)
  return {
    text: () => text,
    values: () => {
      const parts = pieces.map((): string[] => [])
      for (let at = 0; at < text.length; at++) parts[owners[at] ?? 0]?.push(text.charAt(at))
      return parts.map((part) => part.join(''))
    },
    replace: (pattern, make) => {
      let [made, last] = ['', 0]
      const madeOwners: number[] = []
      let near = 0 // the first span that does not end before the match
      for (const match of text.matchAll(pattern)) {
        const [begin, end] = [match.index, match.index + match[0].length]
        while ((spans[near]?.[1] ?? Infinity) <= begin) near++
        if ((spans[near]?.[0] ?? Infinity) < end) continue
        const instead = make(match, text)
        if (instead === undefined || instead === match[0]) continue
        made += text.slice(last, begin) + instead
        for (let at = last; at < begin; at++) madeOwners.push(owners[at] ?? 0)
        madeOwners.push(...shareOut(instead.length, owners, begin, end))
        last = end
      }
      if (last === 0) return
      for (let at = last; at < text.length; at++) madeOwners.push(owners[at] ?? 0)
      text = made + text.slice(last)
      owners = madeOwners
      spans = listUntouchable(text)
    }
  }
}

/** The last characters belong to whom the last ones belonged: a space put before a colon goes with the colon. */
function shareOut(length: number, owners: readonly number[], begin: number, end: number): readonly number[] {
  const grown = length - (end - begin)
  return Array.from({length}, (_, at) => owners[Math.min(Math.max(begin, begin + at - Math.max(0, grown)), Math.max(begin, end - 1))] ?? owners[begin - 1] ?? 0)
}

function listUntouchable(text: string): readonly (readonly [number, number])[] {
  const spans = [...text.matchAll(untouchable)].map((match): readonly [number, number] => {
    const address = match[0].replace(/[.,;:!?…)\]'’]+$/, '') // what ends the sentence
    return [match.index, match.index + address.length]
  })
  for (let at = text.indexOf(opaque); at >= 0; at = text.indexOf(opaque, at + 1)) spans.push([at, at + 1])
  return spans.sort(([a], [b]) => a - b)
}
