/** A finished PDF with a font of the machine. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {verifyFonts} from '../../../../src/verify/fonts.ts'
import {printWith} from '../../../support/print.ts'
import {makeSkiaPress} from '../../../support/skia-pdf.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const {product, edition, list, report} = await printWith(makeSkiaPress())
  const content = Buffer.from(Buffer.from(product.content).toString('latin1').replaceAll('+NotoSerif-Regular', '+DejaVuSerif-Roman'), 'latin1')
  verifyFonts({...product, content}, {...edition, resources: new Map()}, {has: () => true, families: new Set(['NotoSerif'])}, report)
  return list
}
