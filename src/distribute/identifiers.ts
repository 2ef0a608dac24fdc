/** Whether every product of a release can be told from all others. */
import type {Report} from '../core/diagnostic.ts'
import type {Release} from '../core/release.ts'

/** Whether no two products share an identifier: formats, languages, those of former builds too. Each that is shared is reported. */
export function checkIdentifiers({editions}: Release, report: Report): boolean {
  let isSound = true
  const ownerByIdentifier = new Map<string, string>()
  for (const {tag, products} of editions) {
    for (const {identifier, format} of products) {
      const [product, other] = [`${tag}/${format}`, ownerByIdentifier.get(identifier)]
      ownerByIdentifier.set(identifier, other ?? product)
      if (other === undefined) continue
      report('distribute/same-identifier', {identifier, product, other})
      isSound = false
    }
  }
  return isSound
}
