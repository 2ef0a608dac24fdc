/** The first block of a record: what the product is. */
import type {Element} from 'xast'
import type {Language} from '../../core/model.ts'
import type {OnixFeature} from '../../core/onix.ts'
import type {ReleasedEdition} from '../../core/release.ts'
import {describeLanguage} from './languages.ts'
import {group, isDigital, isReflowable, value, type Traded} from './record.ts'
import {describeSubjects} from './subjects.ts'
import {describeContributors, describeSeries, describeTitle} from './titles.ts'

export function describeProduct(traded: Traded): Element {
  const {release, trade, edition} = traded
  return group('DescriptiveDetail', ...describeForm(traded), edition.series && describeSeries(edition.series), describeTitle(edition),
    ...describeContributors(edition, release), ...describeEditionType(traded), ...describeLanguages(edition, release.sourceLanguage),
    ...describeExtents(traded), ...describeSubjects(edition, trade))
}

/** Paperbacks and downloads (list 150), reflowable or of fixed pages (list 175), without technical protection. */
function describeForm({edition, product, format}: Traded): readonly (Element | undefined)[] {
  const digital = isDigital(format)
  const details = digital ? isReflowable(format) ? ['E101', 'E200'] : ['E107', 'E201'] : []
  const [language = 'und'] = edition.languages
  return [
    value('ProductComposition', '00'), value('ProductForm', digital ? 'ED' : 'BC'), ...details.map((code) => value('ProductFormDetail', code)),
    ...(product.accessibility ?? []).map((feature) => describeFeature(feature, language)),
    value('PrimaryContentType', '10'),
    ...(digital ? [] : measure('01', product.trim?.height)), ...(digital ? [] : measure('02', product.trim?.width)),
    digital ? value('EpubTechnicalProtection', '00') : undefined, digital ? describeLicense(edition.rights) : undefined
  ]
}

/** Only the summary is a text in a language; the other words are names, addresses and dates. */
function describeFeature({type, value: code, description}: OnixFeature, language: Language): Element {
  const said = type === '09' && code === '00' ? {language: describeLanguage(language).code} : {}
  return group('ProductFormFeature', value('ProductFormFeatureType', type), value('ProductFormFeatureValue', code), description === undefined ? undefined : value('ProductFormFeatureDescription', description, said))
}

function measure(type: string, millimetres: number | undefined): readonly Element[] {
  return millimetres === undefined ? [] : [group('Measure', value('MeasureType', type), value('Measurement', Math.round(millimetres)), value('MeasureUnitCode', 'mm'))]
}

/** A licence of Creative Commons, by its address or its short name. */
function describeLicense(rights: string | undefined): Element | undefined {
  const [address, path] = /https?:\/\/creativecommons\.org\/((?:licenses|publicdomain)\/[\w./-]*[\w/])/.exec(rights ?? '') ?? []
  const [name, kind = '', version] = /\bCC[ -]((?:BY(?:-(?:NC|SA|ND)){0,2}|0))(?:[ -](\d\.\d))?\b/.exec(rights ?? '') ?? []
  const named = kind === '0' ? 'publicdomain/zero/1.0/' : version === undefined ? undefined : `licenses/${kind.toLowerCase()}/${version}/`
  const link = address === undefined ? named : path
  if (rights === undefined || (address === undefined && name === undefined)) return undefined
  return group('EpubLicense', value('EpubLicenseName', name ?? rights),
    link === undefined ? undefined : group('EpubLicenseExpression', value('EpubLicenseExpressionType', '01'), value('EpubLicenseExpressionLink', `https://creativecommons.org/${link}`)))
}

/** List 21: bilingual, multilingual, in large type. */
function describeEditionType({edition, format}: Traded): readonly Element[] {
  const {length} = edition.languages
  return [...(length === 2 ? ['BLL'] : length > 2 ? ['MLL'] : []), ...(format === 'large-print' ? ['LTE'] : [])].map((code) => value('EditionType', code))
}

/** The languages of the text (list 22: 01), and the one that it was translated from (02) where it does not hold that, too. */
function describeLanguages({languages}: ReleasedEdition, source: Language | undefined): readonly Element[] {
  const codes = languages.map((language) => describeLanguage(language).code)
  const isTranslated = source !== undefined && !codes.includes(describeLanguage(source).code)
  return [...languages.map((language) => ['01', language] as const), ...(isTranslated ? [['02', source] as const] : [])].map(([role, language]) => {
    const {code, country, script} = describeLanguage(language)
    return group('Language', value('LanguageRole', role), value('LanguageCode', code), ...(country === undefined ? [] : [value('CountryCode', country)]), ...(script === undefined ? [] : [value('ScriptCode', script)]))
  })
}

/** Pages of what has pages, as it is produced (list 23: 06) and as one counts them (11); of an e-book those of its printed counterpart (08); bytes of a file (22). */
function describeExtents({edition, product, format, file}: Traded): readonly Element[] {
  const extent = (type: string, size: number | undefined, unit: string): readonly Element[] =>
    size === undefined ? [] : [group('Extent', value('ExtentType', type), value('ExtentValue', size), value('ExtentUnit', unit))]
  const printed = edition.products.find((each) => each.format === 'pdf')?.pages
  const pages = isReflowable(format) ? extent('08', printed, '03') : [...extent('11', product.pages, '03'), ...(isDigital(format) ? [] : extent('06', product.pages, '03'))]
  return [...pages, ...(isDigital(format) ? extent('22', file.size, '17') : [])]
}
