/** A folder that cannot be listed. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {sayAtPublishing} from '../../../support/memory-target.ts'

export function provoke(): Promise<readonly Diagnostic[]> {
  return sayAtPublishing(new Map(), ['list'])
}
