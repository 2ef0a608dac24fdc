/** Lengths of blocks, comparable across scripts, and how far two of them may differ in a translation. */
import type {Block} from '../core/translation.ts'

/** What a character says more, or less, than a letter of an alphabet. */
const surplus: readonly (readonly [RegExp, number])[] = [
  [/\p{Script=Han}/gu, 1.8], [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 0.6], [/\p{Script=Hangul}/gu, 0.9], [/\p{M}/gu, -0.5]
]

/** Length of a block in letters of an alphabet. Code counts as written: it is not translated. */
export function measureBlock({kind, words, code, markdown}: Block): number {
  if (kind === 'code') return code.reduce((sum, each) => sum + each.length, 0)
  const text = words === '' ? markdown : words
  return Math.max(1, surplus.reduce((sum, [pattern, more]) => sum + (text.match(pattern)?.length ?? 0) * more, text.length))
}

/** Variance of the target's length for each letter of the source (Gale & Church 1993, Computational Linguistics 19(1), section 3.2). */
const varianceByLetter = 6.8
/** What a translator's freedom adds, as part of the length; their bilingual reports of a bank knew little of it. */
const freedom = 0.18

/** The cost of two lengths that should answer each other: −ln of the probability to see at least this difference. */
export function lengthCost(source: number, target: number, ratio: number): number {
  const mean = (source + target / ratio) / 2
  const deviation = Math.sqrt(varianceByLetter * mean + (freedom * mean) ** 2)
  const step = Math.abs(target / ratio - source) / deviation * perUnit
  return tailCosts[Math.min(tailCosts.length - 1, Math.round(step))] ?? 0
}

/** −ln of the probability of a standard normal value at least so far from 0 (Abramowitz & Stegun 26.2.17), in steps: it is asked for some million times. */
const perUnit = 64
const tailCosts = Float64Array.from({length: 5 * perUnit}, (_, step) => {
  const z = step / perUnit
  const t = 1 / (1 + 0.2316419 * z)
  const tail = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return -Math.log(Math.min(1, 2 * tail))
})

/** How many letters of the target answer one of the source: the median of pairs that are sure, held to 1 by a few that are not. */
export function estimateRatio(pairs: readonly (readonly [source: number, target: number])[]): number {
  const ratios = [0, 0, 0, ...pairs.map(([source, target]) => Math.log(target / source))].sort((a, b) => a - b)
  const middle = ratios.length >> 1
  return Math.exp(ratios.length % 2 ? ratios[middle] ?? 0 : ((ratios[middle - 1] ?? 0) + (ratios[middle] ?? 0)) / 2)
}
