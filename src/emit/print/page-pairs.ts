/** What each run of print is in the edition's tree, by comparing two sequences that both follow the order of reading. */
import {signatureOf, sortInk, type Unit} from './page-units.ts'
import type {Run} from './pdf-runs.ts'

/** A run of print with what it is in the tree: nothing, for words that a style sheet added; several texts, where the browser tells them not apart. */
export interface Pair {
  readonly run: Run
  readonly units: readonly Unit[]
}

/** How far ahead the two sequences are searched for where they agree again. */
const reach = 40
/** Characters by which a text is known without its neighbours. */
const telling = 12
/** Runs that one text may be. */
const mostParts = 24
/** Texts that may be one run. */
const mostJoined = 24

/** How many units, from `u` on, make how many runs, from `r` on: one of one, several of one, or one of several; `undefined` when they do not. */
type Match = (u: number, r: number) => readonly [units: number, runs: number] | undefined

/** Where the sequences differ, the nearest place where they agree again counts. */
export function pairRuns(units: readonly Unit[], runs: readonly Run[]): readonly Pair[] {
  const match = makeMatch(units, runs)
  const pairs: Pair[] = []
  let [u, r] = [0, 0]
  while (r < runs.length) {
    const [skippedUnits, skippedRuns] = match(u, r) ? [0, 0] : findAgreement(u, r, match, units)
    for (const [k, run] of runs.slice(r, r + skippedRuns).entries()) {
      pairs.push({run, units: skippedUnits === skippedRuns ? units.slice(u + k, u + k + 1) : []}) // as many on both sides: written otherwise, but the same
    }
    u += skippedUnits
    r += skippedRuns
    const [length, parts] = match(u, r) ?? [1, 1]
    const [run, ...others] = runs.slice(r, r + parts)
    if (run) pairs.push({run: {...run, pieces: [run, ...others].flatMap(({pieces}) => pieces)}, units: units.slice(u, u + length)})
    u += length
    r += parts
  }
  return pairs
}

function makeMatch(units: readonly Unit[], runs: readonly Run[]): Match {
  const signatures = runs.map(({pieces}) => signatureOf(pieces.map(({text}) => text).join('')))
  return (u, r) => {
    const [unit, run, printed] = [units[u], runs[r], signatures[r]]
    if (!unit || !run || printed === undefined || unit.isFigure !== run.isFigure) return undefined
    if (unit.isFigure || unit.signature === printed || isRepeated(unit.signature, printed)) return [1, 1]
    let divided = printed // where its page ends above notes, or stands beside another in another language
    for (let parts = 2; parts <= mostParts && divided.length < unit.signature.length; parts++) {
      const [next, rest] = [runs[r + parts - 1], signatures[r + parts - 1]]
      if (!next || next.isFigure || rest === undefined) break
      divided += rest
      if (divided.length === unit.signature.length && sortInk(divided) === unit.signature) return [1, parts]
    }
    let joined = unit.signature
    for (let length = 2; length <= mostJoined && joined.length < printed.length; length++) {
      const next = units[u + length - 1]
      if (!next || next.isFigure) return undefined
      joined += next.signature
      if (joined.length === printed.length && sortInk(joined) === printed) return [length, 1]
    }
    return undefined
  }
}

/** The head of a table stands again on each of its pages. */
function isRepeated(signature: string, printed: string): boolean {
  const times = printed.length / signature.length
  if (!Number.isInteger(times) || times < 2) return false
  return [...signature].map((character) => character.repeat(times)).join('') === printed
}

/** How many units and runs to pass over; none when they agree nowhere near. Agreement in many characters or twice in a row is no accident. */
function findAgreement(u: number, r: number, match: Match, units: readonly Unit[]): readonly [number, number] {
  for (let distance = 1; distance <= reach; distance++) {
    for (let k = 0; k <= distance; k++) {
      const [du, dr] = [distance - k, k]
      const found = match(u + du, r + dr)
      if (!found) continue
      const isTelling = (units[u + du]?.signature.length ?? 0) >= telling
      if (isTelling || match(u + du + found[0], r + dr + found[1])) return [du, dr]
    }
  }
  return [0, 0]
}
