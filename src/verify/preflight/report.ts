/** The answer of a preflight: a row for each question that a printer asks, with a light, and diagnostics for what is not good. */
import {makeLedger, type Diagnostic, type Report} from '../../core/diagnostic.ts'
import type {PressColour} from '../../core/paper.ts'
import type {OpenPdf} from './document.ts'
import type {PageFindings, Picture} from './findings.ts'

/** `good`; `note`, to be known; `doubtful`, to be asked; `wrong`, to be mended. */
export type Light = 'good' | 'note' | 'doubtful' | 'wrong'

export interface Row {
  readonly topic: string
  readonly light: Light
  readonly said: string
}

/** What is known of a file beyond itself. */
export interface Expectations {
  /** The inks that it is to be printed with. */
  readonly colour?: PressColour
  /** Millimetres of bleed, where less than the usual three were asked for. */
  readonly bleed?: number
  /** A picture by what is known of it. */
  readonly nameOf?: (picture: Picture) => string | undefined
}

export interface Inspected {
  readonly pdf: OpenPdf
  readonly pages: readonly PageFindings[]
  /** What it claims to be: PDF/X-4, PDF/X-1a:2003. */
  readonly standard: string | undefined
  /** Whether it is made for a press: it says so, or has a bleed. */
  readonly isForPress: boolean
  readonly expectations: Expectations
}

/** Looks at one thing: what it says, and `note` where that is neither good nor bad. */
export type Check = (inspected: Inspected, report: Report) => {readonly said: string; readonly note?: boolean}

/** The row of a check, lit by the worst that it reports. */
export function makeRow(topic: string, check: Check, inspected: Inspected, diagnostics: Diagnostic[]): Row {
  const {list, report} = makeLedger()
  const {said, note} = check(inspected, report)
  diagnostics.push(...list)
  const light = list.some(({severity}) => severity !== 'warning') ? 'wrong' : list.length > 0 ? 'doubtful' : note ? 'note' : 'good'
  return {topic, light, said}
}
