/** An output folder whose manifest was lost. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {examineRelease} from '../../../../src/publish.ts'
import {makeMemoryFolder, makeOutput} from '../../../support/output-folder.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const output = makeOutput()
  output.delete('manifest.json')
  return (await examineRelease(makeMemoryFolder(output), undefined)).diagnostics
}
