/** What the steps of parsing one manuscript share: whom they parse for, and how they report. */
import type {Code, Facts, Report} from '../core/diagnostic.ts'
import type {Language, Manuscript, Place} from '../core/model.ts'
import type {Terms} from '../core/terms.ts'

interface Positioned {
  readonly position?: {readonly start: {readonly line: number; readonly column: number}} | undefined
}

export interface Context {
  readonly file: string
  readonly language: Language
  readonly terms: Terms
  /** Reports at the start of a node. */
  readonly report: <C extends Code>(code: C, facts: Facts<C>, node?: Positioned) => void
  /** Counts a kind of find; one diagnostic each is reported at the end, at the first place. */
  readonly tally: (code: TallyCode, kind: string, line?: number) => void
  /** Reports what was counted. */
  readonly settleTally: () => void
}

type TallyCode = 'parse/dropped-html' | 'parse/dropped-handler' | 'parse/illegal-character' | 'parse/bidi-override' | 'parse/unbalanced-isolate'

interface Tally {
  readonly code: TallyCode
  readonly kind: string
  readonly line: number | undefined
  count: number
}

/** The context of one manuscript. */
export function makeContext(manuscript: Manuscript, terms: Terms, report: Report): Context {
  const tallies = new Map<string, Tally>()
  const {file, language} = manuscript
  return {
    file, language, terms,
    report: (code, facts, node) => report(code, facts, placeOf(file, node)),
    tally: (code, kind, line) => {
      const tally = tallies.get(`${code} ${kind}`)
      if (tally) tally.count++
      else tallies.set(`${code} ${kind}`, {code, kind, line, count: 1})
    },
    settleTally: () => {
      for (const tally of tallies.values()) reportTally(tally, file, report)
    }
  }
}

function reportTally({code, kind, line, count}: Tally, file: string, report: Report): void {
  const place = {file, ...(line !== undefined && {line})}
  if (code === 'parse/dropped-html') report(code, {tag: kind, count}, place)
  else if (code === 'parse/dropped-handler') report(code, {attribute: kind, count}, place)
  else report(code, {characters: kind, count}, place)
}

function placeOf(file: string, node: Positioned | undefined): Place {
  const start = node?.position?.start
  return start ? {file, line: start.line, column: start.column} : {file}
}
