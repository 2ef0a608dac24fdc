/** Names of XML (XML 1.0 § 2.3) and the namespaces behind their prefixes. */

export const namespaces = {
  html: 'http://www.w3.org/1999/xhtml', svg: 'http://www.w3.org/2000/svg', math: 'http://www.w3.org/1998/Math/MathML',
  epub: 'http://www.idpf.org/2007/ops', opf: 'http://www.idpf.org/2007/opf', dc: 'http://purl.org/dc/elements/1.1/',
  ncx: 'http://www.daisy.org/z3986/2005/ncx/', container: 'urn:oasis:names:tc:opendocument:xmlns:container',
  xlink: 'http://www.w3.org/1999/xlink', xml: 'http://www.w3.org/XML/1998/namespace', smil: 'http://www.w3.org/ns/SMIL'
} as const

/** The names that we use for them, whatever prefix a document declares. */
const prefixByNamespace = new Map<string, string>(Object.entries(namespaces).map(([prefix, uri]) => [uri, prefix]))

const start = 'A-Za-z_\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}'
const namePattern = new RegExp(`^[${start}][${start}.\\-0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040]*(?::[${start}][${start}.\\-0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040]*)?$`, 'u')
const known = new Set<string>()

/** The same few names come back a million times. */
export function isName(name: string): boolean {
  if (known.has(name)) return true
  if (!namePattern.test(name)) return false
  if (known.size < 10_000) known.add(name)
  return true
}

export interface Name {
  /** `html`, `dc`, …; the address of a namespace that we do not know; empty without one. */
  readonly space: string
  readonly local: string
}

/** What prefixes mean at a place of the document. */
export interface Bindings {
  readonly uriByPrefix: ReadonlyMap<string, string>
  /** Names looked up before. */
  readonly elements: Map<string, Name | undefined>
  readonly attributes: Map<string, string | undefined>
  /** What documents declare inside of them: the same in every document of a book. */
  readonly inner: Map<string, Bindings>
}

export const noBindings: Bindings = {uriByPrefix: new Map([['xml', namespaces.xml]]), elements: new Map(), attributes: new Map(), inner: new Map()}

/** The bindings with those that `xmlns` attributes add. */
export function bind({uriByPrefix, inner}: Bindings, attributes: ReadonlyMap<string, string>): Bindings {
  const added = [...attributes].flatMap(([key, value]): [string, string][] =>
    key === 'xmlns' ? [['', value]] : key.startsWith('xmlns:') ? [[key.slice(6), value]] : [])
  const key = added.join(' ')
  const known = inner.get(key)
  if (known) return known
  const made = {uriByPrefix: new Map([...uriByPrefix, ...added]), elements: new Map(), attributes: new Map(), inner: new Map()}
  if (inner.size < 100 && key.length < 1000) inner.set(key, made)
  return made
}

/** An element's name, `undefined` when nothing declares its prefix. */
export function maybeElementName(name: string, {uriByPrefix, elements}: Bindings): Name | undefined {
  if (elements.has(name)) return elements.get(name)
  const [first = '', second] = name.split(':')
  const uri = uriByPrefix.get(second === undefined ? '' : first)
  const found = second !== undefined && uri === undefined ? undefined : {space: prefixByNamespace.get(uri ?? '') ?? uri ?? '', local: second ?? first}
  if (elements.size < 1000) elements.set(name, found)
  return found
}

/** An attribute's name with our own prefix (`ops:type` is `epub:type`), `undefined` when nothing declares its prefix. */
export function maybeAttributeName(name: string, {uriByPrefix, attributes}: Bindings): string | undefined {
  if (!name.includes(':') || name.startsWith('xmlns:')) return name
  if (attributes.has(name)) return attributes.get(name)
  const [prefix = '', local = ''] = name.split(':')
  const uri = uriByPrefix.get(prefix)
  const found = uri === undefined ? undefined : `${prefixByNamespace.get(uri) ?? prefix}:${local}`
  if (attributes.size < 1000) attributes.set(name, found)
  return found
}
