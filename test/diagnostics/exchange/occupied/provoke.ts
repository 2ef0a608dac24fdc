/** A file that stands where a new translation belongs. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {sendAndTake} from '../../../support/exchange-round.ts'

export function provoke(): Promise<readonly Diagnostic[]> {
  return sendAndTake({spoil: (po) => po.replace(/(msgid "It is sweet."\nmsgstr )""/, '$1"Il est doux."'), before: {'fr/honey.md': '---\nslug: miel\n---\n\n# Miel\n'}})
}
