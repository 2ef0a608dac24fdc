/** A translation of a paragraph that has become a list. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {sendAndTake} from '../../../support/exchange-round.ts'

export function provoke(): Promise<readonly Diagnostic[]> {
  return sendAndTake({spoil: (po) => po.replace(/(msgid "It is sweet."\nmsgstr )""/, '$1"- Il est\\n- doux."')})
}
