/** The book as schema.org describes it (JSON-LD). */
import type {Release, ReleasedEdition} from '../../core/release.ts'
import {addressOfFile, addressOfPage, overview, type Page} from './addresses.ts'
import {isPlain, leadOf, listOffers, type Offer} from './editions.ts'

type Value = string | number | undefined | Thing | readonly Value[]

interface Thing {
  readonly [property: string]: Value
}

/** An edition, its formats, and the editions that it is a translation of or that are translations of it. */
export function describeEdition(edition: ReleasedEdition, release: Release): string {
  const page: Page = edition
  const lead = leadOf(release)
  const isLead = edition === lead
  const others = release.editions.filter((each) => isPlain(each) && each !== edition)
  return write({
    '@context': 'https://schema.org', ...describeBook(edition, release, page),
    ...(isLead && others.length > 0 && {workTranslation: others.map((each) => mention(each, release, page))}),
    ...(!isLead && lead && {[isPlain(edition) ? 'translationOfWork' : 'isBasedOn']: mention(lead, release, page)}),
    workExample: listOffers(edition).flatMap((offer) => offer.product.format === 'handouts' ? [] : [describeFormat(offer, edition, release, page)])
  })
}

/** The work in all its languages. */
export function describeWork(lead: ReleasedEdition, release: Release): string {
  const others = release.editions.filter((each) => isPlain(each) && each !== lead)
  return write({'@context': 'https://schema.org', ...describeBook(lead, release, overview), workTranslation: others.map((each) => describeBook(each, release, overview))})
}

function describeBook(edition: ReleasedEdition, release: Release, page: Page): Thing {
  const {title, subtitle, description, rights, subjects, series, cover, accessibility} = edition
  return {
    ...mention(edition, release, page), alternativeHeadline: subtitle, description, ...describeContributors(edition, release),
    publisher: release.publisher === undefined ? undefined : {'@type': 'Organization', name: release.publisher},
    copyrightNotice: rights, datePublished: release.date, dateModified: release.modified, accessibilitySummary: accessibility, name: title,
    keywords: subjects.length === 0 ? undefined : subjects.map(({term}) => term),
    image: cover && addressOfFile(release, cover.path, page),
    ...(series && {isPartOf: {'@type': 'BookSeries', name: series.title}, position: series.number})
  }
}

/** As much as tells which book is meant. */
function mention({identifier, languages, title, tag}: ReleasedEdition, release: Release, page: Page): Thing {
  return {'@type': 'Book', '@id': identifier, url: addressOfPage(release, {tag}, page), name: title, inLanguage: languages.length === 1 ? languages[0] : languages}
}

function describeContributors({contributors}: ReleasedEdition, {publisher}: Release): Thing {
  const found = new Map<string, Thing[]>()
  for (const {name, role} of contributors) {
    const list = found.get(role) ?? []
    found.set(role, list)
    list.push({'@type': name === publisher ? 'Organization' : 'Person', name})
  }
  return Object.fromEntries(found)
}

/** Without `@id`: the e-book may have the identifier of its edition, and what has one name is one thing. */
function describeFormat({product}: Offer, {languages, title}: ReleasedEdition, release: Release, page: Page): Thing {
  const {format, isbn, identifier, pages, mediaType, files} = product
  const isPrinted = format === 'pdf' && isbn !== undefined // the number is that of the book on paper
  return {
    '@type': 'Book', identifier, name: title, inLanguage: languages.length === 1 ? languages[0] : languages, isbn, numberOfPages: pages,
    bookFormat: `https://schema.org/${isPrinted ? 'Paperback' : 'EBook'}`,
    encoding: files.map(({path, size, sha256}) => ({'@type': 'MediaObject', contentUrl: addressOfFile(release, path, page), encodingFormat: mediaType, contentSize: `${size} B`, sha256}))
  }
}

function write(thing: Thing): string {
  return JSON.stringify(thing)
}
