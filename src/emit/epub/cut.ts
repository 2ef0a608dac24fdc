/** An element in parts of a size, cut where a reader minds it least. */
import type {Element, ElementContent} from 'hast'
import {isElement} from '../../core/hast.ts'
import {maybeAnatomy} from './anatomy.ts'
import type {Measure} from './measure.ts'
import {levels, type Anatomy, type Level, type Limits, type Unit} from './units.ts'

export interface Cutter {
  readonly measure: Measure
  readonly limits: Limits
}

/** Below this share of a document it is better to begin another one than to begin something long. */
const leastRoom = 1 / 4

/** The parts of an element, one when it cannot be cut. The first has no more than `room` bytes unless what begins it is longer. */
export function cutElement(element: Element, room: number, cutter: Cutter): readonly Element[] {
  const anatomy = maybeAnatomy(element, cutter.measure, cutter.limits)
  if (!anatomy || anatomy.units.length === 0) return [element]
  const rest = cutter.limits.size - anatomy.overhead
  const filler = makeFiller(room - anatomy.overhead, Math.max(rest, 1), anatomy, cutter)
  filler.fill()
  return anatomy.assemble(filler.parts)
}

interface Filler {
  readonly parts: ElementContent[][]
  readonly fill: () => void
}

/** Fills one part after the other, the first with `first` bytes, the others with `rest`. */
function makeFiller(first: number, rest: number, {units, most}: Anatomy, cutter: Cutter): Filler {
  const parts: ElementContent[][] = [[]]
  let [used, count] = [0, 0]
  const left = (): number => (parts.length === 1 ? first : rest) - used
  const turn = (): void => {
    if (count === 0) return
    parts.push([])
    used = count = 0
  }
  const add = (nodes: readonly ElementContent[], size: number, number: number): void => {
    for (const node of nodes) parts.at(-1)?.push(node) // a spread of a hundred thousand would overflow the stack
    used += size
    count += number
  }
  const place = (run: readonly Unit[], level: Level): void => {
    const size = run.reduce((sum, unit) => sum + measureUnit(unit, cutter), 0)
    const fits = size <= left() && count + run.length <= most
    if (!fits && used > rest * leastRoom && level < levels.block || count >= most) turn()
    if (fits || (size <= rest && run.length <= most)) {
      if (!fits) turn()
      for (const {nodes} of run) add(nodes, 0, 1)
      used += size
    } else if (run.length > 1) for (const part of splitRun(run, level)) place(part, Math.min(level + 1, levels.block) as Level)
    else if (run[0]) flow(run[0], size)
  }
  /** A unit that no document can hold begins where it stands and goes on in others. */
  const flow = ({nodes}: Unit, size: number): void => {
    const last = nodes.at(-1)
    const before = nodes.slice(0, -1)
    const lead = before.reduce((sum, node) => sum + cutter.measure(node), 0)
    if (left() < rest * leastRoom || lead + measureLead(last, cutter) > left()) turn()
    const [begin, ...others] = isElement(last) ? cutElement(last, left() - lead, cutter) : []
    if (!begin) return add(nodes, size, 1)
    add([...before, begin], lead + cutter.measure(begin), 1)
    for (const part of others) {
      turn()
      add([part], cutter.measure(part), 1)
    }
  }
  const fill = (): void => {
    for (const run of splitApart(units)) {
      if (run[0]?.isApart) turn()
      place(run, levels.section)
      if (run[0]?.isApart) turn()
    }
    if (parts.length > 1 && parts.at(-1)?.length === 0) parts.pop()
  }
  return {parts, fill}
}

function measureUnit({nodes}: Unit, {measure}: Cutter): number {
  return nodes.reduce((sum, node) => sum + measure(node), 0)
}

/** The least that a first part of a node can hold. */
function measureLead(node: ElementContent | undefined, cutter: Cutter): number {
  if (node === undefined) return 0
  const anatomy = isElement(node) ? maybeAnatomy(node, cutter.measure, cutter.limits) : undefined
  const unit = anatomy?.units[0]
  if (!anatomy || !unit) return cutter.measure(node)
  const before = unit.nodes.slice(0, -1).reduce((sum, each) => sum + cutter.measure(each), 0)
  return anatomy.overhead + before + measureLead(unit.nodes.at(-1), cutter)
}

/** Runs that each begin at a place of this level; below all levels every unit is one. */
function splitRun(run: readonly Unit[], level: Level): readonly (readonly Unit[])[] {
  const runs: Unit[][] = []
  for (const unit of run) {
    const last = runs.at(-1)
    if (last && unit.level > level) last.push(unit)
    else runs.push([unit])
  }
  return runs
}

/** What stands alone, and what is between. */
function splitApart(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const runs: Unit[][] = []
  for (const unit of units) {
    const last = runs.at(-1)
    if (last && !unit.isApart && !last[0]?.isApart) last.push(unit)
    else runs.push([unit])
  }
  return runs
}
