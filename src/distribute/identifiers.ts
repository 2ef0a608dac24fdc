/** Whether every product of a release can be told from all others. */
import type {Report} from '../core/diagnostic.ts'
import type {Release} from '../core/release.ts'

/** Reports each identifier that two products share: formats, languages, those of former builds too. */
export function checkIdentifiers({editions}: Release, report: Report): void {
  const ownerByIdentifier = new Map<string, string>()
  for (const {tag, products} of editions) {
    for (const {identifier, format} of products) {
      const [product, other] = [`${tag}/${format}`, ownerByIdentifier.get(identifier)]
      if (other !== undefined) report('distribute/same-identifier', {identifier, product, other})
      else ownerByIdentifier.set(identifier, product)
    }
  }
}
