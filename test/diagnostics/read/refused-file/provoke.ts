/** A symbolic link among the manuscripts. */
import {build} from '../../../../src/build.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeMemoryWorld} from '../../../support/memory-world.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const world = makeMemoryWorld({'en/market.md': '# Market'}, {refused: {'en/barter.md': 'link'}})
  return (await build(world, {folderName: 'book', strict: false, drafts: false, formats: []})).diagnostics
}
