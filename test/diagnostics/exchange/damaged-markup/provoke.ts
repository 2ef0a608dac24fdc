/** A translation that has lost a link. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {sendAndTake} from '../../../support/exchange-round.ts'

export function provoke(): Promise<readonly Diagnostic[]> {
  return sendAndTake({spoil: (po) => po.replace(/(msgid "See \[bees\]\(\/bees\)."\nmsgstr )""/, '$1"Voir les abeilles."')})
}
