/** PDF/X-4 by its name alone. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {judgeWrongPdf} from '../../../support/wrong-pdfs.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  return judgeWrongPdf('preflight/standard')
}
