/** The illustrated edition as the EPUB of one shop wants it. */
import type {Report} from '../../../core/diagnostic.ts'
import type {EbookFormat} from '../../../core/formats.ts'
import type {Edition} from '../../../core/model.ts'
import type {World} from '../../../core/world.ts'
import {fitForKindle} from './kindle.ts'

/** The edition with the format's own style sheet and ISBN; without an ISBN of its own, that of the EPUB from which the shop's file derives. */
export async function adaptEdition(edition: Edition, format: EbookFormat, world: Pick<World, 'encodePicture'>, report: Report): Promise<Edition> {
  const {spec, styles} = edition
  const isbn = spec.isbn[format] ?? spec.isbn.epub
  const own: Edition = {
    ...edition,
    spec: {...spec, isbn: {...spec.isbn, ...(isbn !== undefined && {epub: isbn})}},
    styles: {...styles, epub: styles[format]}
  }
  return format === 'kindle' ? fitForKindle(own, world, report) : own
}
