/** A web address with an impossible port. */
import {build} from '../../../../src/build.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeMemoryWorld} from '../../../support/memory-world.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const world = makeMemoryWorld({
    'en/market.md': '---\ntitle: Market\n---\n\nAsk [our shop](https://shop.example:port/).\n'
  })
  return (await build(world, {folderName: 'book', strict: false, drafts: false, formats: ['epub']})).diagnostics
}
