/** What servers tell of a file: its media type, and for how long it may be shown unasked. */
import type {Release} from '../../core/release.ts'

const typeByEnding: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html; charset=utf-8'], ['css', 'text/css; charset=utf-8'], ['json', 'application/json'], ['xml', 'application/xml'], ['csv', 'text/csv; charset=utf-8'], ['txt', 'text/plain; charset=utf-8'],
  ['jpg', 'image/jpeg'], ['png', 'image/png'], ['svg', 'image/svg+xml'], ['epub', 'application/epub+zip'], ['pdf', 'application/pdf']
])
const typeByName: ReadonlyMap<string, string> = new Map([
  ['opds.json', 'application/opds+json'], ['opds.xml', 'application/atom+xml;profile=opds-catalog'], ['SHA256SUMS', 'text/plain; charset=utf-8'], ['SHA256SUMS.minisig', 'text/plain; charset=utf-8']
])

/** Seconds for which a book may be shown without asking: it keeps its name when it changes. */
const bookFreshness = 300

/** Pages, feeds and records lead to everything else, and are asked for each time. */
export function isGuide(path: string): boolean {
  return /(?:\.(?:html|json|xml|css)|^SHA256SUMS(?:\.minisig)?)$/.test(path)
}

export function freshnessOf(path: string): number {
  return isGuide(path) ? 0 : bookFreshness
}

/** By the release where it says so, else by the name. */
export function listMediaTypes({editions}: Release): (path: string) => string {
  const said = new Map(editions.flatMap(({products}) => products.flatMap(({files, mediaType}) => files.map(({path}) => [path, mediaType] as const))))
  return (path) => said.get(path) ?? typeByName.get(path.slice(path.lastIndexOf('/') + 1)) ?? typeByEnding.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase()) ?? 'application/octet-stream'
}
