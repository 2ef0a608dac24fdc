/** Edition → EPUB 3.3. */
import type {Report} from '../../core/diagnostic.ts'
import type {Edition, Product} from '../../core/model.ts'
import {describeClaim} from './accessibility.ts'
import {type Entry, mostEntries, packageFile, packEntries} from './container.ts'
import {makeDocuments} from './documents.ts'
import {identifierOf} from './metadata.ts'
import {makeNavigation} from './navigation.ts'
import {makeNcx} from './ncx.ts'
import {makePackage} from './package.ts'
import type {Paging} from './page-breaks.ts'
import {loadPictures, makeGallery} from './pictures.ts'
import {locateDivisions, navigationFile, ncxFile, styleFile} from './places.ts'

export interface EpubOptions {
  /** Most files. */
  readonly limit?: number
  /** The pages of the printed book whose breaks the edition has, if there is one. */
  readonly paging?: Paging | undefined
}

/**
 * The edition as an EPUB of no more than `limit` files, the same bytes for the same edition. The product's `links` are for
 * verify to count in the finished file. Throws when the edition holds nodes or pictures that nobody resolved.
 */
export async function emitEpub(edition: Edition, report: Report, {limit = mostEntries, paging}: EpubOptions = {}): Promise<Product> {
  const breaks = paging?.breaks ?? []
  const places = locateDivisions(edition)
  const gallery = makeGallery(edition)
  const documents = makeDocuments({edition, places, gallery, report, pagination: paging?.pagination})
  const {pictures} = gallery
  const entries: readonly Entry[] = [
    {path: packageFile, content: makePackage(edition, {documents, pictures, places, isPaged: breaks.length > 0, claims: describeClaim(edition, report)}, edition.modified)},
    {path: navigationFile, content: makeNavigation(edition, places, breaks)},
    {path: ncxFile, content: makeNcx(edition, places, breaks, identifierOf(edition))},
    {path: styleFile, content: edition.styles.epub},
    ...documents.map(({file, markup}) => ({path: file, content: markup})),
    ...await loadPictures(pictures, report)
  ]
  if (entries.length > limit) report('epub/too-many-files', {count: entries.length, limit})
  const {publication: {name}, spec: {language}} = edition
  const content = await packEntries(entries.slice(0, limit), edition.modified)
  return {format: 'epub', language, path: `${language}/${name}-${language}.epub`, content, links: 0}
}
