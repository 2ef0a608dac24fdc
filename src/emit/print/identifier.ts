/** What identifies the printed book, in its own metadata and in those of the e-book that names its pages. */
import {tagOf} from '../../core/bilingual.ts'
import type {Edition} from '../../core/model.ts'
import {makeUuid} from '../../core/uuid.ts'

/** The ISBN of the printed book, else a UUID that follows from publication and language and is not that of the e-book. */
export function printIdentifierOf({spec, publication}: Pick<Edition, 'spec' | 'publication'>, format: 'pdf' | 'screen' | 'large-print' = 'pdf'): string {
  const isbn = spec.isbn[format]
  return isbn === undefined ? `urn:uuid:${makeUuid(`${publication.identifier} ${tagOf(spec)} ${format}`)}` : `urn:isbn:${isbn}`
}
