/** A feed as Atom: OPDS 1.2, which most reading apps know. */
import type {Element} from 'xast'
import type {Release, ReleasedEdition, ReleasedFile} from '../../core/release.ts'
import {makeUuid} from '../../core/uuid.ts'
import {linkTo} from '../links.ts'
import {element, formatXml, maybeText} from '../xml.ts'
import {describe, listAcquisitions, schemeAddress, type Feed, type FeedSetting} from './feed.ts'
import {jsonType} from './json.ts'

type Linker = (path: string) => string

const feedType = 'application/atom+xml;profile=opds-catalog;kind=acquisition'
const spaces = {
  xmlns: 'http://www.w3.org/2005/Atom', 'xmlns:dc': 'http://purl.org/dc/terms/', 'xmlns:opds': 'http://opds-spec.org/2010/catalog',
  'xmlns:thr': 'http://purl.org/syndication/thread/1.0', 'xmlns:metalink': 'urn:ietf:params:xml:ns:metalink'
}

/** The feed as text, a line end last. */
export function formatAtomFeed(feed: Feed, release: Release, setting: FeedSetting): string {
  const {folder, title, identifier, language, editions} = feed
  const self = `${folder}opds.xml`
  const link: Linker = (path) => linkTo(path, self, release.address)
  return formatXml(element('feed', {...spaces, 'xml:lang': language}, [
    maybeText('id', identifier), maybeText('title', title), maybeText('updated', release.modified),
    element('author', {}, [maybeText('name', release.publisher ?? editions.flatMap(({contributors}) => contributors)[0]?.name ?? title)]),
    element('link', {rel: 'self', href: link(self), type: feedType}), element('link', {rel: 'start', href: link('opds.xml'), type: feedType}),
    ...(folder === '' ? [] : [element('link', {rel: 'up', href: link('opds.xml'), type: feedType})]),
    element('link', {rel: 'alternate', href: link(`${folder}opds.json`), type: jsonType}),
    ...(feed.hasPage ? [element('link', {rel: 'alternate', href: link(folder), type: 'text/html'})] : []),
    ...feed.facets.map((facet) => element('link', {
      rel: 'http://opds-spec.org/facet', href: link(`${facet.folder}opds.xml`), type: feedType, title: facet.title, hreflang: facet.language,
      'opds:facetGroup': feed.facetTitle, 'opds:activeFacet': facet.isActive ? 'true' : undefined, 'thr:count': facet.count
    })),
    ...editions.map((edition) => formatEntry(edition, release, setting, link))
  ]))
}

/** Its id is not the book's identifier, which OPDS 1.2 (5.1.1) keeps apart. */
function formatEntry(edition: ReleasedEdition, release: Release, setting: FeedSetting, link: Linker): Element {
  const {languages, identifier, title, description} = edition
  const isbns = edition.products.flatMap(({isbn}) => isbn === undefined ? [] : [`urn:isbn:${isbn}`])
  const told = describe(edition, setting)
  return element('entry', {'xml:lang': languages[0]}, [
    maybeText('id', `urn:uuid:${makeUuid(`${release.identifier} entry ${edition.tag}`)}`), maybeText('title', title), maybeText('updated', release.modified),
    ...edition.contributors.map(({name, role}) => element(role === 'author' ? 'author' : 'contributor', {}, [maybeText('name', name)])),
    ...[...new Set([identifier, ...isbns])].map((urn) => maybeText('dc:identifier', urn)),
    ...languages.map((language) => maybeText('dc:language', language)),
    maybeText('dc:publisher', release.publisher), maybeText('dc:issued', release.date),
    ...edition.subjects.map(({term, scheme}) => element('category', {scheme: scheme && schemeAddress(scheme.authority), term: scheme?.code ?? term, label: term})),
    maybeText('rights', edition.rights), maybeText(told === description ? 'summary' : 'content', told, {type: 'text'}), // never both: a summary shall not say the content again
    ...listImages(edition, link),
    ...listAcquisitions(edition, setting).map(({product, file, title}) => linkFile('http://opds-spec.org/acquisition/open-access', file, product.mediaType, link, title)),
    element('link', {rel: 'alternate', href: link(`${edition.tag}/`), type: 'text/html', hreflang: languages[0]})
  ])
}

function listImages({cover, thumbnail}: ReleasedEdition, link: Linker): readonly (Element | undefined)[] {
  return [cover && linkFile('http://opds-spec.org/image', cover, 'image/jpeg', link), thumbnail && linkFile('http://opds-spec.org/image/thumbnail', thumbnail, 'image/jpeg', link)]
}

/** The digest is an element of Metalink (RFC 5854, 4.2.4), which Atom allows inside of a link: neither has a place of its own for it. */
function linkFile(rel: string, {path, size, sha256}: ReleasedFile, type: string, link: Linker, title?: string): Element {
  return element('link', {rel, href: link(path), type, title, length: size}, [element('metalink:hash', {type: 'sha-256'}, [sha256])])
}
