/** The blocks of a record that say who publishes a product, when, where, and at what price. */
import type {Element} from 'xast'
import type {Availability, Price} from '../../core/trade.ts'
import {linkTo} from '../links.ts'
import {compactDate, group, isForthcoming, publisherOf, value, type Traded} from './record.ts'

/** List 65. */
const codeByAvailability: Readonly<Record<Availability, string>> = {available: '20', 'in-stock': '21', 'to-order': '22', 'on-demand': '23'}

/** Sold everywhere, the publisher claiming no exclusive rights: which it has, nobody has told us. */
export function describePublishing({release, trade, edition}: Traded): Element {
  const {address, date} = release
  const year = edition.copyrighted?.slice(0, 4)
  return group('PublishingDetail',
    group('Publisher', value('PublishingRole', '01'), value('PublisherName', publisherOf(release, trade)),
      address === undefined ? undefined : group('Website', value('WebsiteRole', '02'), value('WebsiteLink', linkTo(`${edition.tag}/`, '', address)))),
    value('PublishingStatus', isForthcoming(release) ? '02' : '04'),
    date === undefined ? undefined : group('PublishingDate', value('PublishingDateRole', '01'), value('Date', compactDate(date), {dateformat: '00'})),
    year === undefined ? undefined : group('CopyrightStatement', value('CopyrightYear', year)),
    group('SalesRights', value('SalesRightsType', '02'), describeWorld()))
}

function describeWorld(): Element {
  return group('Territory', value('RegionsIncluded', 'WORLD'))
}

/** From the publisher, to shops. */
export function describeSupply({release, trade, format}: Traded): Element {
  const waits = isForthcoming(release)
  const price = trade.prices.get(format)
  return group('ProductSupply', group('SupplyDetail',
    group('Supplier', value('SupplierRole', '01'), value('SupplierName', publisherOf(release, trade))),
    value('ProductAvailability', waits ? '10' : codeByAvailability[trade.availability.get(format) ?? 'available']),
    waits && release.date !== undefined ? group('SupplyDate', value('SupplyDateRole', '08'), value('Date', compactDate(release.date), {dateformat: '00'})) : undefined,
    ...describePrice(price)))
}

/** Free of charge (list 57: 01), recommended prices with tax (list 58: 02), or to be asked for (04). */
function describePrice(price: Price | undefined): readonly Element[] {
  if (price === undefined || price === 'free' || price.size === 0) return [value('UnpricedItemType', price === 'free' ? '01' : '04')]
  return [...price].map(([currency, amount]) => {
    const digits = new Intl.NumberFormat('en', {style: 'currency', currency}).resolvedOptions().maximumFractionDigits
    return group('Price', value('PriceType', '02'), value('PriceAmount', amount.toFixed(digits)), value('CurrencyCode', currency))
  })
}
