/** A cover in colour, and no profile but that of a book in black. */
import {build} from '../../../../src/build.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeIccProfile} from '../../../support/icc-profile.ts'
import {makeJacketPress} from '../../../support/jacket-press.ts'
import {makeMemoryWorld} from '../../../support/memory-world.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const files = {
    'en/market.md': '# Market\n\nSellers and buyers meet here.\n', 'grey.icc': makeIccProfile('prtr', 'GRAY'),
    'publication.yaml': 'title: Market\nprint: {conformance: [pdf-x-4], colour: black, profile: grey.icc}\n'
  }
  return (await build(makeMemoryWorld(files, {press: makeJacketPress()}), {folderName: 'book', strict: false, drafts: false, formats: ['cover']})).diagnostics
}
