/** A publication for the trade that nobody publishes. */
import {makeLedger, type Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeOnix} from '../../../../src/distribute/onix/message.ts'
import {makeRelease} from '../../../support/release.ts'
import {makeTestTrade} from '../../../support/trade.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const {list, report} = makeLedger()
  const {publisher: _, ...release} = makeRelease()
  makeOnix(release, {trade: makeTestTrade()}, report)
  return list
}
