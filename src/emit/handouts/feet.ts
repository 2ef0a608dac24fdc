/** The feet of handouts, printed by themselves for many handouts at once: where the sheet comes from, and “2 / 3”. */
import type {Element} from 'hast'
import {folioOf, numberingOf} from '../../core/folio.ts'
import {h} from '../../core/hast.ts'
import type {Handouts} from '../../core/handouts.ts'
import type {Edition} from '../../core/model.ts'
import {maybeOfPress} from '../print/failure.ts'
import {stringifyDocument} from '../print/html.ts'
import {eachAtOnce} from '../print/passes.ts'
import type {BatchSetting, PrintedHandout} from './batches.ts'
import {footType, makePageCss, type Measures} from './measures.ts'
import {openSheaf, type Sheaf} from './pick-pages.ts'

/** Where the feet of a handout stand: pages of a print from `from`, as many as the handout has. */
export interface Feet {
  readonly sheaf: Sheaf
  readonly from: number
}

const handoutsPerPrint = 200

/** Feet by handout. */
export async function printFeet(
  prints: readonly PrintedHandout[], {style, source}: Pick<Handouts, 'style' | 'source'>, {edition, press, world, report}: BatchSetting
): Promise<ReadonlyMap<PrintedHandout, Feet>> {
  const cut = (group: readonly PrintedHandout[]) => Array.from({length: Math.ceil(group.length / handoutsPerPrint)}, (_, at) => group.slice(at * handoutsPerPrint, (at + 1) * handoutsPerPrint))
  const batches = groupByMeasures(prints).flatMap(cut)
  const printed = await eachAtOnce(batches, press.width, async (batch) => {
    const html = makeFeetDocument(batch, edition, style, source)
    const work = world.recall('handouts', [html, press.version], async () => press.print({html, pictures: new Map(), tagged: false}))
    const bytes = await maybeOfPress(work, report, {first: batch[0]?.handout.title ?? '', last: batch.at(-1)?.handout.title ?? ''})
    if (!bytes) return []
    const sheaf = openSheaf(bytes)
    let from = 0
    return batch.map((print): readonly [PrintedHandout, Feet] => {
      const feet = {sheaf, from}
      from += print.pages
      return [print, feet]
    })
  })
  return new Map(printed.flat())
}

function groupByMeasures(prints: readonly PrintedHandout[]): readonly (readonly PrintedHandout[])[] {
  const groups = new Map<string, PrintedHandout[]>()
  for (const print of prints) {
    const key = makePageCss(print.measures)
    groups.set(key, [...groups.get(key) ?? [], print])
  }
  return [...groups.values()]
}

function makeFeetDocument(prints: readonly PrintedHandout[], edition: Edition, style: string, source: Handouts['source']): string {
  const {spec} = edition
  const [first] = prints
  const numbering = {...numberingOf(spec.language, spec.numerals), frontPages: 0}
  return stringifyDocument({
    ...spec, css: [style, first ? makeFootCss(first.measures) : ''], className: 'handout-feet',
    children: prints.flatMap(({pages}) => Array.from({length: pages}, (_, at): Element =>
      h('div', {className: ['handout-page']}, h('div', {className: ['foot']}, h('ul', {className: ['source']}, source),
        pages < 2 ? undefined : h('span', {className: ['number']}, `${folioOf(at + 1, numbering)} / ${folioOf(pages, numbering)}`)))))
  })
}

/** Pages without margins, a millimetre lower than the paper: the browser rounds pages, and nothing may run over. */
function makeFootCss(measures: Measures): string {
  const {width, height, margins: {bottom, side}} = measures
  return [
    makePageCss(measures), `@page{size:${width}mm ${height}mm;margin:0}`, `.handout-page{height:${height - 1}mm}`,
    `.handout-page>.foot{top:${height - bottom + footType.distance}mm;left:${side}mm;right:${side}mm;font-size:${footType.size}pt;line-height:${footType.line}mm}`
  ].join('\n')
}
