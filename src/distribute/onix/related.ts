/** What a product has to do with the others: the work, its other formats, its other languages. */
import type {Element} from 'xast'
import type {Release, ReleasedEdition} from '../../core/release.ts'
import {makeUuid} from '../../core/uuid.ts'
import {group, identify, isDigital, value, type Traded} from './record.ts'

/** The work in this language, the work that it was translated from; formats of the same edition; other languages in the same format. */
export function relateProduct(traded: Traded, all: readonly Traded[]): Element {
  const {release, edition, product, format} = traded
  const source = release.editions.find(({tag}) => tag === release.sourceLanguage)
  const isTranslation = source !== undefined && source !== edition && edition.languages.length === 1
  const formats = all.filter((other) => other.edition === edition && other.product !== product)
  const languages = all.filter((other) => other.format === format && other.edition !== edition && other.edition.languages.length === 1 && edition.languages.length === 1)
  return group('RelatedMaterial',
    relateWork('01', release, edition), isTranslation ? relateWork('29', release, source) : undefined,
    ...formats.map((other) => relate(relationOf(traded, other), other)), ...languages.map((other) => relate('11', other)))
}

/** List 51: an e-book of the printed one (13) and the other way round (27), else an alternative format (06). */
function relationOf({format}: Traded, other: Traded): string {
  if (isDigital(format) && other.format === 'pdf') return '13'
  return format === 'pdf' && isDigital(other.format) ? '27' : '06'
}

function relate(relation: string, {product}: Traded): Element {
  return group('RelatedProduct', value('ProductRelationCode', relation), ...identify(product))
}

/** List 164: a manifestation of this work (01), of one that is its translation (29). */
function relateWork(relation: string, {identifier}: Release, {tag}: ReleasedEdition): Element {
  const work = `urn:uuid:${makeUuid(`${identifier} work ${tag}`)}` // an e-book without ISBN has the URN of its edition
  return group('RelatedWork', value('WorkRelationCode', relation), group('WorkIdentifier', value('WorkIDType', '01'), value('IDTypeName', 'URN'), value('IDValue', work)))
}
