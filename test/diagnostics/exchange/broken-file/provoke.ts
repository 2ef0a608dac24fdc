/** A PO file with a string that nothing closes. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {sendAndTake} from '../../../support/exchange-round.ts'

export function provoke(): Promise<readonly Diagnostic[]> {
  return sendAndTake({spoil: (po) => po.replace('msgid "It is sweet."', 'msgid "It is sweet.')})
}
