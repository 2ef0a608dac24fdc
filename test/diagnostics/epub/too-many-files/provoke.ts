/** An EPUB that may hold ten files only: one of 65,000 takes too long for a test. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeLedger} from '../../../../src/core/diagnostic.ts'
import {emitEpub} from '../../../../src/emit/epub/book.ts'
import {makeSampleEdition} from '../../../support/edition.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const {list, report} = makeLedger()
  await emitEpub(makeSampleEdition('en'), report, {limit: 10})
  return list
}
