/** A text sent to a translator and taken back, with what may happen to it on the way. */
import type {Diagnostic} from '../../src/core/diagnostic.ts'
import {exportTranslations, importTranslations} from '../../src/exchange/exchange.ts'
import {makeMemoryWorld} from './memory-world.ts'

export interface Round {
  /** What the translator does to the PO file. */
  readonly spoil: (po: string) => string
  /** Files that the publication has besides, or in place of its own. */
  readonly before?: Readonly<Record<string, string>>
  /** Files that are changed before it comes back. */
  readonly later?: Readonly<Record<string, string>>
}

const files = {
  'publication.yaml': 'source-language: en\n', 'en/honey.md': '# Honey\n\nSee [bees](/bees).\n\nIt is sweet.\n', 'en/bees.md': '# Bees\n', 'fr/bees.md': '# Abeilles\n'
}

/** What the import says. */
export async function sendAndTake({spoil, before, later}: Round): Promise<readonly Diagnostic[]> {
  const sent = await exportTranslations(makeMemoryWorld({...files, ...before}), {folderName: 'book', format: 'po', drafts: false, languages: ['fr']})
  const content = new TextEncoder().encode(spoil(sent.files[0]?.text ?? ''))
  return (await importTranslations(makeMemoryWorld({...files, ...before, ...later}), {folderName: 'book', force: false, files: [{name: 'book-fr.po', content}]})).diagnostics
}
