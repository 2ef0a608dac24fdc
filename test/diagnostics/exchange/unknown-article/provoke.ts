/** A file with passages of an article that the source does not have. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {sendAndTake} from '../../../support/exchange-round.ts'

export function provoke(): Promise<readonly Diagnostic[]> {
  return sendAndTake({spoil: (po) => po.replaceAll('honey#', 'hney#').replace(/(msgid "It is sweet."\nmsgstr )""/, '$1"Il est doux."')})
}
