/** Problems: a closed table of codes, typed facts, and a place to blame. */
import type {Place} from './model.ts'
import {changesRules} from './rules/changes.ts'
import {composeRules} from './rules/compose.ts'
import {distributeRules} from './rules/distribute.ts'
import {emitRules} from './rules/emit.ts'
import {exchangeRules} from './rules/exchange.ts'
import {linkRules} from './rules/link.ts'
import {parityRules} from './rules/parity.ts'
import {parseRules} from './rules/parse.ts'
import {preflightRules} from './rules/preflight.ts'
import {readRules} from './rules/read.ts'
import {releaseRules} from './rules/release.ts'
import {translationRules} from './rules/translation.ts'
import {verifyDocumentRules} from './rules/verify-document.ts'
import {verifyPackageRules} from './rules/verify-package.ts'

/**
 * `fatal`: the edition cannot be published and the former one stays. `error`: published, but something is lost; exit
 * status 1. `warning`: worth mending; can be silenced, and counts as fatal with `--strict`.
 */
export type Severity = 'fatal' | 'error' | 'warning'

const rules = {...readRules, ...parseRules, ...linkRules, ...translationRules, ...parityRules, ...exchangeRules, ...composeRules, ...emitRules, ...verifyPackageRules, ...verifyDocumentRules, ...preflightRules, ...changesRules, ...releaseRules, ...distributeRules}

export type Code = keyof typeof rules
/** The facts that a code's sentence needs. */
export type Facts<C extends Code> = Parameters<(typeof rules)[C]['message']>[0]

export interface Diagnostic {
  readonly code: Code
  readonly severity: Severity
  /** What the sentence was made from. */
  readonly facts: Readonly<Record<string, unknown>>
  /** "Unexpected X, expected Y." and what to do. */
  readonly message: string
  readonly place?: Place
}

export type Report = <C extends Code>(code: C, facts: Facts<C>, place?: Place) => void

/** Every code, for `explain` and for the test that each has its folder. */
export const codes = Object.keys(rules) as readonly Code[] // the keys of a constant object

/** The diagnostic for a code: its sentence is made from the facts here and nowhere else. */
export function makeDiagnostic<C extends Code>(code: C, facts: Facts<C>, place?: Place): Diagnostic {
  const rule: {severity: Severity; message: (facts: never) => string} = rules[code]
  const message = rule.message(facts as never) // facts are typed by the code at every call
  return {code, severity: rule.severity, facts: {...facts}, message, ...(place && {place})}
}

/** Sorted by file, line, column, code, message, so that the order of work never shows; what is said twice of one place is said once. */
export function sortDiagnostics(list: readonly Diagnostic[]): readonly Diagnostic[] {
  const sorted = [...list].sort(compareDiagnostics)
  return sorted.filter((diagnostic, at) => at === 0 || compareDiagnostics(sorted[at - 1] ?? diagnostic, diagnostic) !== 0)
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return compare(a.place?.file ?? '', b.place?.file ?? '') ||
    (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
    (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
    compare(a.code, b.code) || compare(a.message, b.message)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What stages report, and by which they do. */
export interface Ledger {
  readonly list: Diagnostic[]
  readonly report: Report
}

export function makeLedger(): Ledger {
  const list: Diagnostic[] = []
  return {list, report: (code, facts, place) => void list.push(makeDiagnostic(code, facts, place))}
}

/** The severity of a code, `undefined` for a word that is no code. */
export function maybeSeverity(code: string): Severity | undefined {
  return (codes as readonly string[]).includes(code) ? rules[code as Code].severity : undefined // just found among the codes
}

/** A code that the publisher silences, everywhere or below one file or folder. */
export interface Silence {
  readonly code: string
  readonly file?: string
  readonly place: Place
}
