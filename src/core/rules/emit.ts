/** Diagnostics of emit. */
import type {Rules} from './rule.ts'

export const emitRules = {
} as const satisfies Rules
