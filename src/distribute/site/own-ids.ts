/** Identifiers of a page of which the authors' slugs have theirs. */
import type {ReleasedEdition} from '../../core/release.ts'

/** A beginning that no slug of the edition has. */
export function prefixFor({articles}: ReleasedEdition): string {
  let prefix = '_'
  while (articles.some(({slug}) => slug.startsWith(prefix))) prefix += '_'
  return prefix
}
