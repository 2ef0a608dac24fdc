/** A page list that lacks a page of the paper, and has an article on the wrong one. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {verifyPageList} from '../../../../src/verify/page-list.ts'
import {tryStage} from '../../../support/articles.ts'
import {makeDivision, makeSampleEdition} from '../../../support/edition.ts'
import {makeSkiaPdf} from '../../../support/skia-pdf.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const edition = {...makeSampleEdition('en'), contents: [], divisions: [makeDivision('barter', ['text']), makeDivision('market', ['text'])]}
  const pdf = makeSkiaPdf([{head: 'one', ids: ['barter']}, {head: 'two'}, {head: 'three', ids: ['market']}])
  const navigation = '<nav epub:type="page-list"><ol><li><a href="barter.xhtml#page-1">1</a></li><li><a href="market.xhtml#page-2">2</a></li></ol></nav>'
  const documents = [{file: 'barter.xhtml', ids: ['barter', 'page-1']}, {file: 'market.xhtml', ids: ['market', 'page-2']}]
  return tryStage((report) => verifyPageList({edition, navigation, documents}, pdf, report)).found
}
