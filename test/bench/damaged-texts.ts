/** Pairs that answer each other block by block, damaged as years do it: sections missing and added, blocks removed, merged and split; what should be found is known. */
import type {Block} from '../../src/core/translation.ts'

export interface DamagedPair {
  readonly source: readonly Block[]
  readonly target: readonly Block[]
  /** `i j` for each pair of blocks that answer each other, as places in the two lists. */
  readonly links: ReadonlySet<string>
}

interface Kept {
  readonly block: Block
  /** Places in the text before damage. */
  readonly places: readonly number[]
}

/** Damages both sides of a pair whose blocks answer each other one by one; the same way for the same seed. */
export function damagePair(source: readonly Block[], target: readonly Block[], seed: number): DamagedPair {
  const random = makeRandom(seed)
  const [a, b] = [damage(source, random, 0.5), damage(target, random, 1)]
  const links = a.flatMap((one, i) => b.flatMap((other, j) => one.places.some((place) => other.places.includes(place)) ? [`${i} ${j}`] : []))
  return {source: a.map(({block}) => block), target: b.map(({block}) => block), links: new Set(links)}
}

function damage(blocks: readonly Block[], random: () => number, strength: number): readonly Kept[] {
  const kept: Kept[] = []
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at] as Block
    const before = kept.at(-1)
    const chance = random() / strength
    if (block.span === undefined) kept.push({block, places: [at++]})
    else if (chance < 0.02) at += 1 + Math.floor(random() * 8)
    else if (chance < 0.05) at++
    else if (chance < 0.08 && before?.block.kind === block.kind && block.kind === 'paragraph') kept.splice(-1, 1, {block: merge(before.block, block), places: [...before.places, at++]})
    else kept.push({block, places: [at++]})
  }
  return kept
}

function merge(a: Block, b: Block): Block {
  return {
    ...a, markdown: `${a.markdown} ${b.markdown}`, words: `${a.words} ${b.words}`, hash: `${a.hash.slice(0, 6)}${b.hash.slice(0, 6)}`, links: [...a.links, ...b.links],
    pictures: [...a.pictures, ...b.pictures], code: [...a.code, ...b.code], numbers: [...a.numbers, ...b.numbers], notes: [...a.notes, ...b.notes]
  }
}

/** mulberry32: the same numbers from 0 to 1 for the same seed. */
function makeRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ state >>> 15, 1 | state)
    mixed = (mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed)) ^ mixed
    return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296
  }
}
