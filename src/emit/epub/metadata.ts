/** Metadata of the package: who, what, in which language (EPUB 3.3 § 5.5, with the roles of MARC relators). */
import type {Series, Subject} from '../../core/catalogue.ts'
import type {Contributor, Role} from '../../core/contributors.ts'
import type {Edition, EditionSpec, Publication} from '../../core/model.ts'
import {makeUuid} from '../../core/uuid.ts'
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
    ...[spec.language, ...spec.pairing ? [spec.pairing.second.language] : []].map((language) => tag('dc:language', {}, language)),
    ...describeContributors(edition),
    ...describeSeries(spec.series),
    ...spec.subjects.flatMap(describeSubject),
    ...optional('dc:publisher', publication.publisher),
    ...optional('dc:date', publication.date),
    ...(spec.copyrighted === undefined ? [] : [meta('dcterms:dateCopyrighted', spec.copyrighted)]),
    ...optional('dc:description', spec.description, spec.direction),
    ...optional('dc:rights', spec.rights),
    ...optional('dc:source', spec.source),
    ...describeOriginal(edition),
    meta('dcterms:modified', new Date(modified * 1000).toISOString().replace(/\.\d+/, ''))
  ]
}

function describeTitles({spec: {title, sortAs, subtitle, direction}}: Edition): readonly string[] {
  const main = [
    tag('dc:title', {id: 'title', dir: direction}, escapeText(title)), meta('title-type', 'main', '#title'), meta('display-seq', 1, '#title'),
    ...(sortAs === undefined ? [] : [meta('file-as', sortAs, '#title')])
  ]
  if (!subtitle?.trim()) return main
  return [...main, tag('dc:title', {id: 'subtitle', dir: direction}, escapeText(subtitle)),
    meta('title-type', 'subtitle', '#subtitle'), meta('display-seq', 2, '#subtitle')]
}

/** Authors are the creators; a book without authors is its editors', and one that names neither is that of its articles' authors. */
function describeContributors({spec: {contributors}, articleContributors}: Edition): readonly string[] {
  const creating = (['author', 'editor'] as const).find((wanted) => contributors.some(({role}) => role === wanted))
  return [
    ...contributors.map((contributor) => ({contributor, creates: contributor.role === creating})),
    ...articleContributors.map((contributor) => ({contributor, creates: creating === undefined && contributor.role === 'author'}))
  ].flatMap(({contributor, creates}, index) => describeContributor(contributor, creates, index + 1))
}

function describeContributor({name, role, sortAs}: Contributor, creates: boolean, number: number): readonly string[] {
  const id = `contributor-${number}`
  return [
    tag(creates ? 'dc:creator' : 'dc:contributor', {id}, escapeText(name)),
    meta('role', relators[role], `#${id}`, 'marc:relators'),
    ...(sortAs === undefined ? [] : [meta('file-as', sortAs, `#${id}`)]),
    meta('display-seq', number, `#${id}`)
  ]
}

function describeSeries(series: Series | undefined): readonly string[] {
  if (!series) return []
  return [
    tag('meta', {property: 'belongs-to-collection', id: 'series'}, escapeText(series.title)),
    meta('collection-type', series.kind, '#series'),
    ...(series.number === undefined ? [] : [meta('group-position', series.number, '#series')]),
    ...(series.identifier === undefined ? [] : [meta('dcterms:identifier', series.identifier, '#series')])
  ]
}

function describeSubject({term, scheme}: Subject, index: number): readonly string[] {
  const id = `subject-${index + 1}`
  const element = tag('dc:subject', {id}, escapeText(term))
  return scheme ? [element, meta('authority', scheme.authority, `#${id}`), meta('term', scheme.code, `#${id}`)] : [element]
}

/** A translation names the edition that it was made from, once for libraries, once for machines that read schema.org; each edition names those in other languages. */
function describeOriginal({publication, spec}: Edition): readonly string[] {
  const others = publication.editions.filter(({language}) => language !== spec.language && language !== spec.pairing?.second.language)
  const original = others.find(({language}) => language === publication.sourceLanguage)
  return [
    ...(original ? [tag('dc:source', {id: 'original'}, siblingOf(original, publication))] : []),
    ...others.map((other) => tag('link', {rel: `schema:${other === original ? 'translationOfWork' : 'workTranslation'}`, href: siblingOf(other, publication), hreflang: other.language}))
  ]
}

function siblingOf({isbn, language}: EditionSpec, {identifier}: Publication): string {
  return isbn.epub === undefined ? `urn:uuid:${makeUuid(`${identifier} ${language}`)}` : `urn:isbn:${isbn.epub}`
}

/** Empty elements are errors: what the publisher does not say is left out. */
function optional(name: string, value: string | undefined, dir?: string): readonly string[] {
  return value?.trim() ? [tag(name, {dir}, escapeText(value))] : []
}

/** A `meta` element, about the package or about the element that it refines. */
export function meta(property: string, value: string | number, refines?: string, scheme?: string, language?: string): string {
  return tag('meta', {refines, property, scheme, 'xml:lang': language}, escapeText(String(value)))
}
