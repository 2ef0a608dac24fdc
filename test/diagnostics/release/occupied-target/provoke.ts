/** A folder of a web server with a page of somebody else. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {sayAtPublishing} from '../../../support/memory-target.ts'

export function provoke(): Promise<readonly Diagnostic[]> {
  return sayAtPublishing(new Map([['index.php', new Uint8Array(9)]]))
}
