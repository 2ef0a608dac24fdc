/** Diagnostics of link. */
import type {Rules} from './rule.ts'

export const linkRules = {
} as const satisfies Rules
