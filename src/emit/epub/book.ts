/** Edition → EPUB 3.3. */
import type {Report} from '../../core/diagnostic.ts'
import type {Edition, Product} from '../../core/model.ts'
import {type Entry, mostEntries, packageFile, packEntries} from './container.ts'
import {makeDocuments} from './documents.ts'
import {identifierOf} from './metadata.ts'
import {makeNavigation, makeNcx} from './navigation.ts'
import {makePackage} from './package.ts'
import {loadPictures, makeGallery} from './pictures.ts'
import {locateDivisions, navigationFile, ncxFile, styleFile} from './places.ts'

/**
 * The edition as an EPUB, the same bytes for the same edition.  The product's `links`
 * are for verify to count in the finished file. Throws when the edition holds nodes or pictures that nobody resolved.
 */
export async function emitEpub(edition: Edition, report: Report): Promise<Product> {
  const places = locateDivisions(edition)
  const gallery = makeGallery(edition)
  const documents = makeDocuments({edition, places, gallery, report})
  const {pictures} = gallery
  const entries: readonly Entry[] = [
    {path: packageFile, content: makePackage(edition, {documents, pictures, places}, edition.modified)},
    {path: navigationFile, content: makeNavigation(edition, places)},
    {path: ncxFile, content: makeNcx(edition, places, identifierOf(edition))},
    {path: styleFile, content: edition.styles.epub},
    ...documents.map(({file, markup}) => ({path: file, content: markup})),
    ...await loadPictures(pictures, report)
  ]
  if (entries.length > mostEntries) report('epub/too-many-files', {count: entries.length, limit: mostEntries})
  const {publication: {name}, spec: {language}} = edition
  const content = await packEntries(entries.slice(0, mostEntries), edition.modified)
  return {format: 'epub', language, path: `${language}/${name}-${language}.epub`, content, links: 0}
}
