/** Passages set into the text of a translation, or into a copy of its source where there is none yet. */
import type {Block} from '../../core/translation.ts'
import {setFrontValue} from './front-values.ts'
import {isMachine, type ListedPassage, type Paired} from './passage-list.ts'

/** A passage and what it says from now on. */
export interface Wanted {
  readonly listed: ListedPassage
  readonly text: string
}

export interface Rewritten {
  readonly text: string
  /** Kinds of the blocks that it must have behind its front matter, in order; those of a wanted passage with it. */
  readonly slots: readonly Slot[]
  /** Values of front matter that cannot be set. */
  readonly unset: readonly Wanted[]
}

export interface Slot {
  readonly kinds: readonly string[]
  readonly wanted?: Wanted
}

/** All passages that are wanted at once. */
export function rewrite(paired: Paired, wanted: readonly Wanted[], all: readonly ListedPassage[]): Rewritten {
  const body = wanted.filter(({listed}) => listed.source.span)
  const {text, slots} = paired.written.target ? rewriteTranslation(paired, paired.written.target.text, body) : rewriteSource(paired, body, all)
  const unset: Wanted[] = []
  const isOther = ({listed: {source}, text: words}: Wanted): boolean => !source.span && (paired.written.target !== undefined || words !== source.text)
  const set = wanted.filter(isOther).reduce((header, each) => {
    const next = setFrontValue(header, each.listed.kind, each.text)
    if (next === undefined) unset.push(each)
    return next ?? header
  }, text)
  return {text: set, slots, unset}
}

interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

function rewriteTranslation(paired: Paired, text: string, wanted: readonly Wanted[]): Omit<Rewritten, 'unset'> {
  const blocks = paired.blocks.target
  const edits: Edit[] = []
  const slots = new Map<number, Slot[]>() // by the place of the block before which they stand
  const replaced = new Map<number, Slot>()
  for (const each of wanted) {
    const {target, bead} = each.listed
    if (target?.span && target.passage) {
      edits.push({from: target.span[0], to: target.span[1], text: target.passage.write(each.text)})
      replaced.set(bead.target[0], {kinds: target.blocks.map(({kind}) => kind), wanted: each})
    } else {
      const {at, edit} = insertPassage(paired, text, each)
      edits.push(edit)
      slots.set(at, [...slots.get(at) ?? [], {kinds: each.listed.source.blocks.map(({kind}) => kind), wanted: each}])
    }
  }
  const order: Slot[] = []
  for (let at = 0; at <= blocks.length;) {
    order.push(...slots.get(at) ?? [])
    const slot = replaced.get(at) ?? (blocks[at]?.span ? {kinds: [blocks[at]?.kind ?? '']} : undefined)
    if (slot) order.push(slot)
    at += Math.max(1, replaced.get(at)?.kinds.length ?? 1)
  }
  return {text: applyEdits(text, edits), slots: order}
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = edits.map((edit, at) => ({...edit, at})).sort((a, b) => a.from - b.from || a.to - b.to || a.at - b.at)
  let [out, end] = ['', 0]
  for (const {from, to, text: words} of sorted) {
    out += `${text.slice(end, from)}${words}`
    end = Math.max(end, to)
  }
  return `${out}${text.slice(end)}`
}

