/** The order of what we write of ONIX 3.0, as its documentation sets it out, and what may not be missing. */
import type {Element} from 'xast'
import {childrenOf} from './opds-rules.ts'

/** Children in their order, those with a mark in any number (`*`), at most once (`?`), at least once (`+`); the others once. */
const models: Readonly<Record<string, string>> = {
  ONIXMessage: 'Header Product+',
  Header: 'Sender SentDateTime', Sender: 'SenderName EmailAddress?',
  Product: 'RecordReference NotificationType ProductIdentifier+ DescriptiveDetail CollateralDetail? PublishingDetail RelatedMaterial ProductSupply',
  ProductIdentifier: 'ProductIDType IDTypeName? IDValue',
  DescriptiveDetail: 'ProductComposition ProductForm ProductFormDetail* ProductFormFeature* PrimaryContentType Measure* EpubTechnicalProtection? EpubLicense? Collection? TitleDetail Contributor* NoContributor? EditionType* Language+ Extent* Subject*',
  ProductFormFeature: 'ProductFormFeatureType ProductFormFeatureValue ProductFormFeatureDescription?', Measure: 'MeasureType Measurement MeasureUnitCode',
  EpubLicense: 'EpubLicenseName EpubLicenseExpression?', EpubLicenseExpression: 'EpubLicenseExpressionType EpubLicenseExpressionLink',
  Collection: 'CollectionType CollectionIdentifier? CollectionSequence? TitleDetail', CollectionIdentifier: 'CollectionIDType IDTypeName? IDValue', CollectionSequence: 'CollectionSequenceType CollectionSequenceNumber',
  TitleDetail: 'TitleType TitleElement', TitleElement: 'TitleElementLevel TitlePrefix? TitleWithoutPrefix? TitleText? Subtitle?',
  Contributor: 'SequenceNumber ContributorRole FromLanguage? ToLanguage* PersonName? PersonNameInverted? CorporateName? CorporateNameInverted?',
  Language: 'LanguageRole LanguageCode CountryCode? ScriptCode?', Extent: 'ExtentType ExtentValue ExtentUnit',
  Subject: 'MainSubject? SubjectSchemeIdentifier SubjectSchemeName? SubjectCode? SubjectHeadingText?',
  CollateralDetail: 'TextContent? SupportingResource?', TextContent: 'TextType ContentAudience Text',
  SupportingResource: 'ResourceContentType ContentAudience ResourceMode ResourceVersion', ResourceVersion: 'ResourceForm ResourceVersionFeature* ResourceLink', ResourceVersionFeature: 'ResourceVersionFeatureType FeatureValue',
  PublishingDetail: 'Publisher PublishingStatus PublishingDate? CopyrightStatement? SalesRights', Publisher: 'PublishingRole PublisherName Website?', Website: 'WebsiteRole WebsiteLink',
  PublishingDate: 'PublishingDateRole Date', CopyrightStatement: 'CopyrightYear', SalesRights: 'SalesRightsType Territory', Territory: 'RegionsIncluded',
  RelatedMaterial: 'RelatedWork+ RelatedProduct*', RelatedWork: 'WorkRelationCode WorkIdentifier', WorkIdentifier: 'WorkIDType IDTypeName IDValue', RelatedProduct: 'ProductRelationCode ProductIdentifier+',
  ProductSupply: 'SupplyDetail', SupplyDetail: 'Supplier ProductAvailability SupplyDate? UnpricedItemType? Price*', Supplier: 'SupplierRole SupplierName', SupplyDate: 'SupplyDateRole Date', Price: 'PriceType PriceAmount CurrencyCode'
}

/** What stands where it may not, or is missing. */
export function judgeOrder(node: Element): readonly string[] {
  const model = models[node.name]
  const children = node.children.filter((child): child is Element => child.type === 'element')
  if (model === undefined) return children.length > 0 ? [`${node.name} is unknown`] : []
  const pattern = new RegExp(`^${model.split(' ').map((part) => `(?: ${part.replace(/[*?+]$/, '')})${/[*?+]$/.exec(part)?.[0] ?? ''}`).join('')}$`)
  const names = children.map(({name}) => ` ${name}`).join('')
  const hasTitle = node.name !== 'TitleElement' || childrenOf(node, 'TitleText', 'TitleWithoutPrefix').length === 1
  return [...(pattern.test(names) && hasTitle ? [] : [`${node.name}:${names}`]), ...children.flatMap(judgeOrder)]
}
