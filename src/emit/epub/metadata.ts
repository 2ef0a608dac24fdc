/** Metadata of the package: who, what, in which language (EPUB 3.3 § 5.5, with the roles of MARC relators). */
import type {Contributor, Edition, Role} from '../../core/model.ts'
import {printIdentifierOf} from '../print/identifier.ts'
import {escapeText, tag} from './markup.ts'

const relators: Readonly<Record<Role, string>> = {author: 'aut', editor: 'edt', translator: 'trl', illustrator: 'ill', contributor: 'ctb'}

/** The edition's identifier: its ISBN, else the UUID that follows from publication and language. */
export function identifierOf({spec, uuid}: Edition): string {
  const isbn = spec.isbn.epub?.replace(/[^0-9Xx]/g, '')
  return isbn ? `urn:isbn:${isbn.toUpperCase()}` : `urn:uuid:${uuid}`
}

/** The printed book whose pages the page list names (EPUB 3.4 § D.3, `pageBreakSource`; `dc:source` for systems that do not know it). */
export function describePageSource(edition: Edition): readonly string[] {
  const source = printIdentifierOf(edition)
  return [tag('dc:source', {id: 'print'}, source), meta('pageBreakSource', source)]
}

/** One string an element. `modified` in seconds since 1970. */
export function describeEdition(edition: Edition, modified: number): readonly string[] {
  const {spec, publication} = edition
  return [
    tag('dc:identifier', {id: 'identifier'}, escapeText(identifierOf(edition))),
    ...describeTitles(edition),
    tag('dc:language', {}, spec.language),
    ...describeContributors(spec.contributors),
    ...optional('dc:publisher', publication.publisher),
    ...optional('dc:date', publication.date),
    ...optional('dc:description', spec.description, spec.direction),
    ...optional('dc:rights', spec.rights),
    meta('dcterms:modified', new Date(modified * 1000).toISOString().replace(/\.\d+/, ''))
  ]
}

function describeTitles({spec: {title, subtitle, direction}}: Edition): readonly string[] {
  const main = [tag('dc:title', {id: 'title', dir: direction}, escapeText(title)), meta('title-type', 'main', '#title'), meta('display-seq', 1, '#title')]
  if (!subtitle?.trim()) return main
  return [...main, tag('dc:title', {id: 'subtitle', dir: direction}, escapeText(subtitle)),
    meta('title-type', 'subtitle', '#subtitle'), meta('display-seq', 2, '#subtitle')]
}

/** Authors are the creators; a book without authors is its editors'. */
function describeContributors(contributors: readonly Contributor[]): readonly string[] {
  const creating: Role = contributors.some(({role}) => role === 'author') ? 'author' : 'editor'
  return contributors.flatMap(({name, role, sortAs}, index) => {
    const id = `contributor-${index + 1}`
    return [
      tag(role === creating ? 'dc:creator' : 'dc:contributor', {id}, escapeText(name)),
      meta('role', relators[role], `#${id}`, 'marc:relators'),
      ...(sortAs === undefined ? [] : [meta('file-as', sortAs, `#${id}`)]),
      meta('display-seq', index + 1, `#${id}`)
    ]
  })
}

/** Empty elements are errors: what the publisher does not say is left out. */
function optional(name: string, value: string | undefined, dir?: string): readonly string[] {
  return value?.trim() ? [tag(name, {dir}, escapeText(value))] : []
}

/** A `meta` element, about the package or about the element that it refines. */
export function meta(property: string, value: string | number, refines?: string, scheme?: string, language?: string): string {
  return tag('meta', {refines, property, scheme, 'xml:lang': language}, escapeText(String(value)))
}
