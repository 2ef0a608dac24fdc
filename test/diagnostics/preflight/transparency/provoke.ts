/** Half a tint in PDF/X-1a. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {judgeWrongPdf} from '../../../support/wrong-pdfs.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  return judgeWrongPdf('preflight/transparency')
}
