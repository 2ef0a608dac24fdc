/** A file that is listed but gone when it is to be read. */
import {build} from '../../../../src/build.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeMemoryWorld} from '../../../support/memory-world.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const world = makeMemoryWorld({'en/market.md': '# Market'})
  const listed = [...await world.list(), {path: 'en/barter.md', size: 1}]
  return (await build({...world, list: async () => listed}, {folderName: 'book', strict: false, drafts: false, formats: []})).diagnostics
}
