/** Manuscripts: which files are articles, in which language, under which slug. */
import {readSlug} from '../core/front-matter.ts'
import type {Report} from '../core/diagnostic.ts'
import {isUtf8} from '../core/encoding.ts'
import {maybeLanguage} from '../core/locale.ts'
import type {Language, Manuscript} from '../core/model.ts'
import type {Listed, World} from '../core/world.ts'

const manuscriptName = /\.(?:md|markdown|txt)$/i
/** Folders of a publication that hold no language. */
const otherFolders = new Set(['images', 'templates', 'styles'])

export interface ManuscriptFile {
  readonly path: string
  readonly language: Language
}

/** The files that are manuscripts, by path, and the languages they are in; what stands elsewhere is reported. */
export function findManuscripts(files: readonly Listed[], report: Report): readonly ManuscriptFile[] {
  const strangers = new Set<string>()
  return files.flatMap(({path}) => {
    if (!manuscriptName.test(path)) return []
    const [folder, ...rest] = path.split('/')
    if (folder === undefined || otherFolders.has(folder)) return []
    if (rest.length === 0) {
      if (!/^(?:readme|changelog|licen[cs]e|contributing)\b/i.test(path)) report('read/outside-language', {file: path}, {file: path})
      return []
    }
    const language = maybeLanguage(folder)
    if (language !== undefined) return [{path, language}]
    if (!strangers.has(folder)) report('read/unknown-folder', {folder}, {file: path})
    strangers.add(folder)
    return []
  })
}

/** Reads the manuscripts and names them: `slug` of the front matter, else the file's name, else (where two share it) its path. */
export async function readManuscripts(world: World, files: readonly ManuscriptFile[], report: Report): Promise<readonly Manuscript[]> {
  const texts = await Promise.all(files.map((file) => maybeText(world, file.path, report)))
  const drafts = files.flatMap((file, at) => {
    const text = texts[at]
    if (text === undefined) return []
    const path = file.path.slice(file.path.indexOf('/') + 1).replace(manuscriptName, '').normalize('NFC')
    const given = readSlug(text)?.toWellFormed().normalize('NFC') // half a character can stand in no address
    return [{...file, text, path, file: file.path, given, name: given ?? nameOf(path)}]
  })
  const crowded = findCrowded(drafts.filter(({given}) => given === undefined))
  const seen = new Map<string, string>()
  return drafts.flatMap(({file, language, text, path, name, given}) => {
    const slug = given === undefined && crowded.has(name) ? path.replace(/\/_?index$/i, '') : name
    const key = `${language}/${slug}`
    const other = seen.get(key)
    if (other !== undefined) {
      report('read/same-slug', {slug, other}, {file})
      return []
    }
    seen.set(key, file)
    return [{file, language, slug, text}]
  })
}

/** The text of a file; bytes that are not UTF-8 are reported and replaced. */
export async function maybeText(world: World, path: string, report: Report): Promise<string | undefined> {
  try {
    const bytes = await world.read(path)
    const text = new TextDecoder('utf-8').decode(bytes)
    if (text.includes('\uFFFD') && !isUtf8(bytes)) report('read/encoding', {file: path}, {file: path})
    return text
  } catch (error) {
    report('read/unreadable', {file: path, reason: error instanceof Error ? error.message : String(error)}, {file: path})
    return undefined
  }
}

/** The last step of a path; `index` files are named by their folder. */
function nameOf(path: string): string {
  const steps = path.split('/')
  const last = steps.at(-1) ?? path
  return /^_?index$/i.test(last) && steps.length > 1 ? steps.at(-2) ?? last : last
}

/** Names that some language gives to two files: their articles are known by path in every language. */
function findCrowded(drafts: readonly {readonly language: Language; readonly name: string}[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const crowded = new Set<string>()
  for (const {language, name} of drafts) {
    const key = `${language}/${name}`
    if (seen.has(key)) crowded.add(name)
    seen.add(key)
  }
  return crowded
}
