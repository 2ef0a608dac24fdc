/** The shape of a row in the table of diagnostics. */
import type {Severity} from '../diagnostic.ts'

export interface Rule {
  readonly severity: Severity
  readonly message: (facts: never) => string
}

export type Rules = Readonly<Record<string, Rule>>
