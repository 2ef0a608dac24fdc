/** XML read once from front to back, in namespaces, without a tree: whether it is well-formed (XML 1.0), and every element and text in its order. */
import {bind, isName, maybeAttributeName, maybeElementName, noBindings, type Bindings} from './xml-names.ts'
import {noEntities, readDocumentType, skipDeclaration, type DocumentType} from './xml-prolog.ts'
import {decodeText, findIllegal, findSuspect, judgeReference} from './xml-text.ts'

export type Attributes = ReadonlyMap<string, string>

export interface XmlElement {
  /** `html`, `svg`, `opf`…, see `namespaces`. */
  readonly space: string
  readonly local: string
  /** With our own prefixes: `epub:type`, `xml:lang`, `xlink:href`. */
  readonly attributes: Attributes
  /** Offset of its `<`. */
  readonly at: number
}

export interface Visitor {
  readonly open: (element: XmlElement) => void
  readonly close?: (element: XmlElement) => void
  /** References are replaced already. */
  readonly text?: (text: string, at: number) => void
  readonly documentType?: (type: DocumentType) => void
  /** An entity that nobody declares; each once. */
  readonly entity?: (name: string, at: number) => void
}

export interface Fault {
  /** Completes "Unexpected …". */
  readonly reason: string
  readonly at: number
  readonly isLimit?: boolean
}

/** Deeper than any book; browsers stop at 512. */
export const deepest = 1_000
const most = 2_000_000

interface Scan {
  readonly markup: string
  readonly visitor: Visitor
  readonly open: {readonly name: string; readonly element: XmlElement; readonly outer: Bindings}[]
  bindings: Bindings
  declared: ReadonlySet<string>
  /** The next ampersand that needs a second look. */
  suspectAt: number
  readonly unknown: Set<string>
  hasRoot: boolean
  at: number
}

/** Visits everything. Returns the first fault, after which nothing more was visited, or `undefined`. */
export function scanXml(markup: string, visitor: Visitor): Fault | undefined {
  const illegal = findIllegal(markup)
  if (illegal !== -1) return {reason: `character U+${(markup.charCodeAt(illegal)).toString(16).toUpperCase().padStart(4, '0')}, which XML does not know`, at: illegal}
  const start = skipDeclaration(markup)
  if (typeof start === 'string') return {reason: start, at: 0}
  const scan: Scan = {markup, visitor, open: [], bindings: noBindings, declared: noEntities, suspectAt: findSuspect(markup, 0), unknown: new Set(), hasRoot: false, at: start}
  while (scan.at < markup.length) {
    const fault = readText(scan) ?? (scan.at < markup.length ? readMarkup(scan) : undefined)
    if (fault) return fault
  }
  const last = scan.open.at(-1)
  if (last) return {reason: `\`${last.name}\` that never ends`, at: last.element.at}
  return scan.hasRoot ? undefined : {reason: 'absence of any element', at: 0}
}

function readText(scan: Scan): Fault | undefined {
  const {markup, at: from} = scan
  const next = markup.indexOf('<', from)
  const to = next === -1 ? markup.length : next
  scan.at = to
  if (to === from) return undefined
  const text = markup.slice(from, to)
  if (scan.open.length === 0) {
    const stray = text.search(/[^ \t\r\n]/)
    return stray === -1 ? undefined : {reason: 'text outside of the root element', at: from + stray}
  }
  const fault = scan.suspectAt < to ? checkReferences(scan, from, to) : undefined
  if (fault) return fault
  if (text.includes(']]>')) return {reason: '“]]>” in text', at: from + text.indexOf(']]>')}
  scan.visitor.text?.(decodeText(text), from)
  return undefined
}

/** Entities that nobody declares are told and passed over, so that the rest of the document is judged too. */
function checkReferences(scan: Scan, from: number, to: number): Fault | undefined {
  for (scan.suspectAt = findSuspect(scan.markup, Math.max(from, scan.suspectAt)); scan.suspectAt < to; scan.suspectAt = findSuspect(scan.markup, scan.suspectAt + 1)) {
    const {suspectAt: at} = scan
    const {entity, reason} = judgeReference(scan.markup, at)
    if (reason !== undefined) return {reason, at}
    if (entity === undefined || scan.declared.has(entity) || scan.unknown.has(entity)) continue
    scan.unknown.add(entity)
    scan.visitor.entity?.(entity, at)
  }
  return undefined
}

function readMarkup(scan: Scan): Fault | undefined {
  switch (scan.markup.charCodeAt(scan.at + 1)) {
    case 0x2f: return readEnd(scan)
    case 0x21: return readDeclaration(scan)
    case 0x3f: return readInstruction(scan)
    default: return readStart(scan)
  }
}

function readEnd(scan: Scan): Fault | undefined {
  const {markup, at} = scan
  const end = markup.indexOf('>', at)
  const name = markup.slice(at + 2, end === -1 ? at + 32 : end).trimEnd()
  const last = scan.open.pop()
  if (end === -1 || last?.name !== name) {
    return {reason: last ? `end of \`${name.slice(0, 40)}\` inside of \`${last.name}\`` : `end of \`${name.slice(0, 40)}\`, which was not open`, at}
  }
  scan.bindings = last.outer
  scan.at = end + 1
  scan.visitor.close?.(last.element)
  return undefined
}

