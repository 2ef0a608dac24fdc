/** A file of the system beside the books. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {examineRelease} from '../../../../src/publish.ts'
import {makeMemoryFolder, makeOutput} from '../../../support/output-folder.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const output = makeOutput()
  output.set('en/.DS_Store', new Uint8Array(8))
  return (await examineRelease(makeMemoryFolder(output), undefined)).diagnostics
}
