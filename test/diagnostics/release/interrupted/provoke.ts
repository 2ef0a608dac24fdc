/** No room is left while contents are sent. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {sayAtPublishing} from '../../../support/memory-target.ts'

export function provoke(): Promise<readonly Diagnostic[]> {
  return sayAtPublishing(new Map(), ['stage'])
}
