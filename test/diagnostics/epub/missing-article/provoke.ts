/** A finished EPUB without one of its articles. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {emitEpub} from '../../../../src/emit/epub/book.ts'
import {verifyEpub} from '../../../../src/verify/epub.ts'
import {tryStage} from '../../../support/articles.ts'
import {makeDivision, makeSampleEdition} from '../../../support/edition.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const edition = makeSampleEdition('en', {articles: 1})
  const product = await emitEpub(edition, () => undefined)
  return tryStage((report) => verifyEpub(product, {...edition, divisions: [...edition.divisions, makeDivision('barter', ['text'])]}, report)).found
}
