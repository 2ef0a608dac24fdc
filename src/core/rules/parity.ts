/** Diagnostics of what a translation says otherwise than its source: links, code, numbers, pictures, structure, language. */
import type {Rules} from './rule.ts'

export const parityRules = {} as const satisfies Rules
