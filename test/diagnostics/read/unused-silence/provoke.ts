/** A silence of a warning that nothing gives. */
import {build} from '../../../../src/build.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeMemoryWorld} from '../../../support/memory-world.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const world = makeMemoryWorld({
    'en/market.md': '---\ntitle: Market\n---\n\nSellers and buyers meet here.\n', 'publication.yaml': 'formats: [epub]\nsilence: [link/dangling]\n'
  })
  return (await build(world, {folderName: 'book', strict: false, drafts: false})).diagnostics
}
