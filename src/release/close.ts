/** Completes the output folder: what was built and what stays becomes one release, with its catalogue, feeds, manifest and sums. */
import type {Report} from '../core/diagnostic.ts'
import {sha256} from '../core/digest.ts'
import type {Sources} from '../core/model.ts'
import {listReleasedFiles, manifestFile, signatureFile, sumsFile} from '../core/released-files.ts'
import type {Release, ReleasedFile} from '../core/release.ts'
import type {Closing, FormerFile} from '../core/world.ts'
import {compareReleases} from '../distribute/changes/compare.ts'
import {describeAll} from '../distribute/changes/describe.ts'
import {listErrata} from '../distribute/changes/errata-page.ts'
import {checkIdentifiers} from '../distribute/identifiers.ts'
import {readManifest, writeManifest} from '../distribute/manifest/manifest.ts'
import {writeSums} from '../distribute/manifest/sums.ts'
import {makeOnix} from '../distribute/onix/message.ts'
import {makeFeeds} from '../distribute/opds/feeds.ts'
import {makeSite} from '../distribute/site/site.ts'
import {mergeReleases, type Scope} from './merge.ts'

/** The signature of the sums. */
export type Sign = (sums: string, release: Release) => string

export interface CloseSetting {
  readonly sources: Sources
  readonly scope: Scope
  /** Signs the sums; absent: the release is not signed. */
  readonly sign?: Sign
  /** The release with which the publication compares this one. */
  readonly since?: Release
}

/** `built` holds what this build published; the former release is in the output folder. Nothing where two products cannot be told from one another, which is reported. */
export async function closeRelease(built: Release, former: FormerFile, {sources, scope, sign, since}: CloseSetting, report: Report): Promise<Closing | undefined> {
  const before = await maybeFormer(former)
  const merged = mergeReleases(built, before, scope)
  if (!checkIdentifiers(merged, report)) return undefined
  const pages = makePages(merged, sources, scope, since, report)
  const pagePaths = new Set(pages.keys())
  const files = [...merged.files.filter(({path}) => !pagePaths.has(path)), ...[...pages].map(([path, content]) => describeFile(path, content))]
  const release: Release = {...merged, files: files.sort((a, b) => a.path < b.path ? -1 : 1)}
  const manifest = encode(writeManifest(release))
  const sums = writeSums([...listReleasedFiles(release), describeFile(manifestFile, manifest)])
  const signature = sign?.(sums, release)
  const closing = new Map<string, Uint8Array>([...pages, [manifestFile, manifest], [sumsFile, encode(sums)], ...(signature === undefined ? [] : [[signatureFile, encode(signature)] as const])])
  return {files: closing, withdrawn: listWithdrawn(before, release, built, signature === undefined)}
}

async function maybeFormer(former: FormerFile): Promise<Release | undefined> {
  const content = await former(manifestFile)
  const release = content && readManifest(new TextDecoder().decode(content))
  return release && !('problem' in release) ? release : undefined
}

/** Pages for readers and feeds for their programs. */
function makePages(release: Release, {terms, styles, publication: {trade}}: Sources, {tags}: Scope, since: Release | undefined, report: Report): ReadonlyMap<string, Uint8Array> {
  const changes = since && describeAll(compareReleases(since, release), terms)
  const isWhole = tags.every((tag) => release.editions.some((edition) => edition.tag === tag))
  const onix = trade && makeOnix(release, {trade, isWhole}, report)
  const texts = [...makeSite(release, {terms, styles, further: listErrata(release)}), ...makeFeeds(release, {terms, ...(changes && {changes})}), ...onix === undefined ? [] : [['onix.xml', onix] as const]]
  return new Map(texts.map(([path, text]) => [path, encode(text)]))
}

/** Files of the former release that nothing names any more; those of another publication are none of ours. A signature of former sums is void, whosever they were. */
function listWithdrawn(former: Release | undefined, release: Release, {identifier}: Release, isUnsigned: boolean): readonly string[] {
  const signature = isUnsigned ? [signatureFile] : []
  if (!former || former.identifier !== identifier || former.name !== release.name) return signature
  const paths = new Set(listReleasedFiles(release).map(({path}) => path))
  return [...listReleasedFiles(former).map(({path}) => path).filter((path) => !paths.has(path)), ...signature]
}

/** A file as a release names it. */
export function describeFile(path: string, content: Uint8Array): ReleasedFile {
  return {path, size: content.length, sha256: sha256(content)}
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
