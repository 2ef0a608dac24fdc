/** The former release that stands in the publication's folder: its manifest, and its files kept apart from the sources. */
import type {ChangesSetup} from '../core/changes.ts'
import type {Report} from '../core/diagnostic.ts'
import type {Place, Publication, Sources} from '../core/model.ts'
import {manifestFile, sumsFile} from '../core/released-files.ts'
import {suggest} from '../core/suggest.ts'
import type {Listed, World} from '../core/world.ts'
import {maybeText} from './manuscripts.ts'

export interface ChangesSpec {
  readonly since: string
  readonly 'back-matter'?: boolean
}

export function makeChangesSetup(spec: ChangesSpec, place: Place): ChangesSetup {
  return {since: spec.since.normalize('NFC').replace(/^\.\//, '').replace(/\/+$/, ''), backMatter: spec['back-matter'] ?? false, place}
}

/** The files but those of releases, which are folders with a manifest and its sums: their covers are no pictures of the publication. */
export function setReleasesAside(files: readonly Listed[]): readonly Listed[] {
  const paths = new Set(files.map(({path}) => path))
  const folders = new Set([...paths].filter((path) => path.endsWith(`/${manifestFile}`)).map((path) => path.slice(0, -manifestFile.length)).filter((folder) => paths.has(folder + sumsFile)))
  return folders.size === 0 ? files : files.filter(({path}) => !foldersOf(path).some((folder) => folders.has(folder)))
}

/** `releases/1/fr/a.epub` → `releases/`, `releases/1/`, `releases/1/fr/`. */
function foldersOf(path: string): readonly string[] {
  const steps = path.split('/').slice(0, -1)
  return steps.map((_, at) => `${steps.slice(0, at + 1).join('/')}/`)
}

/** The manifest of the release that `changes.since` names; where there is none, that is reported. */
export async function readFormer(world: World, files: readonly Listed[], {changes}: Publication, report: Report): Promise<Sources['former']> {
  if (!changes) return undefined
  const {since, place} = changes
  const manifests = files.map(({path}) => path).filter((path) => path === manifestFile || path.endsWith(`/${manifestFile}`))
  const wanted = since.endsWith('.json') ? since : `${since}/${manifestFile}`
  const file = files.find(({path}) => path.normalize('NFC') === wanted)?.path
  if (file === undefined) {
    const folders = manifests.map((path) => path.slice(0, -manifestFile.length - 1)).filter(Boolean)
    report('changes/no-release', {since, suggestion: suggest(since, folders) ?? folders[0]}, place)
    return undefined
  }
  const text = await maybeText(world, file, report)
  return text === undefined ? undefined : {file, text}
}
