/** A press for whole builds in memory: interiors as usual, a cover as one page. */
import type {Press, PrintJob} from '../../src/core/world.ts'
import {makeSkiaPdf, makeSkiaPress} from './skia-pdf.ts'

export function makeJacketPress(lengthOf?: (id: string, html: string) => number): Press & {readonly jackets: readonly PrintJob[]} {
  const skia = makeSkiaPress(lengthOf)
  const jackets: PrintJob[] = []
  const print = async (job: PrintJob): Promise<Uint8Array> => {
    if (!job.html.includes('<section class="jacket')) return skia.print(job)
    jackets.push(job)
    return makeSkiaPdf([{head: 'cover'}])
  }
  return {...skia, print, jackets}
}
