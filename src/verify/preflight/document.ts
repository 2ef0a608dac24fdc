/** Opens any PDF by a library that knows all of its forms, and gives what a preflight asks: pages, dictionaries, unpacked streams. */
import {inflateSync} from 'node:zlib'
import {
  decodePDFRawStream, PDFArray, PDFBool, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFObject, PDFRawStream, PDFRef, PDFStream, PDFString
} from '@cantoo/pdf-lib'

export {PDFArray, PDFDict, PDFObject, PDFRawStream, PDFStream}

/** A PDF that can be looked into. */
export interface OpenPdf {
  readonly catalog: PDFDict
  readonly information: PDFDict | undefined
  readonly pages: readonly PDFDict[]
  /** As the file says it: 1.7. */
  readonly version: string
  readonly encrypted: boolean
  /** Whether the file has an /ID. */
  readonly identified: boolean
}

/** No page of a book takes more when unpacked. */
const mostBytes = 256 * 2 ** 20
/** No tree of pages is deeper. */
const deepest = 64

/** Opens it; a text that completes "Unexpected …" where that cannot be. */
export async function openAnyPdf(bytes: Uint8Array): Promise<OpenPdf | string> {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const version = /%PDF-(\d\.\d)/.exec(start)?.[1]
  if (version === undefined) return 'file without the beginning of a PDF'
  const document = await PDFDocument.load(bytes, {ignoreEncryption: true, updateMetadata: false, warnOnInvalidObjects: false}).catch((error: unknown) => String(error))
  if (typeof document === 'string') return 'file that is damaged or cut off'
  try {
    const {catalog, context} = document
    const newer = nameOf(valueOf(catalog, 'Version'))
    const information = context.trailerInfo.Info
    const pages = listPages(catalog)
    if (pages.length === 0) return 'PDF without a page'
    return {
      catalog, pages, version: newer !== undefined && newer > version ? newer : version, encrypted: context.trailerInfo.Encrypt !== undefined, identified: context.trailerInfo.ID !== undefined,
      information: information instanceof PDFRef ? maybeDictionary(context.lookup(information)) : maybeDictionary(information)
    }
  } catch {
    return 'file that is damaged or cut off'
  }
}

function listPages(catalog: PDFDict): readonly PDFDict[] {
  const pages: PDFDict[] = []
  const seen = new Set<PDFDict>()
  const walk = (node: PDFDict | undefined, depth: number): void => {
    if (!node || seen.has(node) || depth > deepest) return
    seen.add(node)
    const kids = valueOf(node, 'Kids')
    if (kids instanceof PDFArray) for (const kid of itemsOf(kids)) walk(maybeDictionary(kid), depth + 1)
    else pages.push(node)
  }
  walk(maybeDictionary(valueOf(catalog, 'Pages')), 0)
  return pages
}

/** The value under a key, references followed. */
export function valueOf(dictionary: PDFDict | undefined, key: string): PDFObject | undefined {
  return dictionary?.lookup(PDFName.of(key))
}

/** Of a page, or of what is above it in the tree of pages (7.7.3.4). */
export function inheritedOf(page: PDFDict, key: string): PDFObject | undefined {
  let node: PDFDict | undefined = page
  for (let depth = 0; node && depth < deepest; depth++) {
    const value = valueOf(node, key)
    if (value !== undefined) return value
    node = maybeDictionary(valueOf(node, 'Parent'))
  }
  return undefined
}

/** A dictionary, or that of a stream. */
export function maybeDictionary(value: PDFObject | undefined): PDFDict | undefined {
  return value instanceof PDFDict ? value : value instanceof PDFStream ? value.dict : undefined
}

export function itemsOf(value: PDFObject | undefined): readonly PDFObject[] {
  return value instanceof PDFArray ? Array.from({length: value.size()}, (_, at) => value.lookup(at)).filter((item) => item !== undefined) : []
}

export function keysOf(dictionary: PDFDict | undefined): readonly string[] {
  return dictionary?.keys().map((key) => key.decodeText()) ?? []
}

export function numberOf(value: PDFObject | undefined): number | undefined {
  return value instanceof PDFNumber ? value.asNumber() : undefined
}

export function numbersOf(value: PDFObject | undefined): readonly number[] {
  return itemsOf(value).flatMap((item) => numberOf(item) ?? [])
}

/** Without its stroke. */
export function nameOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFName ? value.decodeText() : undefined
}

export function isTrue(value: PDFObject | undefined): boolean {
  return value instanceof PDFBool && value.asBoolean()
}

export function textOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined
}

/** What a stream holds, one character a byte; nothing for one that is damaged or beyond measure. */
export function readStream(value: PDFObject | undefined): string {
  if (!(value instanceof PDFRawStream)) return ''
  try {
    const filters = valueOf(value.dict, 'Filter')
    const plain = nameOf(filters) === 'FlateDecode' && valueOf(value.dict, 'DecodeParms') === undefined
    const bytes = plain ? inflateSync(value.contents, {maxOutputLength: mostBytes}) : filters === undefined ? value.contents : decodePDFRawStream(value).decode()
    return Buffer.from(bytes).toString('latin1')
  } catch {
    return ''
  }
}

/** What a page draws; its streams are one (7.8.2). */
export function readContents(page: PDFDict): string {
  const contents = valueOf(page, 'Contents')
  return contents instanceof PDFArray ? itemsOf(contents).map(readStream).join('\n') : readStream(contents)
}
