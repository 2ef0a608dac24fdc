/** A description that no back of a book has room for. */
import {build} from '../../../../src/build.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeMemoryWorld} from '../../../support/memory-world.ts'
import {makeJacketPress} from '../../../support/jacket-press.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const files = {'en/market.md': '# Market\n\nSellers and buyers meet here.\n', 'publication.yaml': `title: Market\ndescription: ${'Sellers and buyers. '.repeat(300)}\n`}
  const world = makeMemoryWorld(files, {press: makeJacketPress()})
  return (await build(world, {folderName: 'book', strict: false, drafts: false, formats: ['cover']})).diagnostics
}
