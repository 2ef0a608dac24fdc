/** "Did you mean": the known word nearest to a mistyped one. */
import {closest, distance} from 'fastest-levenshtein'

/** The known word that differs only in case and punctuation, else by few letters (two exchanged count twice); `undefined` when none is near. */
export function suggest<W extends string>(word: string, known: readonly W[]): W | undefined {
  if (known.length === 0) return undefined
  const loose = loosen(word)
  const same = known.find((each) => loosen(each) === loose)
  if (same !== undefined) return same
  const folded = known.map((each) => each.toLowerCase())
  const nearest = closest(word.toLowerCase(), folded)
  return distance(word.toLowerCase(), nearest) <= Math.max(word.length > 3 ? 2 : 1, Math.floor(word.length / 6)) ? known[folded.indexOf(nearest)] : undefined
}

/** Letters and digits only, lower case: `Cold calling`, `cold-calling` and `coldcalling` are alike. */
export function loosen(word: string): string {
  return word.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '')
}
