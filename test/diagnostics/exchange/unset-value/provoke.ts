/** Keywords that are no plain list. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {sendAndTake} from '../../../support/exchange-round.ts'

export function provoke(): Promise<readonly Diagnostic[]> {
  return sendAndTake({spoil: (po) => po.replace(/(msgid "bees"\nmsgstr )"[^"]*"/, '$1"abeilles"'), before: {'en/honey.md': '---\nkeywords: [bees]\n---\n\n# Honey\n\nIt is sweet.\n', 'fr/honey.md': '---\nkeywords:\n  - {term: cire, sort-as: cire}\n---\n\n# Miel\n\nIl est doux.\n'}})
}
