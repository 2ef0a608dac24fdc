/** Diagnostics of parse: front matter and Markdown. */
import type {Rules} from './rule.ts'

export const parseRules = {
  'parse/limit-exceeded': {
    severity: 'error',
    message: (f: {limit: string}) => `Unexpected manuscript that exceeds the limit of ${f.limit}, expected one that can be parsed; its text is left out of the book. Split it, or look for runs of repeated brackets or marks`
  }
} as const satisfies Rules
