/** Checks finished press files and covers as a printer would, and names pictures by their files. */
import type {Report} from '../core/diagnostic.ts'
import type {Edition} from '../core/model.ts'
import type {Product} from '../core/product.ts'
import type {Picture} from './preflight/findings.ts'
import {judge, lookInto} from './preflight/inspect.ts'
import {checkSheets} from './sheets.ts'

/** Reports what the preflight finds, at the product's path; boxes or fonts other than intended are fatal. */
export async function verifyPress(product: Product, edition: Edition, report: Report): Promise<void> {
  const {content, path, format} = product
  const {press: {colour}, bleed} = edition.publication.print
  const inks = format === 'press' || colour === 'cmyk' ? colour : 'rgb' // a book in black has its cover in colour
  const inspected = await lookInto(content, {colour: inks, bleed, nameOf: makeNaming(edition)})
  if (typeof inspected === 'string') {
    report('print/unsound', {reason: `${inspected} in the place of ${path}`})
    return
  }
  checkSheets(inspected, product, edition, report)
  judge(inspected, path, report)
}

/** A picture by its content; one that was coded anew by its size, where only one has that. */
function makeNaming({resources, cover}: Edition): (picture: Picture) => string | undefined {
  const pictures = [...resources.values(), ...(cover?.picture ? [cover.picture] : [])]
  return ({hash, width, height}) => {
    const alike = pictures.filter((resource) => resource.hash === hash || resource.width === width && resource.height === height)
    return (alike.find((resource) => resource.hash === hash) ?? (alike.length === 1 ? alike[0] : undefined))?.path
  }
}
