/** A browser that died says so and leaves the other editions alone; any other error is a fault of ours. */
import type {Report} from '../../core/diagnostic.ts'
import type {Place} from '../../core/model.ts'
import {PressError} from '../../core/world.ts'

/** Titles between which the work lies. */
export interface Ends {
  readonly first: string
  readonly last: string
}

/** The value; `undefined`, and a fatal diagnostic, where the browser failed. */
export async function maybeOfPress<T>(work: Promise<T>, report: Report, ends: Ends, place?: Place): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof PressError)) throw error
    report('print/press-failed', {reason: error.message, ...ends}, place)
    return undefined
  }
}
