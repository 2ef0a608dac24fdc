/** A browser that fails at every job. */
import {build} from '../../../../src/build.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {PressError} from '../../../../src/core/world.ts'
import {makeMemoryWorld} from '../../../support/memory-world.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const print = async (): Promise<never> => {
    throw new PressError('it ended twice')
  }
  const world = makeMemoryWorld({'en/market.md': '---\ntitle: Market\n---\n\nSellers and buyers meet here.\n'}, {press: {version: 'none', width: 1, print, picture: print}})
  return (await build(world, {folderName: 'book', strict: false, drafts: false, formats: ['pdf']})).diagnostics
}
