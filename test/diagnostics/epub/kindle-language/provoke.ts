/** A Thai book for Kindle. */
import {build} from '../../../../src/build.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeMemoryWorld} from '../../../support/memory-world.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const world = makeMemoryWorld({'th/market.md': '# ตลาด\n\nผู้ซื้อและผู้ขายพบกันที่นี่\n'})
  return (await build(world, {folderName: 'book', strict: false, drafts: false, formats: ['kindle']})).diagnostics
}
