/** A browser that fails at the cover. */
import {build} from '../../../../src/build.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {PressError} from '../../../../src/core/world.ts'
import {makeMemoryWorld} from '../../../support/memory-world.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const fail = async (): Promise<never> => {
    throw new PressError('it ended twice')
  }
  const press = {version: 'none', width: 1, print: fail, picture: fail}
  const world = makeMemoryWorld({'en/market.md': '# Market\n\nSellers and buyers meet here.\n'}, {press})
  return (await build(world, {folderName: 'book', strict: false, drafts: false, formats: ['epub']})).diagnostics
}
