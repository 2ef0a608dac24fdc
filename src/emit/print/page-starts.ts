/** Where each page of the finished print begins in the edition's tree. */
import type {ElementContent} from 'hast'
import {folioOf} from '../../core/folio.ts'
import {facesPages} from '../../core/bilingual.ts'
import {classesOf, walk, walkElements} from '../../core/hast.ts'
import type {Division} from '../../core/model.ts'
import type {PageStart} from '../../core/pagination.ts'
import type {Chunk} from './chunks.ts'
import type {FolioSetting} from './folios.ts'
import type {ChunkLayout, Layout} from './layout.ts'
import {listStretches, type Stretch} from './occupants.ts'
import {pairRuns, type Pair} from './page-pairs.ts'
import {countInk, inkOf, isShown, listUnits, type Unit} from './page-units.ts'
import type {Print} from './passes.ts'
import {readRuns, type Run} from './pdf-runs.ts'
import {readPdf} from './pdf-reader.ts'

/** The pages of one chunk in order, blank ones left out. A page begins in the division whose text stands at its top. */
export function findPageStarts(chunk: Chunk, print: Print, chunkLayout: ChunkLayout, layout: Layout, setting: FolioSetting): readonly PageStart[] {
  const stretches = listStretches(chunk, print, chunkLayout)
  const long = stretches.filter(({first, end}) => end - first > 1)
  const asked = new Set(long.flatMap(({first, end}) => Array.from({length: end - first}, (_, place) => first + place)))
  const runs = asked.size === 0 ? [] : readRuns(readPdf(print.bytes), (page) => asked.has(page)).filter(isShown).map(chunk.divisions.some(({heads}) => heads) ? withoutBlanks : (run) => run)
  const runsByStretch = shareRuns(runs, stretches)
  return stretches.flatMap((stretch) => {
    const {divisions, first, end} = stretch
    const pageOf = (page: number): Pick<PageStart, 'label' | 'page'> => ({label: folioOf(chunkLayout.start + page, layout), page: chunkLayout.start + page})
    const opening = divisions.slice(0, 1).map(({id, tree}): PageStart => ({...pageOf(first), division: id, node: tree, offset: 0}))
    if (end - first < 2) return opening
    const {units, homeByUnit} = listHomes(divisions, setting)
    const turns = divisions.some(({heads}) => heads) ? findPairedTurns(divisions, units, runsByStretch.get(stretch) ?? [], first) : findTurns(pairRuns(units, runsByStretch.get(stretch) ?? []), first)
    return [...opening, ...fillPages(turns, first + 1, end).flatMap(({page, unit, offset}) => {
      const home = unit ? homeByUnit.get(unit) : undefined
      const division = home?.division ?? divisions[0]
      if (!division) return []
      const isOpening = home?.first === unit && offset === 0 && division !== divisions[0]
      return [{...pageOf(page), division: division.id, node: unit && !isOpening ? unit.node : division.tree, offset}]
    })]
  })
}

/** Where the press cut the text of two languages into pages: what has no ink may stand on the page before its run, and hyphens are those of the lines. */
function withoutBlanks(run: Run): Run {
  return run.isFigure ? run : {...run, pieces: run.pieces.map(({page, text}) => ({page, text: text.replaceAll('\u2010', '')})).filter(({text}) => inkOf(text) !== '')}
}

/** The division of a unit, and the first of its units. */
interface Home {
  readonly division: Division
  readonly first: Unit
}

function listHomes(divisions: readonly Division[], setting: FolioSetting): {readonly units: readonly Unit[]; readonly homeByUnit: ReadonlyMap<Unit, Home>} {
  const homeByUnit = new Map<Unit, Home>()
  for (const division of divisions) {
    const units = listUnits(division.tree, setting)
    for (const unit of units) homeByUnit.set(unit, {division, first: units[0] ?? unit})
  }
  return {units: [...homeByUnit.keys()], homeByUnit}
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

/** The same in two languages. On facing pages each runs on on its own side; in columns a page begins where the first one does. */
function findPairedTurns(divisions: readonly Division[], units: readonly Unit[], runs: readonly Run[], first: number): readonly Turn[] {
  const second = listSecond(divisions)
  if (!divisions.some(facesPages)) {
    return findTurns(pairRuns(units, runs).filter(({units: found}) => found.some(({node}) => !second.has(node))), first)
  }
  const turns = [0, 1].flatMap((side) => findTurns(pairRuns(
    units.filter(({node}) => second.has(node) === (side === 1)), runs.filter(({pieces}) => ((pieces[0]?.page ?? first) - first) % 2 === side)
  ), first))
  return turns.sort((a, b) => a.page - b.page)
}

/** All that stands on the second sides of beads. */
function listSecond(divisions: readonly Division[]): ReadonlySet<ElementContent> {
  const second = new Set<ElementContent>()
  for (const {tree} of divisions) {
    walkElements(tree, (element) => {
      if (!classesOf(element).includes('side') || !classesOf(element).includes('second')) return true
      walk(element, (node) => { second.add(node as ElementContent) }) // a part of an element
      return false
    })
  }
  return second
}

interface Turn {
  readonly page: number
  readonly unit: Unit | undefined
  readonly offset: number
}

/** The first unit of every page after the first. A figure that floats to a page is not where it begins: the text behind it may still fill the page before. */
function findTurns(pairs: readonly Pair[], first: number): readonly Turn[] {
  const turns: Turn[] = []
  const least = leastBehind(pairs)
  let at = 0
  let current = first
  let waiting: number | undefined
  for (const {run, units} of pairs) {
    const [unit] = units
    if (unit && waiting !== undefined) {
      turns.push({page: waiting, unit, offset: 0})
      waiting = undefined
    }
    const length = units.reduce((sum, {node}) => sum + inkIn(node), 0)
    let before = 0
    for (const {page, text} of run.pieces) {
      const isRepeat = length > 0 && before >= length // the head of a table on its next page
      const begun = Math.min(page, least[at++] ?? page)
      if (begun > current && !isRepeat) {
        current = begun
        if (unit) turns.push({page: begun, ...locate(units, before)})
        else waiting = begun
      }
      before += countInk(text)
    }
  }
  return turns
}

/** For each piece the earliest page of the text from there on; notes, which may stand at the foot of any page before, do not count. */
function leastBehind(pairs: readonly Pair[]): readonly number[] {
  const pages = pairs.flatMap(({run, units}) => run.pieces.map(({page}) => units.some(({isNote}) => isNote) ? Infinity : page))
  for (let at = pages.length - 2; at >= 0; at--) pages[at] = Math.min(pages[at] ?? Infinity, pages[at + 1] ?? Infinity)
  return pages
}

function inkIn(node: PageStart['node']): number {
  return node.type === 'text' ? countInk(node.value) : 0
}

/** The unit that holds the `count`th character of a run, and how much of it stands before that. */
function locate(units: readonly Unit[], count: number): Omit<Turn, 'page'> {
  let rest = count
  for (const unit of units) {
    const {node} = unit
    const length = inkIn(node)
    if (rest < length || length === 0) return {unit, offset: node.type === 'text' ? offsetOf(node.value, rest) : 0}
    rest -= length
  }
  return {unit: units.at(-1), offset: 0}
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
    filled.push({page, unit: turn?.unit ?? last?.unit, offset: turn?.offset ?? last?.offset ?? 0})
  }
  return filled
}
