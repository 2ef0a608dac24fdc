/** Where each page of the finished print begins in the edition's tree. */
import type {Division, PageStart} from '../../core/model.ts'
import type {Chunk} from './chunks.ts'
import type {FolioSetting} from './folios.ts'
import {folioOf, type ChunkLayout, type Layout} from './layout.ts'
import {countInk, isShown, listUnits, signatureOf, type Unit} from './page-units.ts'
import type {Print} from './passes.ts'
import {readRuns, type Run} from './pdf-runs.ts'
import {readPdf} from './pdf-reader.ts'

/** Pages of a division within its chunk, from 0, the last one not included. */
interface Stretch {
  readonly division: Division
  readonly first: number
  readonly end: number
}

/** A run of print with what it is in the tree: nothing, for words that a style sheet added. */
interface Pair {
  readonly run: Run
  readonly unit: Unit | undefined
}

/** The pages of one chunk in order, blank ones left out. Every division begins a page, so that nothing carries over from one to the next. */
export function findPageStarts(chunk: Chunk, print: Print, chunkLayout: ChunkLayout, layout: Layout, setting: FolioSetting): readonly PageStart[] {
  const stretches = stretchesOf(chunk, print, chunkLayout)
  const long = stretches.filter(({first, end}) => end - first > 1)
  const asked = new Set(long.flatMap(({first, end}) => Array.from({length: end - first}, (_, place) => first + place)))
  const runs = asked.size === 0 ? [] : readRuns(readPdf(print.bytes), (page) => asked.has(page)).filter(isShown)
  const runsByStretch = shareRuns(runs, stretches)
  return stretches.flatMap((stretch) => {
    const {division, first, end} = stretch
    const pageOf = (page: number): Pick<PageStart, 'label' | 'page' | 'division'> =>
      ({label: folioOf(chunkLayout.start + page, layout.frontPages), page: chunkLayout.start + page, division: division.id})
    const opening: PageStart = {...pageOf(first), node: division.tree, offset: 0}
    if (end - first < 2) return [opening]
    const turns = findTurns(pairRuns(listUnits(division.tree, setting), runsByStretch.get(stretch) ?? []), first)
    return [opening, ...fillPages(turns, first + 1, end).map(({page, node, offset}) => ({...pageOf(page), node: node ?? division.tree, offset}))]
  })
}

function stretchesOf(chunk: Chunk, {pages, pageById}: Print, {vacats, closing}: ChunkLayout): readonly Stretch[] {
  const known = chunk.divisions.filter(({id}) => pageById.has(id))
  return known.map((division, place) => {
    const next = known[place + 1]
    const end = next === undefined ? pages - (closing ? 1 : 0) : (pageById.get(next.id) ?? 0) - (vacats.has(next.id) ? 1 : 0)
    return {division, first: pageById.get(division.id) ?? 0, end}
  })
}

function shareRuns(runs: readonly Run[], stretches: readonly Stretch[]): ReadonlyMap<Stretch, readonly Run[]> {
  const stretchByPage = new Map(stretches.flatMap((stretch) => Array.from({length: stretch.end - stretch.first}, (_, place) => [stretch.first + place, stretch] as const)))
  const shared = new Map<Stretch, Run[]>()
  for (const run of runs) {
    const stretch = stretchByPage.get(run.pieces[0]?.page ?? -1)
    if (!stretch) continue
    const own = shared.get(stretch)
    if (own) own.push(run)
    else shared.set(stretch, [run])
  }
  return shared
}

/** How far ahead the two sequences are searched for where they agree again. */
const reach = 40
/** Characters. */
const telling = 12

/** Both sequences follow the order of reading; where they differ, the nearest place where they agree again counts. */
export function pairRuns(units: readonly Unit[], runs: readonly Run[]): readonly Pair[] {
  const signatures = runs.map(({pieces}) => signatureOf(pieces.map(({text}) => text).join('')))
  const agree = (u: number, r: number): boolean => {
    const unit = units[u]
    return unit !== undefined && r < runs.length && unit.isFigure === runs[r]?.isFigure && (unit.isFigure || unit.signature === signatures[r] || isRepeated(unit.signature, signatures[r] ?? ''))
  }
  const pairs: Pair[] = []
  let [u, r] = [0, 0]
  while (r < runs.length) {
    const [skippedUnits, skippedRuns] = agree(u, r) ? [0, 0] : findAgreement(units, u, r, agree)
    for (let k = 0; k < skippedRuns; k++) {
      const run = runs[r + k]
      if (run) pairs.push({run, unit: skippedUnits === skippedRuns ? units[u + k] : undefined}) // as many on both sides: written otherwise, but the same
    }
    u += skippedUnits
    r += skippedRuns
    const run = runs[r]
    if (run) pairs.push({run, unit: units[u]})
    u++
    r++
  }
  return pairs
}

/** The head of a table stands again on each of its pages. */
function isRepeated(signature: string, printed: string): boolean {
  const times = printed.length / signature.length
  if (!Number.isInteger(times) || times < 2) return false
  return [...signature].map((character) => character.repeat(times)).join('') === printed
}

/** How many units and runs to pass over; none when they agree nowhere near. Agreement in many characters or twice in a row is no accident. */
function findAgreement(units: readonly Unit[], u: number, r: number, agree: (u: number, r: number) => boolean): readonly [number, number] {
  for (let distance = 1; distance <= reach; distance++) {
    for (let k = 0; k <= distance; k++) {
      const [du, dr] = [distance - k, k]
      const isTelling = (units[u + du]?.signature.length ?? 0) >= telling
      if (agree(u + du, r + dr) && (isTelling || agree(u + du + 1, r + dr + 1))) return [du, dr]
    }
  }
  return [0, 0]
}

interface Turn {
  readonly page: number
  readonly node: PageStart['node'] | undefined
  readonly offset: number
}

/** The first unit of every page after the first. */
function findTurns(pairs: readonly Pair[], first: number): readonly Turn[] {
  const turns: Turn[] = []
  let current = first
  let waiting: number | undefined
  for (const {run, unit} of pairs) {
    if (unit && waiting !== undefined) {
      turns.push({page: waiting, node: unit.node, offset: 0})
      waiting = undefined
    }
    let before = 0
    const length = unit?.node.type === 'text' ? countInk(unit.node.value) : 0
    for (const {page, text} of run.pieces) {
      const isRepeat = before > 0 && before >= length
      if (page > current && !isRepeat) {
        current = page
        if (unit) turns.push({page, node: unit.node, offset: unit.node.type === 'text' ? offsetOf(unit.node.value, before) : 0})
        else waiting = page
      }
      before += countInk(text)
    }
  }
  return turns
}

/** Code units of a text before its `count`th visible character and the spaces in front of that. */
function offsetOf(text: string, count: number): number {
  if (count === 0) return 0
  let seen = 0
  let offset = 0
  for (const character of text) {
    const ink = countInk(character)
    if (ink > 0 && seen >= count) return offset
    seen += ink
    offset += character.length
  }
  return offset
}

/** A page of which nothing was found begins where the next one does; behind the last, where the division does. */
function fillPages(turns: readonly Turn[], from: number, end: number): readonly Turn[] {
  const filled: Turn[] = []
  for (let page = from; page < end; page++) {
    const turn = turns.find((each) => each.page >= page)
    const last = turns.at(-1)
    filled.push({page, node: turn?.node ?? last?.node, offset: turn?.offset ?? last?.offset ?? 0})
  }
  return filled
}
