/** A translation that was changed in the publication after the export. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {sendAndTake} from '../../../support/exchange-round.ts'

export function provoke(): Promise<readonly Diagnostic[]> {
  return sendAndTake({spoil: (po) => po.replace('"Il est doux."', '"Il est sucré."'), before: {'fr/honey.md': '# Miel\n\nIl est doux.\n'}, later: {'fr/honey.md': '# Miel\n\nIl est très doux.\n'}})
}
