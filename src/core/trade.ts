/** What shops and aggregators must know of a publication besides the books themselves. */
import type {Format, Place} from './model.ts'

/** Formats that the trade takes as products. */
export const tradedFormats = ['epub', 'kepub', 'kindle', 'pdf', 'screen', 'large-print'] as const satisfies readonly Format[]

export type TradedFormat = (typeof tradedFormats)[number]

/** How a product is to be had: from stock, on order, printed on demand; `available` leaves it open. */
export type Availability = 'available' | 'in-stock' | 'to-order' | 'on-demand'

/** Recommended retail prices, tax included, by currency (ISO 4217); or it costs nothing. */
export type Price = 'free' | ReadonlyMap<string, number>

/** Articles with a keyword are about what these codes of Thema stand for. */
export interface ThemaRow {
  readonly keyword: string
  /** Well-formed. */
  readonly codes: readonly string[]
  readonly place: Place
}

export interface Trade {
  readonly sender: {readonly name?: string; readonly email?: string}
  readonly thema: readonly ThemaRow[]
  /** A format that is not here has no price yet. */
  readonly prices: ReadonlyMap<TradedFormat, Price>
  readonly availability: ReadonlyMap<TradedFormat, Availability>
  /** Where the publisher speaks of it. */
  readonly place: Place
}

/** A subject category begins with a letter of the twenty branches, a qualifier with a digit; national ones end in parts of their own. */
export function isThemaCode(code: string): boolean {
  return /^(?:[ACDFGJKLMNPQRSTUVWXY][A-Z]{0,8}\d{0,2}|[1-6][A-Z]{1,8}\d{0,2})(?:-[A-Z]{2}(?:-[A-Z0-9]{1,8})*)?$/.test(code)
}
