/** ONIX for Books 3.0 in reference tags: one record for each edition and format that shops can sell or give away. */
import type {Element} from 'xast'
import type {Report} from '../../core/diagnostic.ts'
import type {Release} from '../../core/release.ts'
import {loosen, suggest} from '../../core/suggest.ts'
import type {Trade} from '../../core/trade.ts'
import {makeUuid} from '../../core/uuid.ts'
import {element, formatXml} from '../xml.ts'
import {describeCollateral} from './collateral.ts'
import {describeProduct} from './descriptive.ts'
import {describePublishing, describeSupply} from './publishing.ts'
import {group, identify, isForthcoming, listTraded, publisherOf, value, type Traded} from './record.ts'
import {relateProduct} from './related.ts'

export interface OnixSetting {
  readonly trade: Trade
  /** Whether the release has all editions of the publication: else a keyword that none has may be one of another. */
  readonly isWhole?: boolean
}

/** The message, a line end last; `undefined` where the release has nothing for the trade. */
export function makeOnix(release: Release, {trade, isWhole = true}: OnixSetting, report: Report): string | undefined {
  const traded = listTraded(release, trade)
  if (traded.length === 0) return undefined
  checkTrade(release, trade, report)
  if (isWhole) checkThema(release, trade, report)
  return formatXml(element('ONIXMessage', {xmlns: 'http://ns.editeur.org/onix/3.0/reference', release: '3.0'}, [
    group('Header',
      group('Sender', value('SenderName', trade.sender.name ?? publisherOf(release, trade)), trade.sender.email === undefined ? undefined : value('EmailAddress', trade.sender.email)),
      value('SentDateTime', release.modified.replaceAll(/[-:]/g, ''))),
    ...traded.map((each) => describeRecord(each, traded))
  ]))
}

/** The reference stays the same when a product gets an ISBN. */
function describeRecord(traded: Traded, all: readonly Traded[]): Element {
  const {release, edition, format, product} = traded
  return group('Product',
    value('RecordReference', `urn:uuid:${makeUuid(`${release.identifier} record ${edition.tag} ${format}`)}`),
    value('NotificationType', isForthcoming(release) ? '02' : '03'),
    ...identify(product), describeProduct(traded), describeCollateral(traded), describePublishing(traded), relateProduct(traded, all), describeSupply(traded))
}

function checkTrade(release: Release, trade: Trade, report: Report): void {
  const {place} = trade
  if (release.publisher === undefined) report('distribute/no-publisher', {name: publisherOf(release, trade)}, place)
  for (const {tag, rights} of release.editions) if (rights === undefined) report('distribute/no-rights', {edition: tag}, place)
}

function checkThema(release: Release, trade: Trade, report: Report): void {
  const keywords = [...new Set(release.editions.flatMap(({articles}) => articles.flatMap((article) => article.keywords)))]
  const known = new Set(keywords.map(loosen))
  for (const row of trade.thema) if (!known.has(loosen(row.keyword))) report('distribute/thema-keyword', {keyword: row.keyword, suggestion: suggest(row.keyword, keywords)}, row.place)
}
