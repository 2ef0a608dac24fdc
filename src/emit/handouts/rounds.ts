/** Makes handouts fit the pages that they may have: some rounds of printing, each for those that are not settled. */
import type {Handout} from '../../core/handouts.ts'
import {printHandouts, type BatchSetting, type PrintedHandout} from './batches.ts'
import {limits, measuresAt, tightest} from './measures.ts'

/** A handout too long at step `low`, and its print at step `high`, where it fits. */
interface Search {
  readonly low: number
  readonly high: number
  readonly found: PrintedHandout
}

/** Each in the largest type in which it fits; what fits in none is reported and stays at the usual size. In the order given. */
export async function settleHandouts(handouts: readonly Handout[], setting: BatchSetting): Promise<readonly PrintedHandout[]> {
  const {edition, world, source} = setting
  const printAt = async (some: readonly Handout[], step: number): Promise<readonly PrintedHandout[]> => {
    if (some.length > 0) world.progress(`${edition.spec.language}: handouts, ${some.length}${step === 0 ? '' : ` tightened, step ${step} of ${tightest}`}`)
    return some.length === 0 ? [] : printHandouts(some, measuresAt(step, edition.publication.handouts, edition.script, source), setting)
  }
  const settled = new Map((await printAt(handouts, 0)).map((print) => [print.handout, print]))
  const long = [...settled.values()].filter(isLong).map(({handout}) => handout)
  let searches: Search[] = []
  for (const found of await printAt(long, tightest)) {
    if (isLong(found)) reportLong(found, setting)
    else searches.push({low: 0, high: tightest, found})
  }
  while (searches.length > 0) {
    for (const {found} of searches.filter(isOver)) settled.set(found.handout, found)
    searches = await halve(searches.filter((search) => !isOver(search)), printAt)
  }
  return handouts.flatMap((handout) => settled.get(handout) ?? [])
}

function isOver({low, high}: Search): boolean {
  return high - low <= 1
}

function isLong({handout: {fit}, pages}: PrintedHandout): boolean {
  return fit !== undefined && pages > fit
}

/** One round: each search tries the step in its middle. */
async function halve(searches: readonly Search[], printAt: (some: readonly Handout[], step: number) => Promise<readonly PrintedHandout[]>): Promise<Search[]> {
  const next: Search[] = []
  for (let step = 1; step < tightest; step++) {
    const byHandout = new Map(searches.filter(({low, high}) => (low + high) >> 1 === step).map((search) => [search.found.handout, search]))
    for (const found of await printAt([...byHandout.keys()], step)) {
      const search = byHandout.get(found.handout)
      if (search) next.push(isLong(found) ? {...search, low: step} : {...search, high: step, found})
    }
  }
  return next
}

function reportLong({handout: {title, file, fit = 0}, pages}: PrintedHandout, {report}: BatchSetting): void {
  report('print/handout-long', {handout: title, pages, limit: fit, size: limits.fontSize, margin: limits.margin}, file === undefined ? undefined : {file})
}
