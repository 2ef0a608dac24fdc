/** A browser that prints another number in the contents than it was given. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {verifyPrint} from '../../../../src/verify/print.ts'
import {printWith} from '../../../support/print.ts'
import {makeSkiaPress} from '../../../support/skia-pdf.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const press = makeSkiaPress()
  const wrong = {...press, print: (job: Parameters<typeof press.print>[0]) =>
    press.print({...job, html: job.html.replace(/(href="#?(?:urn:x:)?cold-calling">)\d+</, '$17<')})}
  const {product, edition, list, report} = await printWith(wrong)
  verifyPrint(product, edition, product.folios, report)
  return list
}
