/** Which passages of a former text answer which of the new one: the same words first, then those most alike between them. */
import type {Passage} from '../../core/changes.ts'
import type {Language} from '../../core/model.ts'
import {matchSequences} from '../../core/sequence.ts'
import {splitWords} from '../../core/words.ts'

/** With plain spaces, one for one: how words are kept together is no change. */
export function foldSpaces(text: string): string {
  return text.replaceAll(/\s/g, ' ')
}

/** Passages that answer each other, in order; of those without an answer one side is absent. */
export interface Answer {
  readonly former?: Passage
  readonly now?: Passage
}

/** Below this share of common words two passages say different things. */
const alike = 0.35
/** Pairs of passages that are weighed at once; longer runs without any passage in common were written anew. */
const mostPairs = 40_000
/** A line of so few words may change altogether and still be the same line. */
const fewWords = 4

/** Every passage of both sides once. */
export function answerPassages(former: readonly Passage[], now: readonly Passage[], language: Language): readonly Answer[] {
  const places = matchSequences(former.map(({text}) => foldSpaces(text)), now.map(({text}) => foldSpaces(text)))
  const answers: Answer[] = []
  let [i, j] = [0, 0]
  const close = (end: number, stop: number): void => void answers.push(...answerGap(former.slice(i, end), now.slice(j, stop), language))
  for (const [at, place] of places.entries()) {
    if (place === undefined) continue
    close(at, place)
    answers.push({former: former[at] as Passage, now: now[place] as Passage}) // both are places of the lists
    ;[i, j] = [at + 1, place + 1]
  }
  close(former.length, now.length)
  return answers
}

/** The pairs that are most alike in sum, in the order of both. */
function answerGap(former: readonly Passage[], now: readonly Passage[], language: Language): readonly Answer[] {
  if (former.length === 0 || now.length === 0 || former.length * now.length > mostPairs) return [...former.map((passage) => ({former: passage})), ...now.map((passage) => ({now: passage}))]
  const [bags, others] = [former.map(({text}) => bagOf(text, language)), now.map(({text}) => bagOf(text, language))]
  const isOnly = former.length === 1 && now.length === 1
  const gain = bags.map((bag) => others.map((other) => {
    const share = shareOf(bag, other)
    return share >= alike || isOnly && bag.size <= fewWords && other.size <= fewWords ? share + 0.01 : 0
  }))
  const best = sumUp(gain)
  const answers: Answer[] = []
  let [i, j] = [0, 0]
  while (i < former.length && j < now.length) {
    const own = gain[i]?.[j] ?? 0
    if (own > 0 && best[i]?.[j] === own + (best[i + 1]?.[j + 1] ?? 0)) answers.push({former: former[i++] as Passage, now: now[j++] as Passage})
    else if (best[i]?.[j] === best[i + 1]?.[j]) answers.push({former: former[i++] as Passage})
    else answers.push({now: now[j++] as Passage})
  }
  return [...answers, ...former.slice(i).map((passage) => ({former: passage})), ...now.slice(j).map((passage) => ({now: passage}))]
}

/** The most that can be gained from each place to the ends. */
function sumUp(gain: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const width = gain[0]?.length ?? 0
  const best = Array.from({length: gain.length + 1}, () => new Array<number>(width + 1).fill(0))
  for (let i = gain.length - 1; i >= 0; i--) {
    for (let j = width - 1; j >= 0; j--) {
      const own = gain[i]?.[j] ?? 0
      const row = best[i] as number[] // just made
      row[j] = Math.max(best[i + 1]?.[j] ?? 0, row[j + 1] ?? 0, own > 0 ? own + (best[i + 1]?.[j + 1] ?? 0) : 0)
    }
  }
  return best
}

/** Words with how often they stand, without what is between them. */
function bagOf(text: string, language: Language): ReadonlyMap<string, number> {
  const bag = new Map<string, number>()
  for (const word of splitWords(text, language)) if (/[\p{L}\p{N}]/u.test(word)) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

/** What two bags have in common (Dice), 0 to 1. */
function shareOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [common, all] = [0, 0]
  for (const [word, count] of a) {
    common += Math.min(count, b.get(word) ?? 0)
    all += count
  }
  for (const count of b.values()) all += count
  return all === 0 ? 0 : 2 * common / all
}
