/** A book of which one byte was changed, and another that was cut off. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {examineRelease} from '../../../../src/publish.ts'
import {makeMemoryFolder, makeOutput} from '../../../support/output-folder.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const output = makeOutput()
  output.set('en/bees-en.epub', (output.get('en/bees-en.epub') ?? new Uint8Array()).map((byte, at) => at === 9 ? byte ^ 1 : byte))
  output.set('ar/bees-ar.epub', new Uint8Array(10))
  return (await examineRelease(makeMemoryFolder(output), undefined)).diagnostics
}
