/** What one side has and the other has not, block by block; what merely stands in another block is no finding. */
import {distance} from 'fastest-levenshtein'
import type {Block} from '../../core/translation.ts'
import type {Pair} from '../pair.ts'

/** Something that bears comparison, as it stands in a block. */
export interface Item {
  readonly block: Block
  /** As written. */
  readonly text: string
}

/** Something of the source that its translation has not, something that only the translation has, or one in place of the other. */
export interface Mismatch {
  readonly source?: Item
  readonly target?: Item
  /** The block of each side in which the other's item was looked for. */
  readonly between: readonly [source: Block, target: Block]
  /** Of the bead, from 0 to 1. */
  readonly confidence: number
}

export interface Comparison {
  /** The items of a block, in order. */
  readonly list: (block: Block) => readonly string[]
  readonly isSame: (source: string, target: string) => boolean
}

interface Account {
  readonly missing: Item[]
  readonly added: Item[]
  readonly between?: readonly [Block, Block]
  readonly confidence: number
}

/** Every item of the two articles is paired with its like: first within a bead, where one may answer for several, then anywhere; the rest are mismatches. */
export function findMismatches({source, target, beads}: Pair, {list, isSame}: Comparison): readonly Mismatch[] {
  const itemsOf = (blocks: readonly Block[]): Item[] => blocks.flatMap((block) => list(block).map((text) => ({block, text})))
  const accounts = beads.map(({source: from, target: to, confidence}): Account => {
    const [ours, theirs] = [(source.blocks ?? []).slice(...from), (target.blocks ?? []).slice(...to)]
    const account = {missing: itemsOf(ours), added: itemsOf(theirs), confidence}
    settleBead(account.missing, account.added, isSame)
    const [one, other] = [ours[0], theirs[0]]
    return one && other ? {...account, between: [one, other]} : account
  })
  const gaining = accounts.filter(({added}) => added.length > 0)
  for (const {missing} of accounts) if (missing.length > 0) for (const {added} of gaining) settle(missing, added, isSame)
  return accounts.flatMap(listMismatches)
}

/** What is much alike stands for one another; as many lost as gained do so too. */
function listMismatches({missing, added, between, confidence}: Account): readonly Mismatch[] {
  if (!between) return []
  const left = [...added]
  const answers = missing.map((item) => takeAlike(item, left))
  const swapped = missing.length === added.length
  const make = (source: Item | undefined, target: Item | undefined): Mismatch =>
    ({...(source && {source}), ...(target && {target}), between: [source?.block ?? between[0], target?.block ?? between[1]], confidence})
  return [...missing.map((item, at) => make(item, answers[at] ?? (swapped ? left.shift() : undefined))), ...left.map((item) => make(undefined, item))]
}

/** Takes from a list what differs from an item in less than half of its letters. */
function takeAlike({text}: Item, list: Item[]): Item | undefined {
  if (text.length > 300) return undefined
  const at = list.findIndex((other) => other.text.length <= 300 && distance(text, other.text) * 2 <= Math.max(text.length, other.text.length))
  return at < 0 ? undefined : list.splice(at, 1)[0]
}

/** Takes from both lists what the other has: a word that says the same twice may be said once. */
function settleBead(missing: Item[], added: Item[], isSame: Comparison['isSame']): void {
  const [ours, theirs] = [[...missing], [...added]]
  missing.splice(0, Infinity, ...ours.filter(({text}) => !theirs.some((other) => isSame(text, other.text))))
  added.splice(0, Infinity, ...theirs.filter(({text}) => !ours.some((other) => isSame(other.text, text))))
}

/** Takes from both lists what they share. */
function settle(missing: Item[], added: Item[], isSame: Comparison['isSame']): void {
  if (added.length === 0) return
  const left = missing.filter(({text}) => {
    const at = added.findIndex((other) => isSame(text, other.text))
    if (at >= 0) added.splice(at, 1)
    return at < 0
  })
  missing.splice(0, Infinity, ...left)
}
