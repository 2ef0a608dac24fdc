/** A book was renamed by a system to which all letters are alike. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {examineRelease} from '../../../../src/publish.ts'
import {makeMemoryFolder, makeOutput} from '../../../support/output-folder.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const output = makeOutput()
  output.set('en/Bees-EN.pdf', output.get('en/bees-en.pdf') ?? new Uint8Array()).delete('en/bees-en.pdf')
  return (await examineRelease(makeMemoryFolder(output), undefined)).diagnostics
}