function readDeclaration(scan: Scan): Fault | undefined {
  const {markup, at, open, visitor} = scan
  if (markup.startsWith('<!--', at)) {
    const end = markup.indexOf('--', at + 4)
    if (end === -1 || markup[end + 2] !== '>') return {reason: end === -1 ? 'comment that never ends' : '“--” within a comment', at: end === -1 ? at : end}
    scan.at = end + 3
    return undefined
  }
  if (markup.startsWith('<![CDATA[', at) && open.length > 0) {
    const end = markup.indexOf(']]>', at)
    if (end === -1) return {reason: 'CDATA section that never ends', at}
    visitor.text?.(markup.slice(at + 9, end), at + 9)
    scan.at = end + 3
    return undefined
  }
  if (!markup.startsWith('<!DOCTYPE', at) || scan.hasRoot) return {reason: '“<!” that begins nothing that may stand here', at}
  const type = readDocumentType(markup, at)
  if (typeof type === 'string') return {reason: type, at}
  scan.declared = type.entities
  scan.at = type.end
  visitor.documentType?.(type)
  return undefined
}

function readInstruction(scan: Scan): Fault | undefined {
  const {markup, at} = scan
  const end = markup.indexOf('?>', at)
  if (end === -1) return {reason: 'processing instruction that never ends', at}
  if (/^<\?xml[\s?]/i.test(markup.slice(at, at + 6))) return {reason: 'XML declaration that is not at the very beginning', at}
  scan.at = end + 2
  return undefined
}

function readStart(scan: Scan): Fault | undefined {
  const {markup, at, open, visitor} = scan
  const name = markup.slice(at + 1, endOfName(markup, at + 1))
  if (!isName(name)) return {reason: '“<” that begins no tag', at}
  if (open.length === 0 && scan.hasRoot) return {reason: `second root element \`${name}\``, at}
  if (open.length >= deepest) return {reason: `\`${name}\` nested ${deepest} deep`, at, isLimit: true}
  scan.at = at + 1 + name.length
  const raw = readAttributes(scan, name)
  if ('reason' in raw) return raw
  const outer = scan.bindings
  const bindings = declaresPrefix(raw) ? bind(outer, raw) : outer
  const found = maybeElementName(name, bindings)
  if (!found) return {reason: `prefix of \`${name}\` that nothing declares`, at}
  const attributes = nameAttributes(raw, bindings)
  if (typeof attributes === 'string') return {reason: `attribute \`${attributes}\` whose prefix nothing declares`, at}
  const element = {space: found.space, local: found.local, attributes, at}
  const isEmpty = markup.charCodeAt(scan.at) === 0x2f
  scan.at += isEmpty ? 2 : 1
  scan.hasRoot = true
  visitor.open(element)
  if (isEmpty) visitor.close?.(element)
  else {
    open.push({name, element, outer})
    scan.bindings = bindings
  }
  return undefined
}

const none: Attributes = new Map()

/** Attributes as written, up to the `>` or `/>`. */
function readAttributes(scan: Scan, element: string): Attributes | Fault {
  const {markup} = scan
  let attributes: Map<string, string> | undefined
  for (;;) {
    const before = scan.at
    const from = skipSpace(markup, before)
    const code = markup.charCodeAt(from)
    if (code === 0x3e || code === 0x2f && markup.charCodeAt(from + 1) === 0x3e) {
      scan.at = from
      return attributes ?? none
    }
    const name = markup.slice(from, endOfName(markup, from))
    if (!isName(name) || from === before) return {reason: `\`${element}\` that is no well-formed tag`, at: from >= markup.length ? before : from}
    const equals = skipSpace(markup, from + name.length)
    const quote = skipSpace(markup, equals + 1)
    const mark = markup[quote]
    if (markup[equals] !== '=' || mark !== '"' && mark !== '\'') return {reason: `attribute \`${name}\` without a value in quotes`, at: from}
    const end = markup.indexOf(mark, quote + 1)
    const value = markup.slice(quote + 1, end === -1 ? quote + 1 : end)
    if (end === -1 || value.includes('<')) return {reason: `value of the attribute \`${name}\` that ${end === -1 ? 'never ends' : 'holds “<”'}`, at: from}
    const fault = scan.suspectAt < end ? checkReferences(scan, quote + 1, end) : undefined
    if (fault) return fault
    attributes ??= new Map()
    if (attributes.has(name) || attributes.size > most) return {reason: `second attribute \`${name}\``, at: from}
    attributes.set(name, decodeText(value))
    scan.at = end + 1
  }
}

function declaresPrefix(attributes: Attributes): boolean {
  for (const key of attributes.keys()) if (key.startsWith('xmlns')) return true
  return false
}

function nameAttributes(raw: Attributes, bindings: Bindings): Attributes | string {
  let hasPrefix = false
  for (const key of raw.keys()) hasPrefix ||= key.includes(':')
  if (!hasPrefix) return raw
  const named = new Map<string, string>()
  for (const [key, value] of raw) {
    const name = maybeAttributeName(key, bindings)
    if (name === undefined) return key
    named.set(name, value)
  }
  return named
}

function skipSpace(text: string, from: number): number {
  let at = from
  for (let code = text.charCodeAt(at); code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09; code = text.charCodeAt(at)) at++
  return at
}

/** To the next blank, `>`, `/`, `=`, `<` or quote. */
function endOfName(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code <= 0x3e && (code === 0x20 || code === 0x3e || code === 0x2f || code === 0x3d || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x3c || code === 0x22 || code === 0x27)) return at
  }
  return text.length
}
