/** Sums that lack a file. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {examineRelease} from '../../../../src/publish.ts'
import {makeMemoryFolder, makeOutput} from '../../../support/output-folder.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const output = makeOutput()
  output.set('SHA256SUMS', Buffer.from(Buffer.from(output.get('SHA256SUMS') ?? []).toString().split('\n').filter((line) => !line.endsWith('bees-en.epub')).join('\n')))
  return (await examineRelease(makeMemoryFolder(output), undefined)).diagnostics
}
