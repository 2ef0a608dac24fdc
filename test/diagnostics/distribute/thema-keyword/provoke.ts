/** A keyword that no article has, for it is mistyped. */
import {makeLedger, type Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeOnix} from '../../../../src/distribute/onix/message.ts'
import {makeRelease} from '../../../support/release.ts'
import {makeTestTrade} from '../../../support/trade.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const {list, report} = makeLedger()
  const place = {file: 'publication.yaml', line: 5, column: 12}
  makeOnix(makeRelease(), {trade: makeTestTrade({thema: [{keyword: 'bees', codes: ['WNGH'], place}, {keyword: 'candles', codes: ['WFB'], place: {...place, line: 6}}]})}, report)
  return list
}
