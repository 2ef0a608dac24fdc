/** Notes and page markers of a document. */
import type {Reading} from './document.ts'
import type {XmlElement} from './xml.ts'

const noteTypes = /(?:^|\s)(?:footnote|endnote|rearnote|note)(?:\s|$)/
const noteRoles = /(?:^|\s)doc-(?:footnote|endnote)(?:\s|$)/

export function collectNotes({document}: Reading, {attributes, at}: XmlElement): void {
  const type = attributes.get('epub:type') ?? ''
  const role = attributes.get('role') ?? ''
  if (type === '' && role === '') return
  const id = attributes.get('id')
  if (id !== undefined && (noteTypes.test(type) || noteRoles.test(role))) document.notes.push({id, at})
  if (/(?:^|\s)noteref(?:\s|$)/.test(type) || /(?:^|\s)doc-noteref(?:\s|$)/.test(role)) {
    document.noteReferences.push({address: attributes.get('href') ?? '', use: 'link', at})
  }
  if (/(?:^|\s)pagebreak(?:\s|$)/.test(type) || /(?:^|\s)doc-pagebreak(?:\s|$)/.test(role)) {
    document.pages.push({id, label: attributes.get('aria-label') ?? attributes.get('title') ?? '', at})
  }
}
