/** A terms file with a misspelt name. */
import {build} from '../../../../src/build.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeMemoryWorld, recallHouse} from '../../../support/memory-world.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const terms = (await recallHouse('templates')).get('terms/de.yaml') ?? ''
  const world = makeMemoryWorld({'de/markt.md': '# Markt', 'templates/terms/de.yaml': `indx: Register\n${terms}`})
  return (await build(world, {folderName: 'book', strict: false, drafts: false, formats: []})).diagnostics
}
