/** A picture that vanishes between reading and packing. */
import {build} from '../../../../src/build.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {ReadError} from '../../../../src/core/world.ts'
import {makeMemoryWorld} from '../../../support/memory-world.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const gif = Uint8Array.of(0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 3, 0, 2, 0, 0, 0, 0)
  const world = makeMemoryWorld({'en/market.md': '# Market\n\n![A stall](/images/stall.gif)\n', 'images/stall.gif': gif})
  let reads = 0
  const read = async (path: string): Promise<Uint8Array> => {
    if (path === 'images/stall.gif' && reads++ > 0) throw new ReadError('absent file')
    return world.read(path)
  }
  return (await build({...world, read}, {folderName: 'book', strict: false, drafts: false, formats: ['epub']})).diagnostics
}
