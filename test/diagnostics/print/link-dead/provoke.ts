/** A finished PDF in which the name of one destination is spoilt. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {verifyPrint} from '../../../../src/verify/print.ts'
import {printWith} from '../../../support/print.ts'
import {makeSkiaPress} from '../../../support/skia-pdf.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const {product, edition, list, report} = await printWith(makeSkiaPress())
  const content = Buffer.from(Buffer.from(product.content).toString('latin1').replace(/\/Dest \/index\b/, '/Dest /indeX'), 'latin1')
  verifyPrint({...product, content}, edition, product.folios, report)
  return list
}
