/** What may stand before the root of an XML document: declaration, comments, instructions, one document type (XML 1.0 § 2.8). */
import {decodeText} from './xml-text.ts'

export interface DocumentType {
  readonly root: string
  readonly publicId?: string
  readonly systemId?: string
  /** Entities that it declares with text of their own. */
  readonly entities: ReadonlySet<string>
  /** The first that is to be fetched from elsewhere. */
  readonly external?: string
  readonly at: number
  readonly end: number
}

export const noEntities: ReadonlySet<string> = new Set()

const declarationPattern = /^<\?xml\s+version\s*=\s*(["'])1\.\d+\1(?:\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>/

/** End of the XML declaration, 0 without one; a sentence's part when it is malformed. */
export function skipDeclaration(markup: string): number | string {
  if (!/^<\?xml\s/.test(markup)) return 0
  const end = declarationPattern.exec(markup)?.[0].length
  return end ?? 'malformed XML declaration'
}

/** The document type that begins at `at`, or what is wrong with it. */
export function readDocumentType(markup: string, at: number): DocumentType | string {
  const head = /<!DOCTYPE\s+([^\s[>]+)\s*(?:(?:PUBLIC\s+("[^"]*"|'[^']*')(?:\s+("[^"]*"|'[^']*'))?|SYSTEM\s+("[^"]*"|'[^']*')))?\s*/y
  head.lastIndex = at
  const match = head.exec(markup)
  if (!match) return 'malformed document type'
  const [whole, root = '', publicId, system, systemOnly] = match
  const own = markup[at + whole.length] === '[' ? readSubset(markup, at + whole.length + 1) : {entities: noEntities, end: at + whole.length}
  if (!own) return 'document type that never ends'
  const close = /\s*>/y
  close.lastIndex = own.end
  if (!close.test(markup)) return 'malformed document type'
  const systemId = system ?? systemOnly
  return {
    root, at, end: close.lastIndex, entities: own.entities, ...('external' in own && own.external !== undefined && {external: own.external}),
    ...(publicId !== undefined && {publicId: publicId.slice(1, -1)}), ...(systemId !== undefined && {systemId: decodeText(systemId.slice(1, -1))})
  }
}

interface Subset {
  readonly entities: ReadonlySet<string>
  readonly external?: string
  /** After the closing bracket. */
  readonly end: number
}

/** Declarations are looked at for names only; nothing is ever replaced by them, so that they cannot grow. */
function readSubset(markup: string, start: number): Subset | undefined {
  const entities = new Set<string>()
  let external: string | undefined
  const piece = /\s+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|%[^;\s]+;|<!(ENTITY|ELEMENT|ATTLIST|NOTATION)\s((?:"[^"]*"|'[^']*'|[^"'>])*)>/y
  piece.lastIndex = start
  let end = start
  for (let match = piece.exec(markup); match; match = piece.exec(markup)) {
    end = piece.lastIndex
    const [, kind, content = ''] = match
    if (kind !== 'ENTITY') continue
    const named = /^\s*(%\s+)?([^\s"']+)\s+(SYSTEM|PUBLIC)?/.exec(content)
    if (named?.[3] !== undefined && !content.includes('NDATA')) external ??= named[2]
    else if (named && named[1] === undefined) entities.add(named[2] ?? '')
  }
  return markup[end] === ']' ? {entities, end: end + 1, ...(external !== undefined && {external})} : undefined
}
