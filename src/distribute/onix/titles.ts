/** Titles, series and people of a record, each with the form under which it is filed. */
import type {Element} from 'xast'
import type {Series} from '../../core/catalogue.ts'
import type {Contributor, Role} from '../../core/contributors.ts'
import {maybeIsbn13} from '../../core/isbn.ts'
import type {Language} from '../../core/model.ts'
import type {Release, ReleasedEdition} from '../../core/release.ts'
import {element} from '../xml.ts'
import {describeLanguage} from './languages.ts'
import {group, value} from './record.ts'

/** List 17. */
const codeByRole: Readonly<Record<Role, string>> = {author: 'A01', editor: 'B01', translator: 'B06', illustrator: 'A12', contributor: 'A32'}

/** The title on the title page (list 15: 01). */
export function describeTitle({title, sortAs, subtitle, languages}: ReleasedEdition): Element {
  const language = languages.length === 1 ? codeOf(languages[0]) : undefined
  return group('TitleDetail', value('TitleType', '01'), group('TitleElement', value('TitleElementLevel', '01'),
    ...splitTitle(title, sortAs, language), subtitle === undefined ? undefined : value('Subtitle', subtitle, {language})))
}

/** An article that filing passes over stands apart; any other filing form is told as what to sort by. */
function splitTitle(title: string, sortAs: string | undefined, language: string | undefined): readonly Element[] {
  const [, rest, last] = /^(.+), ([^,]+)$/s.exec(sortAs ?? '') ?? []
  const inverted = rest !== undefined && last !== undefined && [`${last} ${rest}`, `${last}${rest}`].includes(title) ? {prefix: last, rest} : undefined
  const cut = sortAs !== undefined && title !== sortAs && title.endsWith(sortAs) ? {prefix: title.slice(0, -sortAs.length).trim(), rest: sortAs} : undefined
  const parts = inverted ?? cut
  if (parts) return [value('TitlePrefix', parts.prefix, {language}), value('TitleWithoutPrefix', parts.rest, {language})]
  return [value('TitleText', title, {language, collationkey: sortAs === title ? undefined : sortAs})]
}

/** A series of the publisher (list 148: 10), with the place in it. */
export function describeSeries({title, number, identifier}: Series): Element {
  return group('Collection', value('CollectionType', '10'), ...identifySeries(identifier),
    ...(number === undefined ? [] : [group('CollectionSequence', value('CollectionSequenceType', '02'), value('CollectionSequenceNumber', number))]),
    group('TitleDetail', value('TitleType', '01'), group('TitleElement', value('TitleElementLevel', '02'), value('TitleText', title))))
}

function identifySeries(identifier: string | undefined): readonly Element[] {
  if (identifier === undefined) return []
  const issn = /^(?:urn:issn:|issn[ :]*)?(\d{4})-?(\d{3}[\dXx])$/i.exec(identifier)
  const isbn = maybeIsbn13(identifier.replace(/^(?:urn:isbn:|isbn[ :]*)/i, ''))
  const [type, id] = issn ? ['02', `${issn[1]}${issn[2]}`.toUpperCase()] : isbn !== undefined ? ['15', isbn] : [/^urn:/i.test(identifier) ? '22' : '01', identifier]
  return [group('CollectionIdentifier', value('CollectionIDType', type), type === '01' ? value('IDTypeName', 'URI') : undefined, value('IDValue', id))]
}

/** In their order, translators with their languages; nobody is said to be nobody. */
export function describeContributors({contributors, languages}: ReleasedEdition, release: Release): readonly Element[] {
  if (contributors.length === 0) return [element('NoContributor', {})]
  return contributors.map((contributor, at) => describeContributor(contributor, at + 1, languages, release))
}

function describeContributor(contributor: Contributor, number: number, languages: readonly Language[], {sourceLanguage, publisher}: Release): Element {
  const {name, role} = contributor
  const from = codeOf(sourceLanguage)
  const to = from === undefined ? [] : [...new Set(languages.map(codeOf))].filter((code) => code !== from)
  const isTranslator = role === 'translator' && to.length > 0
  return group('Contributor', value('SequenceNumber', number), value('ContributorRole', codeByRole[role]),
    ...(isTranslator && from !== undefined ? [value('FromLanguage', from)] : []), ...(isTranslator ? to.map((code) => code === undefined ? undefined : value('ToLanguage', code)) : []),
    ...describeName(contributor, name === publisher ? 'CorporateName' : 'PersonName'))
}

/** Only of the publisher it is known that it is no person. A filing form with a comma is the name turned round, any other says what to sort by. */
function describeName({name, sortAs}: Contributor, kind: 'CorporateName' | 'PersonName'): readonly Element[] {
  if (sortAs?.includes(',')) return [value(kind, name), value(`${kind}Inverted`, sortAs)]
  return [value(kind, name, {collationkey: sortAs === name ? undefined : sortAs})]
}

function codeOf(language: Language | undefined): string | undefined {
  return language === undefined ? undefined : describeLanguage(language).code
}
