/** The zip file, packed by epub-gen-memory: the same bytes for the same entries, in any time zone. */
import {Readable} from 'node:stream'
import {EPub} from 'epub-gen-memory'
import {tag, xmlDeclaration} from './markup.ts'

export interface Entry {
  /** Below the package's folder. */
  readonly path: string
  /** Markup may be made when its turn comes, so that no more than one document is in memory. */
  readonly content: Uint8Array | string | (() => string)
  /** Compressed already: only stored. */
  readonly stored?: boolean
}

/** The zip format counts entries in 16 bits, and readers of its 64-bit extension are rare among reading systems. */
export const mostEntries = 65_000

/** It counts bytes in 32 bits. */
export const mostBytes = 2 ** 32 - 1

const folder = 'EPUB'
export const packageFile = 'package.opf'

/** DOS time knows the years 1980 to 2107. */
const earliest = Date.UTC(1980, 0, 1) / 1000
const latest = Date.UTC(2107, 11, 31) / 1000

/** More bytes than the zip format can count. */
export class OversizeError extends Error {
  override name = 'OversizeError'
}

/**
 * The bytes of an EPUB: `mimetype` first and stored (OCF § 4.3), then the entries in the order given. `modified` in seconds.
 * Throws `OversizeError` as soon as there are more than `limit` bytes.
 */
export async function packEntries(entries: readonly Entry[], modified: number, limit = mostBytes): Promise<Uint8Array> {
  return new Container(entries, modified).pack(limit)
}

/**
 * The library's own stages parse, rename, fetch and stamp; given no content they stand still, and the files that it would
 * have made from templates are replaced by finished ones. What is left is its zip writer. (fflate would take 1.2 instead of
 * 1.9 seconds of CPU for 4,462 documents: not enough to leave the library for.)
 */
class Container extends EPub {
  readonly #entries: readonly Entry[]
  readonly #date: Date

  constructor(entries: readonly Entry[], modified: number) {
    super({title: packageFile}, []) // demanded, used nowhere
    this.#entries = entries
    this.#date = new Date(Math.min(Math.max(modified, earliest), latest) * 1000)
  }

  /** Entry by entry, where the library's `genEpub` keeps all of them in two forms. Sizes stand before the content: no reader of streams is needed. */
  async pack(limit: number): Promise<Uint8Array> {
    await this.render()
    const chunks: Uint8Array[] = []
    let size = 0
    const zipped = new Readable().wrap(this.zip.generateNodeStream({streamFiles: false, compression: 'DEFLATE', compressionOptions: {level: 9}}))
    for await (const chunk of zipped) {
      size += chunk.length
      if (size > limit) throw new OversizeError(`Unexpected EPUB of more than ${limit} bytes`)
      chunks.push(chunk)
    }
    return Buffer.concat(chunks, size)
  }

  protected override async generateTemplateFiles(): Promise<void> {
    this.#add('mimetype', 'application/epub+zip', true)
    this.#add('META-INF/container.xml', containerXml, false)
    for (const {path, content, stored} of this.#entries) this.#add(`${folder}/${path}`, content, stored ?? false)
  }

  #add(path: string, content: Entry['content'], stored: boolean): void {
    this.zip.file(path, toSource(content), {date: this.#date, createFolders: false, compression: stored ? 'STORE' : 'DEFLATE'})
  }
}

/** The zip writer's own UTF-8 encoder is slow. A stream is not read before its turn. */
function toSource(content: Entry['content']): Uint8Array | NodeJS.ReadableStream {
  if (typeof content === 'string') return Buffer.from(content)
  if (typeof content !== 'function') return content
  return new Readable({
    read() {
      this.push(Buffer.from(content()))
      this.push(null)
    }
  })
}

const containerXml = xmlDeclaration + tag('container', {version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container'},
  tag('rootfiles', {}, tag('rootfile', {'full-path': `${folder}/${packageFile}`, 'media-type': 'application/oebps-package+xml'}))) + '\n'
