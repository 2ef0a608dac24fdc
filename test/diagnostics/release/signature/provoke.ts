/** A release without a signature, where one is asked for. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {examineRelease} from '../../../../src/publish.ts'
import {makeMemoryFolder, makeOutput} from '../../../support/output-folder.ts'

const publicKey = 'RWSnyGd88Qxo5uBzbhc14kgmQHTLjK2Uj0TCLiu/d/DfpWpaJODWNmas'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const output = makeOutput()
  return (await examineRelease(makeMemoryFolder(output), publicKey)).diagnostics
}
