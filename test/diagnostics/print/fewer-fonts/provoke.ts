/** A Telugu word in an English book, offline. */
import {build} from '../../../../src/build.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeMemoryWorld} from '../../../support/memory-world.ts'
import {makeSkiaPress} from '../../../support/skia-pdf.ts'

const missingFonts = [{family: 'Noto Serif Telugu', package: '@expo-google-fonts/noto-serif-telugu', reason: 'the network does not answer'}]

export async function provoke(): Promise<readonly Diagnostic[]> {
  const world = makeMemoryWorld({'en/market.md': '---\ntitle: Market\n---\n\nSellers meet at the :span[సంత]{lang=te}.\n'}, {press: makeSkiaPress(), missingFonts})
  return (await build(world, {folderName: 'book', strict: false, drafts: false, formats: ['pdf']})).diagnostics.filter(({code}) => code === 'print/fewer-fonts')
}
