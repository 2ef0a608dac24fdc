/** An EPUB that may hold five thousand bytes only: one of 4 GiB takes too long for a test. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeLedger} from '../../../../src/core/diagnostic.ts'
import {emitEpub} from '../../../../src/emit/epub/book.ts'
import {makeSampleEdition} from '../../../support/edition.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const {list, report} = makeLedger()
  await emitEpub(makeSampleEdition('en'), report, {bytes: 5000})
  return list
}
