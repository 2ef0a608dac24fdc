/** A handout that has two pages in any type, where one is allowed. */
import {build} from '../../../../src/build.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeHandoutPress} from '../../../support/handout-press.ts'
import {makeMemoryWorld} from '../../../support/memory-world.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const files = {'en/market.md': '---\ntitle: Market\n---\n\nSellers and buyers meet here.\n', 'publication.yaml': 'handouts: {fit: 1}\n'}
  return (await build(makeMemoryWorld(files, {press: makeHandoutPress(() => 2)}), {folderName: 'book', strict: false, drafts: false, formats: ['handouts']})).diagnostics
}
