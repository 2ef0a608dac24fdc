/** A language asked for that is not there. */
import {build} from '../../../../src/build.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeMemoryWorld} from '../../../support/memory-world.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const world = makeMemoryWorld({'en/market.md': '# Market'})
  return (await build(world, {folderName: 'book', strict: false, drafts: false, formats: [], languages: ['fr']})).diagnostics
}
