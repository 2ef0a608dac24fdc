/** The package document as values (EPUB 3.3 § 5): metadata, manifest, spine. It judges only what keeps it from being read. */
import {resolveAddress} from './addresses.ts'
import {readXml, type Book} from './book.ts'
import type {XmlElement} from './xml.ts'

/** An element of the metadata. */
export interface Statement {
  /** `dc:title`, `meta`, `link`. */
  readonly name: string
  /** For `meta` its property, for `link` its relation. */
  readonly property: string
  readonly refines: string | undefined
  readonly attributes: ReadonlyMap<string, string>
  text: string
  readonly at: number
}

export interface Item {
  readonly id: string
  readonly href: string
  /** In the zip file; `undefined` for what is not in it. */
  readonly path: string | undefined
  readonly mediaType: string
  readonly properties: ReadonlySet<string>
  readonly fallback: string | undefined
  readonly attributes: ReadonlyMap<string, string>
  readonly at: number
}

export interface SpineEntry {
  readonly idref: string
  readonly item: Item | undefined
  readonly at: number
}

export interface Package {
  readonly path: string
  /** EPUB 2: many rules of today did not hold. */
  readonly isOld: boolean
  readonly version: string
  readonly root: ReadonlyMap<string, string>
  readonly statements: readonly Statement[]
  readonly items: readonly Item[]
  readonly itemById: ReadonlyMap<string, Item>
  readonly itemByPath: ReadonlyMap<string, Item>
  readonly spine: readonly SpineEntry[]
  /** Attributes of `spine`, `undefined` when there is none. */
  readonly spineAttributes: ReadonlyMap<string, string> | undefined
  readonly spineAt: number
  /** Ids of all its elements, with the second ones of a kind. */
  readonly ids: ReadonlyMap<string, number>
  readonly repeated: readonly {readonly id: string; readonly at: number}[]
}

interface Draft {
  readonly path: string
  root: ReadonlyMap<string, string>
  readonly statements: Statement[]
  readonly items: Item[]
  readonly references: {readonly idref: string; readonly at: number}[]
  readonly ids: Map<string, number>
  readonly repeated: {readonly id: string; readonly at: number}[]
  spine: XmlElement | undefined
  current: Statement | undefined
  inMetadata: boolean
  depth: number
}

/** The package, `undefined` for a document that is none. */
export function readPackage(book: Book, path: string): Package | undefined {
  const draft: Draft = {
    path, root: new Map(), statements: [], items: [], references: [], ids: new Map(), repeated: [], spine: undefined, current: undefined, inMetadata: false, depth: 0
  }
  let isPackage = false
  const isRead = readXml(book, path, {
    open: (element) => {
      if (draft.depth++ === 0) isPackage = element.space === 'opf' && element.local === 'package'
      openElement(draft, element)
    },
    close: ({local}) => {
      draft.depth--
      draft.current = undefined
      if (local === 'metadata' && draft.depth === 1) draft.inMetadata = false
    },
    text: (text) => { if (draft.current) draft.current.text += text }
  })
  if (isRead && !isPackage) book.tell('verify/container', {found: 'document that is no package', expected: '`package` of http://www.idpf.org/2007/opf'}, path)
  return isRead && isPackage ? finish(draft) : undefined
}

function openElement(draft: Draft, element: XmlElement): void {
  const {space, local, attributes, at} = element
  const id = attributes.get('id')?.trim()
  if (id !== undefined && draft.ids.has(id)) draft.repeated.push({id, at})
  else if (id !== undefined) draft.ids.set(id, at)
  if (draft.depth === 1) draft.root = attributes
  if (local === 'metadata' && draft.depth === 2) draft.inMetadata = true
  else if (draft.inMetadata && (space === 'dc' || local === 'meta' || local === 'link')) {
    draft.current = readStatement(element)
    draft.statements.push(draft.current)
  }
  if (space !== 'opf' || draft.depth !== 2 && draft.depth !== 3) return
  if (local === 'item') draft.items.push(readItem(element, draft.path))
  if (local === 'spine') draft.spine = element
  if (local === 'itemref') draft.references.push({idref: attributes.get('idref')?.trim() ?? '', at})
}

function readStatement({space, local, attributes, at}: XmlElement): Statement {
  const property = attributes.get('property') ?? attributes.get('rel') ?? attributes.get('name') ?? ''
  return {name: space === 'dc' ? `dc:${local}` : local, property: property.trim(), refines: attributes.get('refines')?.trim(), attributes, text: '', at}
}

function readItem({attributes, at}: XmlElement, base: string): Item {
  const href = attributes.get('href') ?? ''
  const address = resolveAddress(href, base)
  return {
    id: attributes.get('id')?.trim() ?? '', href, path: address.kind === 'inside' ? address.path : undefined, mediaType: attributes.get('media-type')?.trim() ?? '',
    properties: new Set((attributes.get('properties') ?? '').split(/\s+/).filter(Boolean)), fallback: attributes.get('fallback')?.trim(), attributes, at
  }
}

function finish({path, root, statements, items, references, spine, ids, repeated}: Draft): Package {
  const itemById = new Map(items.map((item) => [item.id, item]))
  const version = root.get('version') ?? ''
  return {
    path, root, statements, items, itemById, version, isOld: version.startsWith('2'), ids, repeated,
    itemByPath: new Map(items.flatMap((item) => item.path === undefined ? [] : [[item.path, item]])),
    spine: references.map(({idref, at}) => ({idref, at, item: itemById.get(idref)})),
    spineAttributes: spine?.attributes, spineAt: spine?.at ?? 0
  }
}

/** Texts of a property about the book itself (`schema:accessMode`), or of an element (`dc:language`). */
export function valuesOf({statements}: Package, name: string): readonly string[] {
  return statements.filter((statement) => statement.refines === undefined && (statement.name === name || statement.name === 'meta' && statement.property === name)).map(({text}) => text.trim())
}

/** The language that the book is written in first, as far as it is one. */
export function languageOf(pack: Package): string | undefined {
  return valuesOf(pack, 'dc:language').map((text) => canonicalLanguage(text)).find((tag) => tag !== undefined)
}

/** The canonical tag of a language, `undefined` for what is none. */
export function canonicalLanguage(text: string): string | undefined {
  if (canonical.has(text)) return canonical.get(text)
  const found = maybeLocale(text)
  if (canonical.size < 1000) canonical.set(text, found)
  return found
}

/** Every document names its language, and Intl is slow. */
const canonical = new Map<string, string | undefined>()

function maybeLocale(text: string): string | undefined {
  try {
    return new Intl.Locale(text).toString()
  } catch {
    return undefined
  }
}
