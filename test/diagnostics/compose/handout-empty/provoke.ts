/** A handout of a keyword that no article has. */
import {build} from '../../../../src/build.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeHandoutPress} from '../../../support/handout-press.ts'
import {makeMemoryWorld} from '../../../support/memory-world.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const files = {'en/market.md': '---\ntitle: Market\nkeywords: [trade]\n---\n\nSellers and buyers meet here.\n', 'publication.yaml': 'handouts:\n  - {name: fairs, keyword: fair}\n'}
  return (await build(makeMemoryWorld(files, {press: makeHandoutPress()}), {folderName: 'book', strict: false, drafts: false, formats: ['handouts']})).diagnostics
}
