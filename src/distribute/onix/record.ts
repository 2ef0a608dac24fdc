/** A product as the trade knows it, and the elements that all parts of its record are made of. */
import type {Element} from 'xast'
import type {Release, ReleasedEdition, ReleasedFile, ReleasedProduct} from '../../core/release.ts'
import {tradedFormats, type Trade, type TradedFormat} from '../../core/trade.ts'
import {element} from '../xml.ts'

/** One record of the message. */
export interface Traded {
  readonly release: Release
  readonly trade: Trade
  readonly edition: ReleasedEdition
  readonly product: ReleasedProduct
  readonly format: TradedFormat
  readonly file: ReleasedFile
}

/** Every edition in every format that the trade takes. */
export function listTraded(release: Release, trade: Trade): readonly Traded[] {
  return release.editions.flatMap((edition) => edition.products.flatMap((product) => {
    const format = tradedFormats.find((each) => each === product.format)
    const [file] = product.files
    return format && file ? [{release, trade, edition, product, format, file}] : []
  }))
}

/** Whether it is a file; else it is printed. */
export function isDigital(format: TradedFormat): boolean {
  return format !== 'pdf' && format !== 'large-print'
}

/** Whether its text flows as its reader wants. */
export function isReflowable(format: TradedFormat): boolean {
  return isDigital(format) && format !== 'screen'
}

/** An element with other elements in it; `undefined` are left out. */
export function group(name: string, ...children: readonly (Element | undefined)[]): Element {
  return element(name, {}, children)
}

/** The same, or nothing where it would be empty. */
export function maybeGroup(name: string, ...children: readonly (Element | undefined)[]): Element | undefined {
  return children.some((child) => child) ? group(name, ...children) : undefined
}

/** An element with words or a code in it. */
export function value(name: string, words: string | number, attributes: Readonly<Record<string, string | undefined>> = {}): Element {
  return element(name, attributes, [String(words)])
}

/** Thirteen digits as a trade item and as an ISBN; else our own URN. */
export function identify({isbn, identifier}: ReleasedProduct): readonly Element[] {
  if (isbn === undefined) return [group('ProductIdentifier', value('ProductIDType', '01'), value('IDTypeName', 'URN'), value('IDValue', identifier))]
  return ['03', '15'].map((type) => group('ProductIdentifier', value('ProductIDType', type), value('IDValue', isbn)))
}

/** Who publishes, as far as it is known. */
export function publisherOf({publisher, name}: Release, {sender}: Trade): string {
  return publisher ?? sender.name ?? name
}

/** `20261121` */
export function compactDate(date: string): string {
  return date.slice(0, 10).replaceAll('-', '')
}

/** The publication date lies behind the last change. */
export function isForthcoming({date, modified}: Release): boolean {
  return date !== undefined && date > modified.slice(0, 10)
}
