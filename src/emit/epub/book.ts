/** Edition → EPUB 3.3. */
import {tagOf} from '../../core/bilingual.ts'
import type {Report} from '../../core/diagnostic.ts'
import type {EbookFormat} from '../../core/formats.ts'
import type {Edition} from '../../core/model.ts'
import type {Product} from '../../core/product.ts'
import {assessAccessibility} from './accessibility.ts'
import {arrangeEdition} from './arrangement.ts'
import {type Entry, mostBytes, mostEntries, OversizeError, packageFile, packEntries} from './container.ts'
import {listDocuments} from './documents.ts'
import {coverPath} from './illustrations.ts'
import {identifierOf} from './metadata.ts'
import {makeNcx} from './ncx.ts'
import {makePackage} from './package.ts'
import type {Paging} from './page-breaks.ts'
import {loadPictures, makeGallery} from './pictures.ts'
import {navigationFile, ncxFile, styleFile} from './places.ts'
import {usualLimits} from './split.ts'
import type {Limits} from './units.ts'
import {finishDocument, productPath, standsForContents} from './variants/variant.ts'

export interface EpubOptions {
  readonly format?: EbookFormat
  /** Most files. */
  readonly limit?: number
  /** Most bytes of the whole. */
  readonly bytes?: number
  /** How large one document may be. */
  readonly documents?: Limits
  /** The pages of the printed book whose breaks the edition has, if there is one. */
  readonly paging?: Paging | undefined
}

/**
 * The edition as an EPUB of no more than `limit` files and `bytes`, the same bytes for the same edition. The product's `links`
 * are for verify to count in the finished file. Throws when the edition holds nodes or pictures that nobody resolved.
 */
export async function emitEpub(whole: Edition, report: Report, options: EpubOptions = {}): Promise<Product> {
  const {format = 'epub', limit = mostEntries, bytes = mostBytes, documents: limits = usualLimits, paging} = options
  const {publication: {name}, spec: {language}} = whole
  const {edition, places, breaks, navigation} = arrangeEdition(whole, paging?.breaks ?? [], limits, standsForContents(format))
  const gallery = makeGallery(edition)
  gallery.place(coverPath) // also where no page shows it
  const documents = listDocuments({edition, places, gallery, report, pagination: paging?.pagination})
  const {pictures} = gallery
  const {fonts = []} = edition
  const accessibility = assessAccessibility(whole, breaks.length > 0, report)
  const entries: readonly Entry[] = [
    {path: packageFile, content: makePackage(edition, {documents, pictures, places, isPaged: breaks.length > 0, accessibility}, edition.modified)},
    {path: navigationFile, content: finishDocument(navigation, language, format)},
    {path: ncxFile, content: makeNcx(edition, places, breaks, identifierOf(edition))},
    {path: styleFile, content: edition.styles.epub},
    ...fonts.map(({file, content}) => ({path: file, content})),
    ...documents.map(({file, write}) => ({path: file, content: () => finishDocument(write(), language, format)})),
    ...await loadPictures(pictures, report)
  ]
  if (entries.length > limit) report('epub/too-many-files', {count: entries.length, limit})
  const content = await pack(entries.slice(0, limit), edition.modified, bytes, report)
  return {format, language: tagOf(whole.spec), path: productPath(name, tagOf(whole.spec), format), content, accessibility, links: 0, documentById: new Map(places.documents.map(({division, file}) => [division.id, file]))}
}

/** Nothing for a book that is too large. */
async function pack(entries: readonly Entry[], modified: number, limit: number, report: Report): Promise<Uint8Array> {
  try {
    return await packEntries(entries, modified, limit)
  } catch (error) {
    if (!(error instanceof OversizeError)) throw error
    report('epub/too-large', {limit})
    return new Uint8Array()
  }
}
