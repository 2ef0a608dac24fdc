/** Which kinds of blocks can answer each other in a translation. */
import type {Block} from '../core/translation.ts'

/** Prose that one translator sets as a paragraph and another as an item. */
const prose = new Set(['paragraph', 'item', 'quote', 'note', 'term', 'definition'])
/** How likely a block keeps its kind. */
const kept = 0.97

/** Costs of kinds that differ, the first that fits: what a chance of one in e^cost is. */
const costs: readonly (readonly [fits: (a: string, b: string) => boolean, cost: number])[] = [
  [(a, b) => isHeading(a) && isHeading(b), 4],
  [(a, b) => prose.has(a) && prose.has(b), 4],
  [(a, b) => isEither(a, b, 'picture') && (prose.has(a) || prose.has(b)), 6],
  [(a, b) => isEither(a, b, 'html') && !isEither(a, b, 'code'), 6],
  [(a, b) => isEither(a, b, 'math') && isEither(a, b, 'code'), 6],
  [(a, b) => isEither(a, b, 'code') || isEither(a, b, 'math'), 15]
]
const otherwise = 10 // a heading or a table against prose

/** What the kinds of a pair cost, by the places of its blocks; below zero where they are the same and rare, which says that the two belong together. */
export function makeKindCosts(source: readonly Block[], target: readonly Block[]): (i: number, j: number) => number {
  const count = new Map<string, number>()
  for (const {kind} of [...source, ...target]) count.set(kind, (count.get(kind) ?? 0) + 1)
  const kinds = [...count]
  const table = kinds.map(([a, times]) => Float64Array.from(kinds, ([b]) => a === b ? Math.min(0, Math.log(times / kept / (source.length + target.length))) : costOf(a, b)))
  const places = new Map(kinds.map(([kind], at) => [kind, at]))
  const [ofSource, ofTarget] = [source, target].map((blocks) => Uint16Array.from(blocks, ({kind}) => places.get(kind) ?? 0))
  return (i, j) => table[ofSource?.[i] ?? 0]?.[ofTarget?.[j] ?? 0] ?? 0
}

function costOf(a: string, b: string): number {
  return costs.find(([fits]) => fits(a, b))?.[1] ?? otherwise
}

function isHeading(kind: string): boolean {
  return kind.startsWith('heading')
}

function isEither(a: string, b: string, kind: string): boolean {
  return a === kind || b === kind
}
