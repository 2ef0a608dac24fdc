/** Diagnostics of compose. */
import type {Rules} from './rule.ts'

export const composeRules = {
} as const satisfies Rules
