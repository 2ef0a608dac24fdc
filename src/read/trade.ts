/** What shops and aggregators must know, as the publisher writes it under `trade`. */
import type {Report} from '../core/diagnostic.ts'
import type {Place} from '../core/model.ts'
import {isThemaCode, tradedFormats, type Availability, type Price, type ThemaRow, type Trade, type TradedFormat} from '../core/trade.ts'

type PriceSpec = 'free' | Readonly<Record<string, number>>

export interface TradeSpec {
  readonly sender?: {readonly name?: string; readonly email?: string}
  readonly thema?: Readonly<Record<string, string | readonly string[]>>
  readonly prices?: 'free' | Readonly<Partial<Record<TradedFormat, PriceSpec>>>
  readonly availability?: Readonly<Partial<Record<TradedFormat, Availability>>>
}

type PlaceOf = (...path: readonly (string | number)[]) => Place

/** Codes and currencies that are none are reported and left out. */
export function makeTrade(spec: TradeSpec, placeOf: PlaceOf, report: Report): Trade {
  const {sender = {}, thema = {}, prices = {}, availability = {}} = spec
  return {
    sender, place: placeOf('trade'),
    thema: Object.entries(thema).map(([keyword, codes]) => makeRow(keyword, typeof codes === 'string' ? [codes] : codes, placeOf, report)),
    prices: new Map(tradedFormats.flatMap((format) => {
      const price = prices === 'free' ? prices : prices[format]
      return price === undefined ? [] : [[format, makePrice(price, ['trade', 'prices', format], placeOf, report)] as const]
    })),
    availability: new Map(tradedFormats.flatMap((format) => availability[format] === undefined ? [] : [[format, availability[format]] as const]))
  }
}

function makeRow(keyword: string, codes: readonly string[], placeOf: PlaceOf, report: Report): ThemaRow {
  const place = placeOf('trade', 'thema', keyword)
  for (const code of codes) if (!isThemaCode(normalizeCode(code))) report('distribute/thema-code', {code, keyword}, place)
  return {keyword, codes: codes.map(normalizeCode).filter(isThemaCode), place}
}

function normalizeCode(code: string): string {
  return code.trim().toUpperCase()
}

function makePrice(spec: PriceSpec, path: readonly string[], placeOf: PlaceOf, report: Report): Price {
  if (spec === 'free') return 'free'
  const known = new Set(Intl.supportedValuesOf('currency'))
  for (const currency of Object.keys(spec)) {
    if (!known.has(currency)) report('read/value', {key: [...path, currency].join('.'), expected: 'a currency of ISO 4217 such as EUR'}, placeOf(...path, currency))
  }
  return new Map(Object.entries(spec).filter(([currency]) => known.has(currency)))
}
