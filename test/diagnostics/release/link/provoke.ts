/** A symbolic link in place of a book. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {examineRelease} from '../../../../src/publish.ts'
import {makeMemoryFolder, makeOutput} from '../../../support/output-folder.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const output = makeOutput()
  output.delete('en/bees-en.pdf')
  return (await examineRelease(makeMemoryFolder(output, new Map([['en/bees-en.pdf', 'link']])), undefined)).diagnostics
}
