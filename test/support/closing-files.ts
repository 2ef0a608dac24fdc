/** Which files of an output folder are no products: manifest, sums, catalogue, feeds. */
const closing = /^(?:manifest\.json|SHA256SUMS(?:\.minisig)?|onix\.xml|sitemap.*\.xml|(?:[^/]+\/)?(?:index\.html|opds\.(?:json|xml)))$/

/** The products and what lies beside them. */
export function listProducts(paths: Iterable<string>): readonly string[] {
  return [...paths].filter((path) => !closing.test(path))
}
