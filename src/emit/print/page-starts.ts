/** Where each page of the finished print begins in the edition's tree. */
import type {Division} from '../../core/model.ts'
import type {PageStart} from '../../core/pagination.ts'
import type {Chunk} from './chunks.ts'
import type {FolioSetting} from './folios.ts'
import {folioOf, type ChunkLayout, type Layout} from './layout.ts'
import {pairRuns, type Pair} from './page-pairs.ts'
import {countInk, isShown, listUnits, type Unit} from './page-units.ts'
import type {Print} from './passes.ts'
import {readRuns, type Run} from './pdf-runs.ts'
import {readPdf} from './pdf-reader.ts'

/** Pages of a division within its chunk, from 0, the last one not included. */
interface Stretch {
  readonly division: Division
  readonly first: number
  readonly end: number
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
  for (const {run, units} of pairs) {
    const [unit] = units
    if (unit && waiting !== undefined) {
      turns.push({page: waiting, node: unit.node, offset: 0})
      waiting = undefined
    }
    const length = units.reduce((sum, {node}) => sum + inkIn(node), 0)
    let before = 0
    for (const {page, text} of run.pieces) {
      const isRepeat = length > 0 && before >= length // the head of a table on its next page
      if (page > current && !isRepeat) {
        current = page
        if (unit) turns.push({page, ...locate(units, before)})
        else waiting = page
      }
      before += countInk(text)
    }
  }
  return turns
}

function inkIn(node: PageStart['node']): number {
  return node.type === 'text' ? countInk(node.value) : 0
}

/** The unit that holds the `count`th character of a run, and how much of it stands before that. */
function locate(units: readonly Unit[], count: number): Pick<PageStart, 'offset'> & {readonly node: PageStart['node'] | undefined} {
  let rest = count
  for (const {node} of units) {
    const length = inkIn(node)
    if (rest < length || length === 0) return {node, offset: node.type === 'text' ? offsetOf(node.value, rest) : 0}
    rest -= length
  }
  return {node: units.at(-1)?.node, offset: 0}
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
