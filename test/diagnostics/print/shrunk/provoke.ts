/** Pages that the browser has shrunk to two thirds. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {printWith} from '../../../support/print.ts'
import {makeSkiaPress} from '../../../support/skia-pdf.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  return (await printWith(makeSkiaPress(() => 1, {scale: 2.083}))).list
}
