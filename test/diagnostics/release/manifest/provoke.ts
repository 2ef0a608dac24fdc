/** A manifest with a path that leads out of the folder. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {examineRelease} from '../../../../src/publish.ts'
import {makeMemoryFolder, makeOutput} from '../../../support/output-folder.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const output = makeOutput()
  output.set('manifest.json', Buffer.from(Buffer.from(output.get('manifest.json') ?? []).toString().replace('bees-concordance.csv', '../bees.csv')))
  return (await examineRelease(makeMemoryFolder(output), undefined)).diagnostics
}
