/** A finished output folder, read: its manifest, sums and signature, each judged by itself. */
import {sha256} from '../../core/digest.ts'
import type {Report} from '../../core/diagnostic.ts'
import type {OutputFolder} from '../../core/output-folder.ts'
import type {Release, ReleasedFile} from '../../core/release.ts'
import {listReleasedFiles, manifestFile, signatureFile, sumsFile} from '../../core/released-files.ts'
import {readManifest} from './manifest.ts'
import {verifySignature, type Signed} from './signature.ts'
import {readSums} from './sums.ts'

/** What an output folder says of itself. */
export interface ReadRelease {
  readonly release: Release
  /** The three files that say it; without a signature where it has none. */
  readonly records: readonly ReleasedFile[]
  /** Those of the release and the manifest: what sums must name. */
  readonly summed: readonly ReleasedFile[]
  readonly sums: ReadonlyMap<string, string>
  /** Lines of the sums, from 1, that say nothing. */
  readonly strangeLines: readonly number[]
  /** `unchecked`: by a key that nobody gave; `refused`: a wrong one, which is reported; absent: there is none. */
  readonly signature?: Signed | 'unchecked' | 'refused'
}

/** Reads manifest, sums and signature; `undefined` where there is no manifest that can be read. What is wrong is reported. */
export async function readRelease(folder: OutputFolder, publicKey: string | undefined, report: Report): Promise<ReadRelease | undefined> {
  const [manifest, sums, signature] = await Promise.all([manifestFile, sumsFile, signatureFile].map((path) => folder.read(path)))
  if (!manifest) return void report('release/no-manifest', undefined, {file: folder.name})
  const judged = signature && publicKey !== undefined && sums ? verifySignature(sums, decode(signature), publicKey) : signature && 'unchecked'
  if (publicKey !== undefined && !signature) report('release/signature', {problem: 'lack of a signature, expected one by the key that was given'}, {file: `${folder.name}/${signatureFile}`})
  if (typeof judged === 'object' && 'problem' in judged) report('release/signature', judged, {file: `${folder.name}/${signatureFile}`})
  if (!sums) report('release/sums', {problem: `lack of ${sumsFile}, expected the sums of all files`}, {file: folder.name})
  const release = readManifest(decode(manifest))
  if ('problem' in release) return void report('release/manifest', release, {file: `${folder.name}/${manifestFile}`})
  const records = [[manifestFile, manifest], [sumsFile, sums], [signatureFile, signature]] as const
  const described = records.flatMap(([path, content]) => content ? [{path, size: content.length, sha256: sha256(content)}] : [])
  return {
    release, records: described, summed: [...listReleasedFiles(release), ...described.slice(0, 1)], ...readSums(decode(sums ?? new Uint8Array())),
    ...(judged && {signature: typeof judged === 'object' && 'problem' in judged ? 'refused' : judged})
  }
}

/** A byte order mark stays: neither sha256sum nor minisign passes over it. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)
}
