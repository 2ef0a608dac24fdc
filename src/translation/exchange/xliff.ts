/** Parcels as XLIFF 2.0 (OASIS; version 2.1 reads it), and back: one file of the publication a `<file>`, one passage a `<unit>`. */
import type {Element} from 'xast'
import {maybeLanguage} from '../../core/locale.ts'
import {fromInline, makeCodeStore, makeNumbering, toInline} from './inline-codes.ts'
import {ExchangeFault, type ExchangeUnit, type Parcel, type Received, type ReceivedUnit} from './unit.ts'
import {childrenOf, descendantsOf, element, formatXml, isXmlText, lineOf, localName, nest, readXml, wordsOf} from './xml.ts'

const namespace = 'urn:oasis:names:tc:xliff:document:2.0'

export function formatXliff({source, target, units}: Parcel): string {
  const byFile = new Map<string, ExchangeUnit[]>()
  for (const unit of units) if (isXmlText(`${unit.source}${unit.target ?? ''}`)) byFile.set(unit.place.file, [...byFile.get(unit.place.file) ?? [], unit])
  let count = 0
  const files = [...byFile].map(([file, own], at) => nest('file', {id: `f${at + 1}`, original: file}, own.map((unit) => formatUnit(unit, `u${++count}`)), 1))
  return formatXml(nest('xliff', {xmlns: namespace, version: '2.0', srcLang: source, trgLang: target}, files))
}

/** Notes say what a translator wants to know, and what import must know. */
function formatUnit(unit: ExchangeUnit, id: string): Element {
  const {kind, place, former, behind, target, stand} = unit
  const store = makeCodeStore()
  const numbering = makeNumbering()
  const source = element('source', {'xml:space': 'preserve'}, toInline(unit.source, store, numbering.source))
  const answer = target === undefined ? [] : [element('target', {'xml:space': 'preserve'}, toInline(target, store, numbering.answer()))]
  const state = target === undefined ? {state: 'initial'} : behind ? {state: 'initial', subState: 'hexapla:behind'} : {state: 'translated'}
  const notes = [
    element('note', {category: 'kind'}, [kind]), element('note', {category: 'place'}, [`${place.file}:${place.line ?? 1}`]), element('note', {category: 'translation'}, [stand]),
    ...behind && former !== undefined && isXmlText(former) ? [element('note', {category: 'former'}, [former])] : []
  ]
  const codes = [...store.idByText].map(([text, code]) => element('data', {id: code, 'xml:space': 'preserve'}, [text]))
  return nest('unit', {id, name: unit.id}, [
    nest('notes', {}, notes, 3), ...codes.length > 0 ? [nest('originalData', {}, codes, 3)] : [], nest('segment', state, [source, ...answer], 3)
  ], 2)
}

/** Throws `ExchangeFault` for a file that is none of version 2. */
export function parseXliff(bytes: Uint8Array, file: string): Received {
  const root = readXml(bytes)
  if (localName(root) !== 'xliff') throw new ExchangeFault(`element <${root.name}>, expected <xliff>`, lineOf(root))
  const {version = '', srcLang = '', trgLang = ''} = root.attributes as Readonly<Record<string, string>>
  if (!version.startsWith('2.')) throw new ExchangeFault(`version ${version || 'without a number'}, expected XLIFF 2.0, as it was exported`, lineOf(root))
  const target = maybeLanguage(trgLang)
  if (target === undefined) throw new ExchangeFault(`target language \`${trgLang}\`, expected a tag such as fr in \`trgLang\``, lineOf(root))
  const source = maybeLanguage(srcLang)
  return {target, ...(source !== undefined && {source}), units: descendantsOf(root, 'unit').map((unit) => receive(unit, file))}
}

/** Segments that a tool has made of a passage are one again. */
function receive(unit: Element, file: string): ReceivedUnit {
  const data = new Map(childrenOf(unit, 'originalData').flatMap((each) => childrenOf(each, 'data')).map((each) => [each.attributes['id'] ?? '', wordsOf(each)] as const))
  const stand = descendantsOf(unit, 'note').find(({attributes}) => attributes['category'] === 'translation')
  const parts = childrenOf(unit, 'segment', 'ignorable').map((part) => {
    const [source, target] = ['source', 'target'].map((name) => childrenOf(part, name)[0]).map((each) => each && fromInline(each, data))
    return {source, target: target ?? (localName(part) === 'ignorable' ? source : undefined), isSegment: localName(part) === 'segment'}
  })
  const torn = parts.map(({target}) => target?.torn).find((each) => each !== undefined)
  const target = parts.map((part) => part.target?.text ?? '').join('')
  const id = unit.attributes['name']
  return {
    source: parts.map((part) => part.source?.text ?? '').join(''), target, open: target === '' || parts.some((part) => part.isSegment && !part.target),
    place: {file, line: lineOf(unit)}, ...(id && {id}), ...(stand && {stand: wordsOf(stand)}), ...(torn !== undefined && {torn}), ...confirmationOf(unit)
  }
}

/** A tool that says that a passage is done says so of its words as they are. */
function confirmationOf(unit: Element): Pick<ReceivedUnit, 'confirmed'> {
  const states = childrenOf(unit, 'segment').map(({attributes}) => attributes['state'] ?? 'initial')
  return states.length > 0 && states.every((state) => state !== 'initial') ? {confirmed: true} : {}
}
