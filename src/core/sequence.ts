/** Places at which two lists say the same: what both hold once, in the order of both, and what stands beside it. */

/** For each place of `a` the place of the same word in `b`, rising; `undefined` where there is none. Near-linear. */
export function matchSequences(a: readonly string[], b: readonly string[]): readonly (number | undefined)[] {
  const found: (number | undefined)[] = a.map(() => undefined)
  const ends = [...[[-1, -1]], ...findUnique(a, b), [a.length, b.length]] as readonly Point[]
  for (const [i, j] of ends) if (i >= 0 && i < a.length) found[i] = j
  for (const [at, [i, j]] of ends.entries()) {
    const [endI, endJ] = ends[at + 1] ?? [i, j]
    let [low, high] = [1, 1]
    while (i + low < endI && j + low < endJ && a[i + low] === b[j + low]) found[i + low] = j + low++
    while (endI - high >= i + low && endJ - high >= j + low && a[endI - high] === b[endJ - high]) found[endI - high] = endJ - high++
  }
  return found
}

export type Point = readonly [i: number, j: number]

/** Words that stand once in each list, as many as keep the order of both. */
function findUnique(a: readonly string[], b: readonly string[]): readonly Point[] {
  const placesInA = placeOnce(a)
  const placesInB = placeOnce(b)
  return keepRising([...placesInA].flatMap(([word, i]) => {
    const j = placesInB.get(word)
    return i === undefined || j === undefined ? [] : [[i, j] as const]
  }))
}

/** The place of each word; `undefined` for one that stands more than once. */
export function placeOnce(words: readonly string[]): ReadonlyMap<string, number | undefined> {
  const places = new Map<string, number | undefined>()
  for (const [at, word] of words.entries()) places.set(word, places.has(word) ? undefined : at)
  return places
}

/** The longest part of the points whose second places rise; their first places rise already. */
export function keepRising(points: readonly Point[]): readonly Point[] {
  const tails: number[] = [] // of a chain of each length: its last point, whose second place is the least
  const before: (number | undefined)[] = []
  for (const [at, [, j]] of points.entries()) {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((points[tails[middle] ?? 0]?.[1] ?? 0) < j) low = middle + 1
      else high = middle
    }
    before.push(tails[low - 1])
    tails[low] = at
  }
  const chain: Point[] = []
  for (let at = tails.at(-1); at !== undefined; at = before[at]) chain.push(points[at] as Point)
  return chain.reverse()
}
