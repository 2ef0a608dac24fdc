/** A browser that puts an article's heading on no page, as a style that hides it does. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {printWith} from '../../../support/print.ts'
import {makeSkiaPress} from '../../../support/skia-pdf.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const press = makeSkiaPress()
  const hiding = {...press, print: (job: Parameters<typeof press.print>[0]) => press.print({...job, html: job.html.replaceAll(' id="cold-calling"', '')})}
  return (await printWith(hiding)).list
}
