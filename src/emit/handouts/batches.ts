/** Prints many handouts in few documents, and finds the one that spoils a document. */
import type {Report} from '../../core/diagnostic.ts'
import type {Handout} from '../../core/handouts.ts'
import type {Edition, Id} from '../../core/model.ts'
import {PressError, type Press, type World} from '../../core/world.ts'
import {findShrunkScale} from '../print/page-content.ts'
import {eachAtOnce} from '../print/passes.ts'
import {encodeWebp, picturesOf} from '../print/pictures.ts'
import {makeHandoutDocument} from './document.ts'
import type {Measures} from './measures.ts'
import {openSheaf, type Sheaf} from './pick-pages.ts'

/** A printed handout: pages of a print that it shares with others. */
export interface PrintedHandout {
  readonly handout: Handout
  readonly measures: Measures
  readonly sheaf: Sheaf
  /** First page in the print, from 0. */
  readonly from: number
  readonly pages: number
}

export interface BatchSetting {
  readonly edition: Edition
  readonly style: string
  /** The words at the foot. */
  readonly source: string
  readonly world: World
  readonly press: Press
  readonly report: Report
}

/** More in one document hardly save time; fewer make smaller files, for each file has the letters of all. */
const handoutsPerPrint = 40

/** Prints them all; those that could not be printed are reported and left out. */
export async function printHandouts(handouts: readonly Handout[], measures: Measures, setting: BatchSetting): Promise<readonly PrintedHandout[]> {
  const batches = packBatches(handouts)
  return (await eachAtOnce(batches, setting.press.width, (batch) => printBatch(batch, measures, setting))).flat()
}

/** In their order; two with the same article never in one document, where ids are unique. */
export function packBatches(handouts: readonly Handout[], limit = handoutsPerPrint): readonly (readonly Handout[])[] {
  const batches: Handout[][] = []
  const taken = new Set<Id>()
  for (const handout of handouts) {
    const ids = handout.divisions.map(({id}) => id)
    const batch = batches.at(-1)
    if (batch && batch.length < limit && !ids.some((id) => taken.has(id))) batch.push(handout)
    else {
      batches.push([handout])
      taken.clear()
    }
    for (const id of ids) taken.add(id)
  }
  return batches
}

/** A document that fails is printed again in halves, until the handout at fault is alone. */
async function printBatch(batch: readonly Handout[], measures: Measures, setting: BatchSetting): Promise<readonly PrintedHandout[]> {
  const [only, ...others] = batch
  const fault = await tryBatch(batch, measures, setting)
  if (typeof fault === 'object') return fault
  if (!only || others.length === 0) {
    if (only) reportFault(only, fault, setting.report)
    return []
  }
  const middle = Math.ceil(batch.length / 2)
  return [...await printBatch(batch.slice(0, middle), measures, setting), ...await printBatch(batch.slice(middle), measures, setting)]
}

/** The printed handouts, or the scale to which the browser shrank them, or why it ended. */
async function tryBatch(batch: readonly Handout[], measures: Measures, setting: BatchSetting): Promise<readonly PrintedHandout[] | number | string> {
  const {edition, style, world, press, report} = setting
  const html = makeHandoutDocument(edition, style, batch, measures)
  const pictures = picturesOf({matter: 'body', divisions: batch.flatMap(({divisions}) => divisions), openings: new Map(), ids: new Set()}, edition)
  const key = [html, [...pictures.values()].map(({hash}) => hash), press.version]
  try {
    const bytes = await world.recall('handouts', key, async () => press.print({html, pictures: await encodeWebp(pictures, world), tagged: true}))
    const sheaf = openSheaf(bytes)
    const starts = batch.map(({tree}) => sheaf.pageById.get(String(tree.properties['id'])))
    return findShrunkScale(sheaf.pdf) ?? batch.flatMap((handout, at): readonly PrintedHandout[] => {
      const [from, to] = [starts[at], at + 1 < batch.length ? starts[at + 1] : sheaf.pages]
      if (from !== undefined && to !== undefined) return [{handout, measures, sheaf, from, pages: to - from}]
      report('print/place-lost', {id: String(handout.tree.properties['id'])})
      return []
    })
  } catch (error) {
    if (error instanceof PressError) return error.message
    throw error
  }
}

function reportFault({title, file}: Handout, fault: number | string, report: Report): void {
  const [ends, place] = [{first: title, last: title}, file === undefined ? undefined : {file}]
  if (typeof fault === 'number') report('print/shrunk', {percent: Math.round(fault * 100), ...ends}, place)
  else report('print/press-failed', {reason: fault, ...ends}, place)
}
