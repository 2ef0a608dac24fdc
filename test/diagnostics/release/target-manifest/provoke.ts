/** A place whose manifest was cut off. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {sayAtPublishing} from '../../../support/memory-target.ts'

export function provoke(): Promise<readonly Diagnostic[]> {
  return sayAtPublishing(new Map([['manifest.json', Buffer.from('{"hexapla": 1, "name"')]]))
}
