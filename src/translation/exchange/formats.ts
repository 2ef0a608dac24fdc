/** The formats of exchange: names, extensions, writers and readers. */
import {formatPo, parsePo} from './po.ts'
import {formatTmx, parseTmx} from './tmx.ts'
import {ExchangeFault, type Parcel, type Received} from './unit.ts'
import {formatXliff, parseXliff} from './xliff.ts'

export const exchangeFormats = ['po', 'xliff', 'tmx'] as const
export type ExchangeFormat = (typeof exchangeFormats)[number]

const writers: Readonly<Record<ExchangeFormat, {readonly extension: string; readonly format: (parcel: Parcel) => string}>> = {
  po: {extension: 'po', format: formatPo}, xliff: {extension: 'xlf', format: formatXliff}, tmx: {extension: 'tmx', format: formatTmx}
}

/** The name and the text of a parcel's file. */
export function writeParcel(parcel: Parcel, format: ExchangeFormat): {readonly name: string; readonly text: string} {
  return {name: `${parcel.name}-${parcel.target}.${writers[format].extension}`, text: writers[format].format(parcel)}
}

/** What a file holds, by its content, whatever it is called. Throws `ExchangeFault`. */
export function readParcels(bytes: Uint8Array, file: string): readonly Received[] {
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 4096)).replaceAll('\0', '')
  if (/<(?:\w+:)?xliff\b/.test(start)) return [parseXliff(bytes, file)]
  if (/<tmx\b/.test(start)) return parseTmx(bytes, file)
  if (/^\s*</.test(start.replace(/^[\ufeff\ufffd]+/, ''))) throw new ExchangeFault('XML of another kind, expected XLIFF or TMX', 1)
  return [parsePo(bytes, file)]
}
