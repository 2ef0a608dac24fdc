/** A terms file for a language that has none of ours, without one of its lines. */
import {build} from '../../../../src/build.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeMemoryWorld, recallHouse} from '../../../support/memory-world.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const terms = (await recallHouse('templates')).get('terms/de.yaml') ?? ''
  const world = makeMemoryWorld({'yi/markt.md': '# Markt', 'templates/terms/yi.yaml': terms.replace(/^colophon:.*\n/m, '')})
  return (await build(world, {folderName: 'book', strict: false, drafts: false, formats: []})).diagnostics
}
