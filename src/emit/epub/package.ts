/** The package document (EPUB 3.3 § 5): metadata, every file, and the order of reading. */
import type {Accessibility} from '../../core/accessibility.ts'
import {progressionOf} from '../../core/locale.ts'
import type {Edition} from '../../core/model.ts'
import {describeAccessibility} from './accessibility-metadata.ts'
import type {ListedDocument} from './documents.ts'
import {tag, xmlDeclaration} from './markup.ts'
import {describeEdition, describePageSource} from './metadata.ts'
import type {Picture} from './pictures.ts'
import {navigationFile, ncxFile, styleFile, type Places} from './places.ts'

export interface Contents {
  readonly documents: readonly ListedDocument[]
  readonly pictures: readonly Picture[]
  readonly places: Places
  /** Whether it names the pages of the printed book. */
  readonly isPaged: boolean
  readonly accessibility: Accessibility
}

/** Older reading systems find the cover by it (OPF 2.0.1 § 2.2). */
const coverId = 'cover-image'

/** The package document. `modified` in seconds since 1970. */
export function makePackage(edition: Edition, {documents, pictures, places, isPaged, accessibility}: Contents, modified: number): string {
  const {language, direction} = edition.spec
  return xmlDeclaration + tag('package', {
    xmlns: 'http://www.idpf.org/2007/opf', version: '3.0', 'unique-identifier': 'identifier', 'xml:lang': language, dir: direction
  }, [
    tag('metadata', {'xmlns:dc': 'http://purl.org/dc/elements/1.1/'}, [
      ...describeEdition(edition, modified), ...describeAccessibility(accessibility, language), ...(isPaged ? describePageSource(edition) : []),
      ...(edition.spec.writing === 'vertical' ? [tag('meta', {name: 'primary-writing-mode', content: 'vertical-rl'})] : []), // Kindle goes by it
      ...(pictures.some(({isCover}) => isCover) ? [tag('meta', {name: 'cover', content: coverId})] : [])
    ]),
    tag('manifest', {}, [
      item('nav', navigationFile, 'application/xhtml+xml', ['nav']),
      item('ncx', ncxFile, 'application/x-dtbncx+xml'),
      item('style', styleFile, 'text/css'),
      ...(edition.fonts ?? []).map(({file}, index) => item(`font-${index + 1}`, file, 'font/ttf')),
      ...documents.map(({file, svg, mathml}) =>
        item(idOf(file), file, 'application/xhtml+xml', [...(mathml ? ['mathml'] : []), ...(svg ? ['svg'] : [])])),
      ...pictures.map(({file, resource, isCover}, index) => item(isCover ? coverId : `picture-${index + 1}`, file, resource.mediaType, isCover ? ['cover-image'] : []))
    ]),
    tag('spine', {toc: 'ncx', 'page-progression-direction': progressionOf(edition.spec)},
      orderDocuments(edition, places).map((file) => tag('itemref', {idref: file === navigationFile ? 'nav' : idOf(file)})))
  ]) + '\n'
}

/** Files in reading order, the navigation document where the contents are. */
function orderDocuments(edition: Edition, places: Places): readonly string[] {
  const fileByDivision = new Map(places.documents.map(({division, file}) => [division, file]))
  return edition.divisions.flatMap((division) => {
    const file = division === places.contents ? navigationFile : fileByDivision.get(division)
    return file === undefined ? [] : [file]
  })
}

function item(id: string, href: string, mediaType: string, properties: readonly string[] = []): string {
  return tag('item', {id, href, 'media-type': mediaType, properties: properties.length === 0 ? undefined : properties.join(' ')})
}

/** The prefix keeps articles apart from our own items, whatever their names. */
function idOf(file: string): string {
  return `document-${file.replace(/\.xhtml$/, '')}`
}
