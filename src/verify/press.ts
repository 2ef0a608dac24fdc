/** Checks the finished press file as a printer would, and names pictures by their files. */
import type {Report} from '../core/diagnostic.ts'
import type {Edition} from '../core/model.ts'
import type {Product} from '../core/product.ts'
import type {Picture} from './preflight/findings.ts'
import {inspectPdf} from './preflight/inspect.ts'

/** Reports what the preflight finds, at the product's path. */
export async function verifyPress({content, path}: Product, {publication: {print}, resources}: Edition, report: Report): Promise<void> {
  const pictures = [...resources.values()]
  const nameOf = ({hash, width, height}: Picture): string | undefined => {
    const alike = pictures.filter((resource) => resource.hash === hash || resource.width === width && resource.height === height)
    return (alike.find((resource) => resource.hash === hash) ?? (alike.length === 1 ? alike[0] : undefined))?.path
  }
  await inspectPdf(content, path, report, {colour: print.press.colour, nameOf})
}
