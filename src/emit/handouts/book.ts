/** Makes the handouts of an edition: one PDF each, made of a few large prints. */
import type {Report} from '../../core/diagnostic.ts'
import {numberingOf} from '../../core/folio.ts'
import type {Handouts, LateFile} from '../../core/handouts.ts'
import {textOf} from '../../core/hast.ts'
import type {Edition} from '../../core/model.ts'
import type {Pagination} from '../../core/pagination.ts'
import type {Product} from '../../core/product.ts'
import type {World} from '../../core/world.ts'
import {printIdentifierOf} from '../print/identifier.ts'
import type {Margins} from '../print/margins.ts'
import {mergePdf} from '../print/pdf-merge.ts'
import type {BatchSetting, PrintedHandout} from './batches.ts'
import {printFeet, type Feet} from './feet.ts'
import {setReferences} from './references.ts'
import {settleHandouts} from './rounds.ts'

/** The handouts, with page numbers of the book where it was printed too. Each file is made when it is asked for. */
export async function emitHandouts(edition: Edition, handouts: Handouts, pagination: Pagination | undefined, world: World, report: Report): Promise<Product> {
  const {spec: {language, title}, terms} = edition
  const press = await world.press()
  const {list, style, source} = handouts
  const ready = list.map((handout) => ({...handout, tree: setReferences(handout.tree, {terms, title, pagination})}))
  const setting: BatchSetting = {edition, style, source: source.map(textOf).join(' · '), world, press, report}
  const prints = await settleHandouts(ready, setting)
  const feet = await printFeet(prints, handouts, setting)
  const files = prints.map((print): LateFile => ({
    path: `${language}/handouts/${print.handout.name}.pdf`, ...(print.handout.slug !== undefined && {slug: print.handout.slug}), make: () => assemble(print, feet.get(print), edition)
  }))
  return {
    format: 'handouts', language, path: `${language}/handouts`, content: new Uint8Array(), files, links: 0,
    pages: prints.reduce((sum, {pages}) => sum + pages, 0)
  }
}

function assemble({handout, measures: {width, height}, sheaf, from, pages}: PrintedHandout, feet: Feet | undefined, edition: Edition): Uint8Array {
  const {spec: {language, numerals, direction, description, rights}, modified} = edition
  const margins: Margins = feet
    ? {prints: [feet.sheaf.pick(feet.from, feet.from + pages)], placeByPage: new Map(Array.from({length: pages}, (_, page) => [page + 1, {print: 0, page}]))}
    : {prints: [], placeByPage: new Map()}
  const about = [edition.spec.title, description, rights].filter((words) => words !== undefined).join('. ')
  return mergePdf([sheaf.pick(from, from + pages)], {
    title: handout.title, authors: handout.authors, description: about, language, direction, identifier: `${printIdentifierOf(edition)}#${encodeURIComponent(handout.name)}`,
    modified, numbering: {...numberingOf(language, numerals), frontPages: 0}, outline: handout.outline, width, height
  }, margins).bytes
}
