/** Diagnostics of translation: editions beside their source. */
import type {Rules} from './rule.ts'

export const translationRules = {} as const satisfies Rules
