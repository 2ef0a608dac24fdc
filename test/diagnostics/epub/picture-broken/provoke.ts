/** A picture whose head is sound and whose pixels are not. */
import {build} from '../../../../src/build.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeMemoryWorld} from '../../../support/memory-world.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const gif = new Uint8Array([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 3, 0, 2, 0, 0, 0, 0, ...Buffer.from('broken')])
  const world = makeMemoryWorld({'en/market.md': '# Market\n\n![A stall](/images/stall.gif)\n', 'images/stall.gif': gif})
  return (await build(world, {folderName: 'book', strict: false, drafts: false, formats: ['epub']})).diagnostics
}
