/** A finished PDF that is none. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {verifyPrint} from '../../../../src/verify/print.ts'
import {tryStage} from '../../../support/articles.ts'
import {makeSampleEdition} from '../../../support/edition.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const product = {format: 'pdf' as const, language: 'en', path: 'en/book-en.pdf', content: new TextEncoder().encode('%PDF-1.4'), pages: 12, links: 0}
  return tryStage((report) => verifyPrint(product, makeSampleEdition('en'), new Map(), report)).found
}
