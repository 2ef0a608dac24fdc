/** `manifest.json`: a release as text that other programs read too, and back. */
import {Ajv2020, type ErrorObject} from 'ajv/dist/2020.js'
import {isReleasedPath, listMentions} from '../../core/released-files.ts'
import type {Release} from '../../core/release.ts'
import schema from './manifest.schema.json' with {type: 'json'}

/** Raised when a reader of today could misread what is written. */
const formatVersion = 1

/** Keys in the order in which they are written, whatever order a value was made in; others follow by name. */
const keyOrder = [
  'hexapla', 'name', 'tag', 'languages', 'direction', 'format', 'mediaType', 'path', 'size', 'sha256', 'slug', 'type', 'value', 'term', 'scheme', 'authority', 'code', 'role', 'id', 'date', 'changed', 'identifier', 'isbn',
  'title', 'kind', 'number', 'sortAs', 'subtitle', 'description', 'sourceLanguage', 'publisher', 'address', 'modified', 'revision', 'rights', 'contributors', 'series', 'subjects', 'cover', 'thumbnail', 'coverAlternative',
  'accessibility', 'language', 'keywords', 'words', 'digest', 'page', 'handout', 'pages', 'trim', 'width', 'height', 'tools', 'articles', 'products', 'editions', 'files'
]
const rankByKey: ReadonlyMap<string, number> = new Map(keyOrder.map((key, at) => [key, at]))

/** A refusal; `problem` completes "Unexpected …". */
export interface Unreadable {
  readonly problem: string
}

const check = new Ajv2020({verbose: true}).compile<Release & {readonly hexapla: number}>(schema)

/** JSON with two blanks and a newline at its end; the same bytes for the same release. */
export function writeManifest(release: Release): string {
  return `${JSON.stringify({hexapla: formatVersion, ...release}, (_, value: unknown) => isRecord(value) ? orderKeys(value) : value, 2)}\n`
}

/** A manifest by anyone; keys that we do not know are no fault. Never throws. */
export function readManifest(text: string): Release | Unreadable {
  const value = maybeJson(text)
  if (!isRecord(value) || !('hexapla' in value)) return {problem: 'content, expected a manifest that Hexapla wrote'}
  if (value['hexapla'] !== formatVersion) return {problem: `version ${show(value['hexapla'])} of the manifest, expected ${formatVersion}; a newer Hexapla may know it`}
  if (!check(value)) return {problem: describe(check.errors?.[0])}
  const {hexapla: _, ...release} = value
  return findWrongFile(release) ?? release
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function orderKeys(value: Record<string, unknown>): Record<string, unknown> {
  const rank = (key: string): number => rankByKey.get(key) ?? keyOrder.length
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)))
}

function maybeJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

function describe(error: ErrorObject | undefined): string {
  const where = error?.instancePath.slice(1).replaceAll('/', '.') || 'its outermost object'
  return `${error?.keyword === 'required' ? 'lack' : `${show(error?.data)}`} in the manifest at ${where}: it ${error?.message ?? 'does not fit'}`.replaceAll(/[\0-\x1f\x7f-\x9f]/g, ' ')
}

function show(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 80)) : Array.isArray(value) ? 'list' : isRecord(value) ? 'object' : String(value)
}

/** Paths that lead out of the folder, and one name for two files. */
function findWrongFile(release: Release): Unreadable | undefined {
  const paths = [...listMentions(release).map(({path}) => path), ...release.editions.flatMap(({articles}) => articles.flatMap(({handout}) => handout ?? []))]
  const wrong = paths.find((path) => !isReleasedPath(path))
  if (wrong !== undefined) return {problem: `path ${show(wrong)} in the manifest, expected one below the output folder that is not hidden`}
  const known = new Map<string, {readonly path: string; readonly content: string}>()
  for (const {path, size, sha256} of listMentions(release)) {
    const content = `${size} ${sha256}`
    const other = known.get(fold(path))
    if (other && other.path !== path) return {problem: `paths ${show(path)} and ${show(other.path)} in the manifest, expected paths that differ in more than case`}
    if (other && other.content !== content) return {problem: `second content of ${show(path)} in the manifest, expected one`}
    known.set(fold(path), {path, content})
  }
  return undefined
}

/** Some file systems ignore case and normalisation. */
function fold(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
