/** A passage that the source does not say any more. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {sendAndTake} from '../../../support/exchange-round.ts'

export function provoke(): Promise<readonly Diagnostic[]> {
  return sendAndTake({spoil: (po) => po.replace(/(msgid "It is sweet."\nmsgstr )""/, '$1"Il est doux."'), later: {'en/honey.md': '# Honey\n\nIt is very sweet.\n'}})
}
