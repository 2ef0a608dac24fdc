/** A press that "prints" handouts in no time: as many pages for each as the words of its text and the type size ask for. */
import type {Press, PrintJob} from '../../src/core/world.ts'
import {makeSkiaPdf, makeSkiaPress, type SkiaPage} from './skia-pdf.ts'

/** Pages of a handout from its HTML and the type size of the document, in points. */
export type PagesOf = (html: string, fontSize: number) => number

export function makeHandoutPress(pagesOf: PagesOf = () => 1): Press & {readonly jobs: readonly PrintJob[]} {
  const skia = makeSkiaPress()
  const jobs: PrintJob[] = []
  const print = async (job: PrintJob): Promise<Uint8Array> => {
    const {html} = job
    if (html.includes('<body class="handout-feet">')) {
      jobs.push(job)
      return makeSkiaPdf(html.split('class="handout-page"').slice(1).map((page) => ({foot: /class="number">([^<]*)/.exec(page)?.[1] ?? '.'})))
    }
    if (!html.includes('<body class="handouts">')) return skia.print(job)
    jobs.push(job)
    const fontSize = Number(/:root\{font-size:([\d.]+)pt/.exec(html)?.[1])
    const body = html.slice(html.indexOf('<body'), html.indexOf('<nav hidden>'))
    const wanted = new Set([...html.slice(html.indexOf('<nav hidden>')).matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? ''))
    const pages = body.split(/(?=<section class="handout)/).slice(1).flatMap((piece): readonly SkiaPage[] => {
      const ids = [...piece.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '').filter((id) => wanted.has(id))
      const links = [...piece.matchAll(/href="#([^"]+)"/g)].map(([, to = '']) => ({to, text: 'x'}))
      return [{ids, links}, ...Array.from({length: pagesOf(piece, fontSize) - 1}, () => ({}))]
    })
    return makeSkiaPdf(pages)
  }
  return {...skia, print, jobs}
}
