/** A template with a script. */
import {build} from '../../../../src/build.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeMemoryWorld} from '../../../support/memory-world.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const world = makeMemoryWorld({
    'en/market.md': '---\ntitle: Market\n---\n\nSellers and buyers meet here.\n',
    'templates/half-title.html': '<section><script>start()</script><p><slot name="title"></slot></p></section>'
  })
  return (await build(world, {folderName: 'book', strict: false, drafts: false, formats: ['epub']})).diagnostics
}
