/** A feed as JSON: OPDS 2.0, with publications as the Readium Web Publication Manifest describes them. */
import type {Series} from '../../core/catalogue.ts'
import type {Contributor, Role} from '../../core/contributors.ts'
import type {Release, ReleasedEdition, ReleasedFile} from '../../core/release.ts'
import {linkTo} from '../links.ts'
import {tellAccessibility} from './accessibility.ts'
import {describe, listAcquisitions, pagesOf, schemeAddress, type Feed, type FeedSetting} from './feed.ts'

/** A value of JSON; what is `undefined` is left out when it is written. */
type Json = string | number | boolean | undefined | readonly Json[] | {readonly [key: string]: Json}
type Linker = (path: string) => string

export const jsonType = 'application/opds+json'
const atomType = 'application/atom+xml;profile=opds-catalog;kind=acquisition'

/** The feed as text, a line end last. */
export function formatJsonFeed(feed: Feed, release: Release, setting: FeedSetting): string {
  const {folder, title, identifier, facets, editions} = feed
  const self = `${folder}opds.json`
  const link: Linker = (path) => linkTo(path, self, release.address)
  const written: Json = {
    metadata: {identifier, title, modified: release.modified, numberOfItems: editions.length},
    links: [
      {rel: 'self', href: link(self), type: jsonType}, {rel: 'start', href: link('opds.json'), type: jsonType},
      ...(folder === '' ? [] : [{rel: 'up', href: link('opds.json'), type: jsonType}]),
      {rel: 'alternate', href: link(`${folder}opds.xml`), type: atomType},
      ...(feed.hasPage ? [{rel: 'alternate', href: link(folder), type: 'text/html'}] : [])
    ],
    facets: facets.length === 0 ? undefined : [{metadata: {title: feed.facetTitle}, links: facets.map((facet) => ({
      ...(facet.isActive && {rel: 'self'}), href: link(`${facet.folder}opds.json`), type: jsonType, title: facet.title, language: facet.language, properties: {numberOfItems: facet.count}
    }))}],
    publications: editions.map((edition) => describePublication(edition, release, setting, link))
  }
  return `${JSON.stringify(written, undefined, 2)}\n`
}

function describePublication(edition: ReleasedEdition, release: Release, setting: FeedSetting, link: Linker): Json {
  const acquisitions = listAcquisitions(edition, setting)
  const images = [edition.cover, edition.thumbnail].filter((image) => image !== undefined)
  return {
    metadata: describeBook(edition, release, setting),
    links: [
      ...acquisitions.map(({product, file, title}) => ({rel: 'http://opds-spec.org/acquisition/open-access', type: product.mediaType, title, ...describeFile(file, link)})),
      {rel: 'alternate', href: link(`${edition.tag}/`), type: 'text/html'}
    ],
    images: images.length === 0 ? undefined : images.map((image) => ({type: 'image/jpeg', ...describeFile(image, link)}))
  }
}

/** The digest is written as the W3C's Publication Manifest does (`integrity`, 5.4), for OPDS has no place of its own. */
function describeFile({path, size, sha256}: ReleasedFile, link: Linker): {readonly [key: string]: Json} {
  return {href: link(path), size: size || undefined, integrity: `sha256-${Buffer.from(sha256, 'hex').toString('base64')}`}
}

function describeBook(edition: ReleasedEdition, release: Release, setting: FeedSetting): Json {
  const {identifier, languages, products} = edition
  const others = [...new Set(products.map((product) => product.identifier))].filter((other) => other !== identifier)
  return {
    '@type': 'http://schema.org/Book', identifier, altIdentifier: others.length === 0 ? undefined : others,
    title: edition.title, sortAs: edition.sortAs, subtitle: edition.subtitle,
    language: languages.length === 1 ? languages[0] : languages,
    ...listContributors(edition.contributors),
    publisher: release.publisher, published: release.date, modified: release.modified, description: describe(edition, setting),
    subject: edition.subjects.length === 0 ? undefined : edition.subjects.map(({term, scheme}) => {
      const address = scheme && schemeAddress(scheme.authority)
      return {name: term, ...(scheme && address !== undefined && {code: scheme.code, scheme: address})}
    }),
    belongsTo: edition.series && describeSeries(edition.series),
    readingProgression: edition.direction === 'rtl' ? 'rtl' : undefined,
    numberOfPages: pagesOf(edition),
    accessibility: tellAccessibility(products.find(({accessibility}) => accessibility)?.accessibility)
  }
}

function describeSeries({title, kind, number}: Series): Json {
  return {[kind === 'set' ? 'collection' : 'series']: {name: title, position: number === undefined ? undefined : Number.parseFloat(number)}}
}

/** Under their roles, which the manifest calls as we do. */
function listContributors(contributors: readonly Contributor[]): Readonly<Partial<Record<Role, Json>>> {
  const roles = [...new Set(contributors.map(({role}) => role))]
  return Object.fromEntries(roles.map((role) => [role, contributors.filter((each) => each.role === role).map(({name, sortAs}) => ({name, sortAs}))]))
}
