/** What libraries and shops ask for, as the publisher writes it: series, subjects, source, claims of accessibility. */
import type {AccessibilityClaim, Series, Subject} from '../core/catalogue.ts'
import type {EditionSpec} from '../core/model.ts'

type SeriesSpec = string | {
  readonly title: string
  readonly kind?: Series['kind']
  readonly number?: number | string
  readonly identifier?: string
}
type SubjectSpec = string | {readonly term: string; readonly authority?: string; readonly code?: string}

interface ClaimSpec {
  readonly 'conforms-to'?: string
  readonly certifier?: string
  readonly 'certifier-credential'?: string
  readonly 'certifier-report'?: string
  readonly 'certified-on'?: string
  readonly exemption?: string
}

/** Keys that publication.yaml and edition.yaml share. */
export interface CatalogueSpec {
  readonly 'sort-as'?: string
  readonly series?: SeriesSpec
  readonly subjects?: readonly SubjectSpec[]
  readonly source?: string
  readonly copyrighted?: number | string
  readonly accessibility?: ClaimSpec
}

/** The edition's own values, else the publication's; the filing form of a title is of no use for another one. */
export function catalogueEdition(
  publication: CatalogueSpec, edition: CatalogueSpec, hasOwnTitle: boolean
): Pick<EditionSpec, 'sortAs' | 'series' | 'subjects' | 'source' | 'copyrighted' | 'accessibility'> {
  const sortAs = edition['sort-as'] ?? (hasOwnTitle ? undefined : publication['sort-as'])
  const series = edition.series ?? publication.series
  const source = edition.source ?? publication.source
  const copyrighted = edition.copyrighted ?? publication.copyrighted
  return {
    ...(sortAs !== undefined && {sortAs}),
    ...(series !== undefined && {series: makeSeries(series)}),
    ...(source !== undefined && {source}),
    ...(copyrighted !== undefined && {copyrighted: String(copyrighted)}),
    subjects: (edition.subjects ?? publication.subjects ?? []).map(makeSubject),
    accessibility: makeClaim({...publication.accessibility, ...edition.accessibility})
  }
}

function makeSeries(spec: SeriesSpec): Series {
  if (typeof spec === 'string') return {title: spec, kind: 'series'}
  const {title, kind = 'series', number, identifier} = spec
  return {title, kind, ...(number !== undefined && {number: String(number)}), ...(identifier !== undefined && {identifier})}
}

/** The schema sees to it that authority and code come together. */
function makeSubject(spec: SubjectSpec): Subject {
  if (typeof spec === 'string') return {term: spec}
  const {term, authority, code} = spec
  return {term, ...(authority !== undefined && code !== undefined && {scheme: {authority, code}})}
}

function makeClaim(spec: ClaimSpec): AccessibilityClaim {
  const {'conforms-to': conformsTo, certifier, 'certifier-credential': credential, 'certifier-report': report, 'certified-on': examined, exemption} = spec
  return {
    ...(conformsTo !== undefined && {conformsTo}), ...(certifier !== undefined && {certifier}), ...(credential !== undefined && {credential}),
    ...(examined !== undefined && {examined}), ...(report !== undefined && {report}), ...(exemption !== undefined && {exemption})
  }
}
