/** The publisher accepts an article whose name is mistyped. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {judgeStatus} from '../../../../src/status.ts'
import {makeMemoryWorld} from '../../../support/memory-world.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const files = {'en/market.md': '---\ntitle: Market\n---\n\nBuyers meet sellers.\n', 'fr/market.md': '---\ntitle: Le marché\n---\n\nAcheteurs et vendeurs.\n'}
  const accept = {slugs: ['markte', 'wool'], date: '2026-11-22'}
  return (await judgeStatus(makeMemoryWorld(files), {folderName: 'book', drafts: false, strict: false, accept})).diagnostics
}