/** Where a passage goes that the translation lacks: behind what answers to the passage before it, with the marks that it has in the source. */
function insertPassage({written, blocks, beads}: Paired, text: string, {listed, text: words}: Wanted): {readonly at: number; readonly edit: Edit} {
  const [start] = listed.bead.source
  const before = beads.slice(0, beads.indexOf(listed.bead)).findLast(({target}) => target[1] > target[0] && blocks.target[target[0]]?.span)
  const last = before && blocks.target[before.target[1] - 1]
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const source = written.source.text
  const set = (listed.source.passage?.write(words) ?? words).replaceAll('\r\n', '\n').trimEnd() // a term ends with its line
  const gap = gapBefore(source, blocks.source, start)
  if (before && last?.span) {
    const end = last.span[0] + text.slice(...last.span).trimEnd().length
    return {at: before.target[1], edit: {from: end, to: end, text: `${gap}${set}`.replaceAll('\n', lineEnd)}}
  }
  const first = blocks.target.findIndex(({span}) => span)
  const next = blocks.target[first]?.span?.[0]
  const lead = gap.slice(gap.lastIndexOf('\n') + 1)
  if (next === undefined) return {at: blocks.target.length, edit: {from: text.length, to: text.length, text: `${text === '' || text.endsWith('\n') ? '' : '\n'}\n${lead}${set}\n`.replaceAll('\n', lineEnd)}}
  const place = text.lastIndexOf('\n', next - 1) + 1
  return {at: first, edit: {from: place, to: place, text: `${lead}${set}\n\n`.replaceAll('\n', lineEnd)}}
}

/** What stands before a block of the source: an empty line or none, and marks; nothing that is a text of its own. */
function gapBefore(text: string, blocks: readonly Block[], at: number): string {
  const [own, previous] = [blocks[at]?.span, blocks[at - 1]?.span]
  if (!own) return '\n\n'
  const lines = text.slice(previous?.[1] ?? text.lastIndexOf('\n', own[0] - 1) + 1, own[0]).replaceAll('\r\n', '\n').split('\n')
  const lead = lines.at(-1) ?? ''
  const ended = previous !== undefined && text.slice(...previous).endsWith('\n')
  if (!previous) return `\n\n${lead}`
  const empty = lines.slice(1, -1).find((line) => /^[\s>]*$/.test(line)) ?? (ended && lines.length > 1 ? '' : undefined)
  return empty === undefined ? `\n${lead}` : `\n${empty}\n${lead}`
}

/** A copy of the source with the passages that are translated; those that are not are left out, code is kept. */
function rewriteSource({written: {source: {text}}, blocks}: Paired, wanted: readonly Wanted[], all: readonly ListedPassage[]): Omit<Rewritten, 'unset'> {
  const wantedByStart = new Map(wanted.map((each) => [each.listed.bead.source[0], each]))
  const listedStarts = new Map(all.map((each) => [each.bead.source[0], each]))
  const slots: Slot[] = []
  let [out, pos] = ['', 0]
  let dropped: string | undefined
  for (let at = 0; at < blocks.source.length;) {
    const block = blocks.source[at]
    const listed = listedStarts.get(at)
    const size = listed ? listed.source.blocks.length : 1
    const span = listed?.source.span ?? block?.span
    at += size
    if (!block || !span) continue
    const each = listed && wantedByStart.get(listed.bead.source[0])
    const gap = text.slice(pos, span[0])
    if (listed && !each && !isMachine(block)) dropped = dropped === undefined ? gap : joinGaps(dropped, gap)
    else {
      out += `${dropped === undefined ? gap : joinGaps(dropped, gap)}${each ? listed?.source.passage?.write(each.text) ?? '' : text.slice(...span)}`
      dropped = undefined
      slots.push({kinds: listed ? listed.source.blocks.map(({kind}) => kind) : [block.kind], ...(each && {wanted: each})})
    }
    pos = span[1]
  }
  return {text: `${out}${dropped === undefined ? '' : dropped.slice(0, dropped.lastIndexOf('\n') + 1).trimEnd()}${text.slice(pos)}`, slots}
}

/** What stands before a passage that is left out, and before the one behind it: their texts of their own, an empty line where one of them has it, the marks of the second. */
function joinGaps(first: string, second: string): string {
  const head = first.slice(0, first.lastIndexOf('\n') + 1)
  const [middle, lead] = [second.slice(second.indexOf('\n') + 1, second.lastIndexOf('\n') + 1), second.slice(second.lastIndexOf('\n') + 1)]
  const isNeeded = /[^\s>]/.test(middle) || (head !== '' && !/\n[\s>]*\n$/.test(head))
  return `${head}${isNeeded ? middle : ''}${lead}`
}
