/** A book in Telugu, offline. */
import {build} from '../../../../src/build.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeMemoryWorld} from '../../../support/memory-world.ts'
import {makeSkiaPress} from '../../../support/skia-pdf.ts'

const missingFonts = [{family: 'Noto Serif Telugu', package: '@expo-google-fonts/noto-serif-telugu', reason: 'the network does not answer'}]

export async function provoke(): Promise<readonly Diagnostic[]> {
  const world = makeMemoryWorld({'te/market.md': '---\ntitle: సంత\n---\n\nసంతలో అమ్మేవారు కలుస్తారు.\n'}, {press: makeSkiaPress(), missingFonts})
  return (await build(world, {folderName: 'book', strict: false, drafts: false, formats: ['pdf']})).diagnostics.filter(({code}) => code === 'print/no-fonts')
}
