/** Another publication at the same place. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeOutput} from '../../../support/output-folder.ts'
import {makeRelease} from '../../../support/release.ts'
import {sayAtPublishing} from '../../../support/memory-target.ts'

export function provoke(): Promise<readonly Diagnostic[]> {
  return sayAtPublishing(makeOutput(makeRelease({name: 'ants', identifier: 'urn:uuid:5d0c5c0e-0000-5000-8000-000000000002'})))
}
