/** The passages of a pair that a translator is given, each with its place on both sides. */
import type {Manuscript} from '../../core/model.ts'
import type {Bead, Block, Range} from '../../core/translation.ts'
import {openPassage, type Passage} from './passages.ts'
import {noStand} from './unit.ts'

export interface ListedPassage {
  readonly id: string
  readonly kind: string
  readonly bead: Bead
  readonly source: Side
  /** Absent: not translated. */
  readonly target?: Side
  readonly stand: string
}

/** One side of a passage: blocks that stand together. Those of front matter have no passage, their text is their words. */
export interface Side {
  readonly blocks: readonly Block[]
  readonly text: string
  readonly span?: readonly [from: number, to: number]
  readonly passage?: Passage
}

export interface Paired {
  readonly written: {readonly source: Manuscript; readonly target?: Manuscript}
  readonly blocks: {readonly source: readonly Block[]; readonly target: readonly Block[]}
  readonly beads: readonly Bead[]
}

/** In the order of the source. Code and formulas are left out where the translation has them as they are, or where there is none: they are copied. */
export function listPassages({written, blocks, beads}: Paired): readonly ListedPassage[] {
  const seen = new Map<string, number>()
  const isNew = written.target === undefined
  return beads.flatMap((bead): readonly ListedPassage[] => {
    const source = readSide(written.source.text, blocks.source, bead.source)
    if (!source) return []
    const target = written.target && readSide(written.target.text, blocks.target, bead.target)
    const [{kind} = {kind: ''}] = source.blocks
    const name = `${written.source.slug}#${kind}:${source.blocks.map(({hash}) => hash).join('+')}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    const isCopied = source.blocks.every((block) => isMachine(block)) && (isNew || target?.text === source.text)
    if (isCopied || !/\p{L}/u.test(source.text)) return []
    return [{id: count === 1 ? name : `${name}~${count}`, kind, bead, source, ...(target && {target}), stand: target?.blocks.map(({hash}) => hash).join('+') ?? noStand}]
  })
}

/** Whether a block is for machines rather than readers. */
export function isMachine({kind}: Block): boolean {
  return kind === 'code' || kind === 'math'
}

function readSide(text: string, all: readonly Block[], range: Range): Side | undefined {
  const blocks = all.slice(...range)
  const [first, last] = [blocks[0], blocks.at(-1)]
  if (!first || !last) return undefined
  if (!first.span || !last.span) return {blocks, text: blocks.map(({markdown}) => markdown).join('\n')}
  const span = [first.span[0], Math.max(first.span[0], last.span[1])] as const
  const passage = openPassage(text, span, /^heading\d$/.test(first.kind) && blocks.length === 1)
  return {blocks, text: passage.text, span, passage}
}
