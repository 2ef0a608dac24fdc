/** The edition as a book in large print: its page, its type and its style sheet; printed like any other. */
import type {Edition} from '../../core/model.ts'

export function enlarge(edition: Edition): Edition {
  const {publication, styles} = edition
  return {...edition, publication: {...publication, page: publication.largePrint, typesetting: {...publication.typesetting, notes: 'article'}}, styles: {...styles, pdf: styles['large-print']}}
}
