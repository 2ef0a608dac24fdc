/** The files of a release: which there are, and what they may be called. */
import type {Release, ReleasedFile} from './release.ts'

export const manifestFile = 'manifest.json'
export const sumsFile = 'SHA256SUMS'
export const signatureFile = 'SHA256SUMS.minisig'
/** Folder of a published release's former states; no file of a release lies there. */
export const archiveFolder = 'editions'

/** S3 takes keys of 1024 bytes; this leaves room for where they go. */
const longestPath = 800

/** Every file, once, sorted by path in code-unit order. Neither the manifest nor its sums. */
export function listReleasedFiles(release: Release): readonly ReleasedFile[] {
  return [...new Map(listMentions(release).map((file) => [file.path, file])).values()].sort((a, b) => a.path < b.path ? -1 : 1)
}

/** Every file as often as the release names it. */
export function listMentions({editions, files}: Release): readonly ReleasedFile[] {
  return [...files, ...editions.flatMap(({cover, thumbnail, products}) => [
    ...(cover ? [cover] : []), ...(thumbnail ? [thumbnail] : []), ...products.flatMap((product) => product.files)
  ])]
}

/** Whether a file of a release may be called so: relative, below the output folder on every system, not hidden, none of the names that we keep for ourselves. */
export function isReleasedPath(path: string): boolean {
  const segments = path.split('/')
  return path.isWellFormed() && Buffer.byteLength(path) <= longestPath && !/[\\\0-\x1f\x7f-\x9f]|^[a-z]:/i.test(path) &&
    segments.every((segment) => segment !== '' && !segment.startsWith('.')) &&
    segments[0]?.toLowerCase() !== archiveFolder && ![manifestFile, sumsFile, signatureFile].some((own) => own.toLowerCase() === path.toLowerCase())
}
