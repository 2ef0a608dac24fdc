/** Ids and references of a document, as they are met. */
import type {Reading, Use} from './document.ts'
import type {XmlElement} from './xml.ts'

const useBySource: Readonly<Record<string, Use>> = {
  img: 'image', iframe: 'frame', embed: 'frame', script: 'script', audio: 'media', video: 'media', source: 'media', track: 'track', input: 'image'
}

export function collectReferences(reading: Reading, element: XmlElement): void {
  const {book, document} = reading
  const {space, attributes, at} = element
  if (attributes.size === 0) return
  const id = attributes.get('id') ?? attributes.get('xml:id')
  if (id !== undefined) {
    if (document.ids.has(id)) book.tell('verify/id-twice', {id}, document.path, at)
    else document.ids.set(id, attributes.get('epub:type') ?? '')
  }
  if (space === 'html') addHtml(reading, element)
  else if (space === 'svg') addSvg(reading, element)
}

function add({document: {references}}: Reading, {at}: XmlElement, address: string | undefined, use: Use, hasFallback = false): void {
  if (address !== undefined) references.push(hasFallback ? {address, use, at, hasFallback} : {address, use, at})
}

function addHtml(reading: Reading, element: XmlElement): void {
  const {local, attributes} = element
  if (local === 'a' || local === 'area') return add(reading, element, attributes.get('href'), 'link')
  if (local === 'link') {
    const relation = attributes.get('rel')?.toLowerCase().split(/\s+/) ?? []
    return relation.includes('stylesheet') ? add(reading, element, attributes.get('href'), 'style') : undefined
  }
  const use = local === 'source' && reading.path.includes('picture') ? 'image' : useBySource[local]
  if (use !== undefined) add(reading, element, attributes.get('src'), use, local === 'source' || local === 'iframe')
  add(reading, element, attributes.get('cite'), 'cite')
  if (local === 'object') add(reading, element, attributes.get('data'), 'frame', true)
  if (local === 'video') add(reading, element, attributes.get('poster'), 'image')
  if (local === 'img' || local === 'source') {
    for (const candidate of listCandidates(attributes.get('srcset'))) add(reading, element, candidate, 'image', local === 'source')
  }
}

/** HTML § 4.8.2.2: addresses with a width or a density. */
function listCandidates(srcset: string | undefined): readonly string[] {
  if (srcset === undefined || srcset.trimStart().startsWith('data:')) return []
  return srcset.split(/,\s+/).flatMap((candidate) => candidate.trim().split(/\s+/)[0] ?? []).filter(Boolean)
}

function addSvg(reading: Reading, element: XmlElement): void {
  const {local, attributes} = element
  const address = attributes.get('href') ?? attributes.get('xlink:href')
  if (local === 'a') add(reading, element, address, 'link')
  else if (local === 'image' || local === 'feImage') add(reading, element, address, 'image')
  else if (local === 'script') add(reading, element, address, 'script')
  else add(reading, element, address, local === 'font-face-uri' ? 'font' : 'use')
}
