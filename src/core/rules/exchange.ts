/** Diagnostics of files that go to translators and come back: PO, XLIFF, TMX. */
import type {Rules} from './rule.ts'

export const exchangeRules = {} as const satisfies Rules
