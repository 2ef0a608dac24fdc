/** Runes, which no font of the house has. */
import {build} from '../../../../src/build.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeMemoryWorld} from '../../../support/memory-world.ts'
import {makeSkiaPress} from '../../../support/skia-pdf.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const coverage = {has: (codePoint: number) => codePoint < 0x16a0 || codePoint > 0x16ff, families: new Set(['NotoSerif'])}
  const world = makeMemoryWorld({'en/market.md': '---\ntitle: Market\n---\n\nSellers and buyers meet at the rune ᚠ, and ᚠ again.\n'}, {press: makeSkiaPress(), coverage})
  return (await build(world, {folderName: 'book', strict: false, drafts: false, formats: ['pdf']})).diagnostics.filter(({code}) => code === 'print/no-glyph')
}
