/** Documents of a finished EPUB that are in another language than the edition. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {emitEpub} from '../../../../src/emit/epub/book.ts'
import {verifyEpub} from '../../../../src/verify/epub.ts'
import {tryStage} from '../../../support/articles.ts'
import {makeSampleEdition} from '../../../support/edition.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const sample = makeSampleEdition('en')
  const edition = {...sample, divisions: sample.divisions.filter(({kind}) => kind === 'colophon'), contents: [], landmarks: []}
  const product = await emitEpub(edition, () => undefined)
  return tryStage((report) => verifyEpub(product, {...edition, spec: {...edition.spec, language: 'de'}}, report)).found
}
