/** Diagnostics of read. */
import type {Rules} from './rule.ts'

export const readRules = {
} as const satisfies Rules
