/** Forms that draw one another without end. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {judgeWrongPdf} from '../../../support/wrong-pdfs.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  return judgeWrongPdf('preflight/unread')
}
