/** Two translations of one passage. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {sendAndTake} from '../../../support/exchange-round.ts'

export function provoke(): Promise<readonly Diagnostic[]> {
  return sendAndTake({spoil: (po) => { const [entry = ''] = /msgctxt "honey#paragraph[^]*$/.exec(po) ?? []; return `${po.replace(entry, '')}${entry.replace('msgstr ""', 'msgstr "Il est doux."')}\n${entry.replace('msgstr ""', 'msgstr "Il est sucré."')}` }})
}
