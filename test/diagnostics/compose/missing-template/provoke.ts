/** A set of templates without the one that is asked for. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeFill} from '../../../../src/compose/template.ts'
import {makeTerms, tryStage} from '../../../support/articles.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  return tryStage((report) => makeFill(new Map(), makeTerms(), report)('colophon', {})).found
}
