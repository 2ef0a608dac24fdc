/** What `verify` and `publish` say of an output folder. */
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Release} from '../core/release.ts'
import {listReleasedFiles} from '../core/released-files.ts'
import {maybePublicKey} from '../distribute/manifest/minisign.ts'
import type {Signed} from '../distribute/manifest/signature.ts'
import {examineRelease} from '../publish.ts'
import {maybeGivenFile} from '../world/given-file.ts'
import {openOutputFolder} from '../world/output-folder.ts'
import {UsageError} from './command.ts'

/** What an output folder says of itself, in brief. */
export interface Told extends Pick<Release, 'name' | 'modified' | 'revision'> {
  readonly files: number
  readonly bytes: number
  /** `unchecked`: nobody gave a key. */
  readonly signature: Signed | 'unchecked' | 'refused' | 'none'
  /** Files of former states at a place of publication. */
  readonly archived: number
}

/** A public key of minisign: what stands in the file of that name, or the words themselves. Throws `UsageError`. */
export async function readPublicKey(given: string): Promise<string> {
  const file = await maybeGivenFile(given)
  const text = file && file.length < 10_000 ? Buffer.from(file).toString() : given
  if (!maybePublicKey(text)) throw new UsageError(`Unexpected --key ${given}, expected the file of a public key that minisign made, or its second line`)
  return text
}

export async function judgeRelease(folder: string, publicKey: string | undefined, signal: AbortSignal): Promise<{readonly diagnostics: readonly Diagnostic[]; readonly rows: readonly []; readonly release?: Told}> {
  const {read, diagnostics, archived} = await examineRelease(openOutputFolder(folder, signal), publicKey)
  if (!read) return {diagnostics, rows: []}
  const {name, modified, revision} = read.release
  const files = listReleasedFiles(read.release)
  const bytes = files.reduce((sum, {size}) => sum + size, 0)
  return {diagnostics, rows: [], release: {name, modified, ...(revision && {revision}), files: files.length, bytes, signature: read.signature ?? 'none', archived}}
}

/** Lines below the verdict. */
export function describeRelease({name, modified, revision, files, bytes, signature, archived}: Told): string {
  const state = revision ? `, revision ${revision.id.slice(0, 12)}${revision.changed ? ' with changes' : ''}` : ''
  const signed = signature === 'none' ? 'none' : signature === 'refused' ? 'wrong'
    : signature === 'unchecked' ? 'not checked: give the public key with --key' : `by key ${signature.keyId}: ${signature.comment}`
  return `  release    ${name} of ${modified}${state}\n  files      ${files}, ${formatBytes(bytes)}\n  signature  ${signed}\n${archived > 0 ? `  editions   ${archived} files of former states, not judged\n` : ''}`
}

export function formatBytes(bytes: number): string {
  return bytes < 1000 ? `${bytes} bytes` : bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`
}
