/** The number moved from the printed book in English to the one in Arabic; only that was built. */
import {makeLedger, type Diagnostic} from '../../../../src/core/diagnostic.ts'
import {checkIdentifiers} from '../../../../src/distribute/identifiers.ts'
import {makeRelease} from '../../../support/release.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const {list, report} = makeLedger()
  const release = makeRelease()
  const editions = release.editions.map((edition) => ({
    ...edition, products: edition.products.map((product) => product.format === 'pdf' && ['en', 'ar'].includes(edition.tag) ? {...product, isbn: '9780306406157', identifier: 'urn:isbn:9780306406157'} : product)
  }))
  checkIdentifiers({...release, editions}, report)
  return list
}
