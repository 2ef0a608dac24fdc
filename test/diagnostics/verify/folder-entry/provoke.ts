/** An entry for a folder. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {inspectBroken} from '../../../support/broken-epubs.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  return inspectBroken('verify/folder-entry')
}
