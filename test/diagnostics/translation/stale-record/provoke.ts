/** The record of another text. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {checkRecord} from '../../../../src/translation/sidecar.ts'
import {tryStage} from '../../../support/articles.ts'
import {makeBlock, makeParsed} from '../../../support/blocks.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const record = {sourceLanguage: 'en', beads: [{source: ['1wQx0vYtVd3K'], target: ['Zk2mJ8sRfA_0'], line: 4}, {source: ['p9Vd-2LmTtS7'], target: [], line: 5}]}
  const texts = {source: makeParsed([makeBlock('Sellers and buyers meet here.')]), target: makeParsed([makeBlock('Vendeurs et acheteurs s’y rencontrent.')])}
  return tryStage((report) => checkRecord(record, texts, 'fr/translation/market.beads', report)).found
}
