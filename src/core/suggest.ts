/** "Did you mean": the known word nearest to a mistyped one. */
import {closest, distance} from 'fastest-levenshtein'

/** The known word that differs only in case and punctuation, else by a third of its letters at most; `undefined` when none is near. */
export function suggest<W extends string>(word: string, known: readonly W[]): W | undefined {
  if (known.length === 0) return undefined
  const loose = loosen(word)
  const same = known.find((each) => loosen(each) === loose)
  if (same !== undefined) return same
  const nearest = closest(word.toLowerCase(), known) as W // it gives back one of the known
  return distance(word.toLowerCase(), nearest) <= Math.max(1, Math.floor(word.length / 4)) ? nearest : undefined
}

/** Letters and digits only, lower case: `Cold calling`, `cold-calling` and `coldcalling` are alike. */
export function loosen(word: string): string {
  return word.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '')
}
