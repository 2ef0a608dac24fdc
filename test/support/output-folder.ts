/** Output folders of a small release: in memory, and on disk. */
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {sha256} from '../../src/core/digest.ts'
import type {OutputFolder} from '../../src/core/output-folder.ts'
import type {Release, ReleasedFile} from '../../src/core/release.ts'
import {listReleasedFiles} from '../../src/core/released-files.ts'
import {writeManifest} from '../../src/distribute/manifest/manifest.ts'
import {writeSums} from '../../src/distribute/manifest/sums.ts'
import {contentOf, makeRelease, makeReleasedFile} from './release.ts'

export type Contents = ReadonlyMap<string, Uint8Array>

/** All files of a release, with manifest and sums. Files whose content `contents` has not hold what `makeReleasedFile` describes. */
export function makeOutput(release: Release = makeRelease(), contents: Contents = new Map()): Map<string, Uint8Array> {
  const files = listReleasedFiles(release)
  const manifest = new TextEncoder().encode(writeManifest(release))
  const sums = writeSums([...files, {path: 'manifest.json', size: manifest.length, sha256: sha256(manifest)}])
  return new Map([
    ...files.map(({path, size}) => [path, contents.get(path) ?? contentOf(path, size)] as const), ['manifest.json', manifest], ['SHA256SUMS', new TextEncoder().encode(sums)]
  ])
}

/** A folder that is none, for judging. */
export function makeMemoryFolder(contents: Contents, refused: ReadonlyMap<string, 'link' | 'special'> = new Map()): OutputFolder {
  return {
    name: 'dist',
    list: async () => [...[...contents].map(([path, {length}]) => ({path, size: length})), ...[...refused].map(([path, kind]) => ({path, size: 0, refused: kind}))].sort((a, b) => a.path < b.path ? -1 : 1),
    read: async (path) => contents.get(path),
    digest: async (path) => {
      const content = contents.get(path)
      return content && {size: content.length, sha256: sha256(content)}
    }
  }
}

/** The contents as files below a folder. */
export function writeOutput(folder: string, contents: Contents): void {
  for (const [path, content] of contents) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), content)
  }
}

/** A release with pages and feeds whose files hold `texts`, by path; files of that name change, others are added, those without text go. With all files. */
export function makeVersion(texts: Readonly<Record<string, string | undefined>>, more: Partial<Release> = {}): {readonly release: Release; readonly output: Map<string, Uint8Array>} {
  const contents = new Map(Object.entries(texts).flatMap(([path, text]) => text === undefined ? [] : [[path, Buffer.from(text)] as const]))
  const isGone = (path: string): boolean => path in texts && texts[path] === undefined
  const renew = (file: ReleasedFile): ReleasedFile => {
    const content = contents.get(file.path)
    return content ? {path: file.path, size: content.length, sha256: sha256(content)} : file
  }
  const base = makeRelease()
  const known = new Set([...listReleasedFiles(base).map(({path}) => path), ...guides])
  const added = [...contents.keys()].filter((path) => !known.has(path)).map((path) => renew({path, size: 0, sha256: ''}))
  const release = {
    ...base, files: [...base.files.map(renew), ...guides.map((path) => renew(makeReleasedFile(path))), ...added].filter(({path}) => !isGone(path)),
    editions: base.editions.map(({cover, thumbnail, products, ...edition}) => ({
      ...edition, ...(cover && !isGone(cover.path) && {cover: renew(cover)}), ...(thumbnail && {thumbnail: renew(thumbnail)}),
      products: products.map((product) => ({...product, files: product.files.map(renew).filter(({path}) => !isGone(path))})).filter(({files}) => files.length > 0)
    })), ...more
  }
  return {release, output: makeOutput(release, contents)}
}

const guides = ['index.html', 'en/index.html', 'opds.json', 'opds.xml', 'onix.xml']
