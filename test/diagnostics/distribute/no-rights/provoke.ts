/** Of four editions one says what may be done with it. */
import {makeLedger, type Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeOnix} from '../../../../src/distribute/onix/message.ts'
import {makeRelease} from '../../../support/release.ts'
import {makeTestTrade} from '../../../support/trade.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const {list, report} = makeLedger()
  makeOnix(makeRelease(), {trade: makeTestTrade()}, report)
  return list
}
