/** A finished EPUB with a document that does not nest. */
import {zipSync} from 'fflate'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {verifyEpub} from '../../../../src/verify/epub.ts'
import {tryStage} from '../../../support/articles.ts'
import {makeSampleEdition} from '../../../support/edition.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const edition = makeSampleEdition('en', {articles: 1})
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
  const content = zipSync({mimetype: [encode('application/epub+zip'), {level: 0}], 'EPUB/market.xhtml': encode('<html xml:lang="en" lang="en" dir="ltr"><body><p></body></html>')})
  return tryStage((report) => verifyEpub({format: 'epub', language: 'en', path: 'en/book-en.epub', content, links: 0}, edition, report)).found
}
