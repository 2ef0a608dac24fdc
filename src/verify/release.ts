/** Whether a finished output folder holds what its manifest lists: every file, each byte of it, and nothing else. */
import type {Report} from '../core/diagnostic.ts'
import type {Digest, OutputFolder} from '../core/output-folder.ts'
import type {ReleasedFile} from '../core/release.ts'
import {archiveFolder, manifestFile, signatureFile, sumsFile} from '../core/released-files.ts'
import type {Listed} from '../core/world.ts'

const own: ReadonlySet<string> = new Set([manifestFile, sumsFile, signatureFile])

/** Reports files that are missing, changed, surplus, links, or spelt otherwise. Every file is read. Gives the number of those that were not judged: former states at a place where releases are published. */
export async function verifyFiles(folder: OutputFolder, files: readonly ReleasedFile[], report: Report): Promise<number> {
  const all = await folder.list()
  const found = new Map(all.filter(({path}) => !path.startsWith(`${archiveFolder}/`)).map((file) => [file.path, file]))
  const wanted = new Map(files.map((file) => [file.path, file]))
  const strays = new Map([...found.keys()].filter((path) => !wanted.has(path) && !own.has(path)).map((path) => [fold(path), path]))
  const digests = await Promise.all(files.map(({path}) => found.has(path) ? folder.digest(path) : undefined))
  for (const [at, file] of files.entries()) judgeFile(file, found.get(file.path), digests[at], strays.get(fold(file.path)), (code, facts) => report(code, facts, {file: `${folder.name}/${file.path}`}))
  const misspelt = new Set(files.filter(({path}) => !found.has(path)).map(({path}) => fold(path)))
  for (const [path, {refused}] of found) {
    const place = {file: `${folder.name}/${path}`}
    if (wanted.has(path) || misspelt.has(fold(path))) continue
    if (refused) report('release/link', {kind: refused}, place)
    else if (!own.has(path)) report('release/surplus-file', undefined, place)
  }
  return all.length - found.size
}

function judgeFile({size, sha256}: ReleasedFile, found: Listed | undefined, digest: Digest | undefined, stray: string | undefined, report: Report): void {
  if (found?.refused) report('release/link', {kind: found.refused})
  else if (!found && stray !== undefined) report('release/name-case', {found: stray})
  else if (!digest) report('release/missing-file', {size})
  else if (digest.size !== size || digest.sha256 !== sha256) report('release/changed-file', {size, found: digest.size, sha256, digest: digest.sha256})
}

/** Reports sums that do not say the same as the manifest. `lines` are the numbers of lines that say nothing. */
export function verifySums(sums: ReadonlyMap<string, string>, lines: readonly number[], files: readonly ReleasedFile[], name: string, report: Report): void {
  const tell = (problem: string): void => report('release/sums', {problem}, {file: `${name}/${sumsFile}`})
  for (const line of lines) report('release/sums', {problem: 'line, expected the sum of a file that no other line names'}, {file: `${name}/${sumsFile}`, line})
  const wanted = new Map(files.map(({path, sha256}) => [path, sha256]))
  for (const [path, sha256] of wanted) {
    const said = sums.get(path)
    if (said === undefined) tell(`lack of ${JSON.stringify(path)} in the sums, expected every file that the manifest lists, and the manifest`)
    else if (said !== sha256) tell(`sum of ${JSON.stringify(path)} (${said.slice(0, 12)}…), expected ${sha256.slice(0, 12)}… ${path === manifestFile ? 'as the manifest has' : 'as in the manifest'}`)
  }
  for (const path of sums.keys()) if (!wanted.has(path)) tell(`sum of ${JSON.stringify(path)}, expected files that the manifest lists only`)
}

/** Some file systems ignore case and normalisation. */
function fold(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
