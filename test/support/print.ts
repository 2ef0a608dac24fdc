/** The sample edition printed by some press, with all that is needed to verify it. */
import {makeLedger, type Diagnostic, type Report} from '../../src/core/diagnostic.ts'
import type {Edition} from '../../src/core/model.ts'
import type {Press} from '../../src/core/world.ts'
import {emitPrint, type PrintedBook} from '../../src/emit/print/book.ts'
import {makeSampleEdition} from './edition.ts'
import {makeMemoryWorld} from './memory-world.ts'

export interface Printed {
  readonly edition: Edition
  readonly product: PrintedBook
  readonly list: readonly Diagnostic[]
  readonly report: Report
  readonly codes: readonly string[]
}

/** Prints in documents of so many estimated pages. */
export async function printWith(press: Press, edition: Edition = makeSampleEdition('fr', {articles: 6}), pagesPerChunk?: number): Promise<Printed> {
  const {list, report} = makeLedger()
  const product = await emitPrint(edition, makeMemoryWorld({}, {press}), report, pagesPerChunk === undefined ? {} : {pagesPerChunk})
  return {edition, product, list, report, codes: list.map(({code}) => code)}
}
