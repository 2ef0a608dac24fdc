/** Another publisher at work. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {sayAtPublishing} from '../../../support/memory-target.ts'

export function provoke(): Promise<readonly Diagnostic[]> {
  return sayAtPublishing(new Map(), [], 'process 4711 on mill, last seen 2026-11-22T10:00:00.000Z')
}
