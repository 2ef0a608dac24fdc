/** The source was given another name, its translation was not. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {judgeStatus} from '../../../../src/status.ts'
import {makeMemoryWorld} from '../../../support/memory-world.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const files = {
    'publication.yaml': 'source-language: en\n', 'en/markets.md': '---\ntitle: Markets\n---\n\nBuyers meet sellers.\n',
    'fr/market.md': '---\ntitle: Le marché\n---\n\nAcheteurs et vendeurs.\n', 'fr/wool.md': '---\ntitle: La laine\n---\n\nElle se vend au marché.\n'
  }
  return (await judgeStatus(makeMemoryWorld(files), {folderName: 'book', drafts: false, strict: false})).diagnostics
}
