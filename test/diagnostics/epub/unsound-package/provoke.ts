/** A finished EPUB in English that should have been in Arabic. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {emitEpub} from '../../../../src/emit/epub/book.ts'
import {verifyEpub} from '../../../../src/verify/epub.ts'
import {tryStage} from '../../../support/articles.ts'
import {makeSampleEdition} from '../../../support/edition.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const edition = makeSampleEdition('en', {articles: 1})
  const product = await emitEpub(edition, () => undefined)
  return tryStage((report) => verifyEpub(product, {...edition, spec: {...edition.spec, language: 'ar', direction: 'rtl'}}, report)).found
}
