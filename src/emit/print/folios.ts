/** Puts page numbers in the place of folio nodes. */
import type {ElementContent} from 'hast'
import type {SecondLanguage} from '../../core/bilingual.ts'
import {folioOf} from '../../core/folio.ts'
import {h} from '../../core/hast.ts'
import {commaOf} from '../../core/locale.ts'
import type {Direction, Id} from '../../core/model.ts'
import type {FolioNode} from '../../core/nodes.ts'
import {sayTerm, type Terms} from '../../core/terms.ts'
import {standNumberUpright} from '../../core/typography/upright.ts'
import type {Layout} from './layout.ts'

export interface FolioSetting {
  readonly layout: Layout
  readonly terms: Terms
  readonly script: string
  /** What stands around numbers among words of the second language of an edition in two. */
  readonly second?: SecondLanguage
  readonly direction: Direction
  /** Whether lines run from top to bottom. */
  readonly isVertical?: boolean
  /** The address of an id, in this document or another. */
  readonly hrefOf: (id: Id) => string
}

interface Locator {
  readonly id: Id
  readonly page: number
}

/** Stands for a number not yet known: `000` in the digits of the book, about as wide as most numbers are. */
function unknownFolio({layout}: FolioSetting): string {
  return folioOf(1000, {...layout, frontPages: 0}).slice(1)
}

/** What is set in place of a folio node: links whose words are the page numbers. */
export function setFolio(node: FolioNode, setting: FolioSetting): readonly ElementContent[] {
  if (node.isSecond && setting.second) return setFolio({...node, isSecond: false}, {...setting, terms: setting.second.terms, script: setting.second.script})
  if (node.use === 'index') return setLocators(node.targets, setting)
  const [id] = node.targets
  if (id === undefined) return []
  const page = setting.layout.pageById.get(id)
  const label = page === undefined ? unknownFolio(setting) : folioOf(page, setting.layout)
  if (node.use === 'contents') return [setting.isVertical ? makeVerticalLeader() : makeLeader(setting.direction), makeFolioLink(label, id, setting)]
  return [makeFolioLink(sayTerm(setting.terms, 'page-reference', {page: label}), id, setting)]
}

/** Dots from title to folio, counted from the folio so that they stand below one another; drawn, for dots of text would be read aloud. */
function makeLeader(direction: Direction): ElementContent {
  const [from, to] = direction === 'rtl' ? ['0', '100%'] : ['100%', '0']
  return h('svg', {className: ['leader'], ariaHidden: 'true', height: 3},
    h('line', {x1: from, x2: to, y1: '1.5', y2: '1.5', stroke: '#000', strokeWidth: '1.1', strokeLineCap: 'round', strokeDashArray: ['0 6']}))
}

/** The same in a line from top to bottom. */
function makeVerticalLeader(): ElementContent {
  return h('svg', {className: ['leader'], ariaHidden: 'true', width: 3},
    h('line', {x1: '1.5', x2: '1.5', y1: '100%', y2: '0', stroke: '#000', strokeWidth: '1.1', strokeLineCap: 'round', strokeDashArray: ['0 6']}))
}

function setLocators(targets: readonly Id[], setting: FolioSetting): readonly ElementContent[] {
  const {layout} = setting
  const locators = targets.flatMap((id): readonly Locator[] => {
    const page = layout.pageById.get(id)
    return page === undefined ? [] : [{id, page}]
  })
  const unknown = targets.length - locators.length
  const runs = mergeLocators(locators, layout.frontPages)
  const links = [
    ...runs.map(({first, last}): readonly ElementContent[] => {
      const from = makeFolioLink(folioOf(first.page, layout), first.id, setting)
      if (first.page === last.page) return [from]
      return [from, {type: 'text', value: '–'}, makeFolioLink(folioOf(last.page, layout), last.id, setting)]
    }),
    ...targets.slice(0, unknown).map((id) => [makeFolioLink(unknownFolio(setting), id, setting)])
  ]
  const separator = commaOf(setting.script)
  return links.flatMap((link, place) => place === 0 ? link : [{type: 'text', value: separator} as const, ...link])
}

export interface LocatorRun {
  readonly first: Locator
  readonly last: Locator
}

/** Locators in order of pages, each page once, neighbouring pages as one run; a run never leads from roman to arabic folios. */
export function mergeLocators(locators: readonly Locator[], frontPages: number): readonly LocatorRun[] {
  const sorted = [...locators].sort((a, b) => a.page - b.page)
  const runs: LocatorRun[] = []
  for (const locator of sorted) {
    const run = runs.at(-1)
    if (run?.last.page === locator.page) continue
    const neighbour = run !== undefined && run.last.page + 1 === locator.page && run.last.page !== frontPages
    if (neighbour) runs[runs.length - 1] = {first: run.first, last: locator}
    else runs.push({first: locator, last: locator})
  }
  return runs
}

function makeFolioLink(words: string, id: Id, {isVertical, hrefOf}: FolioSetting): ElementContent {
  return h('a', {className: ['folio'], href: hrefOf(id)}, isVertical ? standNumberUpright(words) : words)
}
