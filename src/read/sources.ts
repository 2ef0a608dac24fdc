/** Reads everything the build starts from: manuscripts, configuration, templates, styles, terms, pictures. */
import {fromHtml} from 'hast-util-from-html'
import type {Report} from '../core/diagnostic.ts'
import {digitsOf} from '../core/folio.ts'
import {maybeLanguage} from '../core/locale.ts'
import type {EditionSpec, Language, Sources} from '../core/model.ts'
import type {TemplateFile} from '../core/resources.ts'
import type {Terms} from '../core/terms.ts'
import {ReadError, type Listed, type World} from '../core/world.ts'
import {readFormer, setReleasesAside} from './changes.ts'
import {readPublication, type ConfigTexts} from './config.ts'
import {readGlossary} from './glossary.ts'
import {findManuscripts, maybeText, readManuscripts} from './manuscripts.ts'
import {readRecords} from './records.ts'
import {readResources} from './resources.ts'
import {readTerms} from './terms.ts'

/** The sources of the publication in the world's folder, called `folderName` where it has no name of its own. */
export async function readSources(world: World, folderName: string, report: Report): Promise<Sources> {
  const listed = [...await world.list()].sort((a, b) => a.path < b.path ? -1 : 1) // the order of files never shows
  for (const {path, refused} of listed) {
    if (refused) report('read/refused-file', {file: path, reason: refused === 'link' ? 'symbolic link' : 'special file'}, {file: path})
  }
  const there = listed.filter(({refused}) => refused === undefined)
  const files = setReleasesAside(there)
  const manuscripts = await readManuscripts(world, findManuscripts(files, report), report)
  const languages = [...new Set(manuscripts.map(({language}) => language))].sort()
  if (languages.length === 0) report('read/no-manuscripts', {folder: folderName})

  const texts = await readConfigTexts(world, files, languages, report)
  const slugs = new Set(manuscripts.map(({slug}) => slug))
  const [templates, styles] = [await readHouse(world, files, 'templates', report), await readHouse(world, files, 'styles', report)]
  const publication = readPublication(folderName, texts, languages, slugs, report)
  const former = await readFormer(world, there, publication, report)
  return {
    publication,
    manuscripts,
    templates: parseTemplates(templates),
    styles: new Map([...styles].flatMap(([path, text]) => path.endsWith('.css') ? [[path.slice(0, -4), closeStyle(path, text, report)]] : [])),
    terms: withNumerals(readTerms({house: await world.house('templates'), all: templates}, languages, report), publication.editions),
    resources: await readResources(world, files, report),
    records: await readRecords(world, files, manuscripts, report),
    glossary: await readGlossary(world, files, report),
    ...(former && {former})
  }
}

/** The terms with the digits that each edition asks for. */
function withNumerals(terms: ReadonlyMap<Language, Terms>, editions: readonly EditionSpec[]): ReadonlyMap<Language, Terms> {
  return new Map(editions.flatMap(({language, numerals}) => {
    const own = terms.get(language)
    return own ? [[language, {...own, digits: digitsOf(language, numerals)}] as const] : []
  }))
}

async function readConfigTexts(world: World, files: readonly Listed[], languages: readonly Language[], report: Report): Promise<ConfigTexts> {
  const editions = new Map<Language, {file: string; text: string}>()
  for (const {path} of files) {
    const folder = /^([^/]+)\/edition\.ya?ml$/.exec(path)?.[1]
    const language = folder === undefined ? undefined : maybeLanguage(folder)
    if (language === undefined) continue
    if (!languages.includes(language)) report('read/edition-without-manuscripts', {language}, {file: path})
    const text = await maybeText(world, path, report)
    if (text !== undefined) editions.set(language, {file: path, text})
  }
  const file = files.find(({path}) => /^publication\.ya?ml$/.test(path))?.path
  const text = file === undefined ? undefined : await maybeText(world, file, report)
  return {editions, ...(file !== undefined && text !== undefined && {publication: {file, text}, profiles: await readProfiles(world, files, text)})}
}

/** ICC profiles whose path stands in the publication's configuration: others are not opened. One that cannot be read is as good as absent. */
async function readProfiles(world: World, files: readonly Listed[], configuration: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const profiles = new Map<string, Uint8Array>()
  for (const {path} of files) {
    if (!/\.ic[cm]$/i.test(path) || !configuration.includes(path)) continue
    const content = await world.read(path).catch((error: unknown) => {
      if (error instanceof ReadError) return undefined
      throw error
    })
    if (content) profiles.set(path, content)
  }
  return profiles
}

/** Our own files of a kind, with the publisher's in place of those of the same name. */
async function readHouse(world: World, files: readonly Listed[], folder: 'templates' | 'styles', report: Report): Promise<ReadonlyMap<string, string>> {
  const all = new Map(await world.house(folder))
  for (const {path} of files) {
    if (!path.startsWith(`${folder}/`) || !/\.(?:html|css|yaml)$/.test(path)) continue
    const text = await maybeText(world, path, report)
    if (text !== undefined) all.set(path.slice(folder.length + 1), text)
  }
  return all
}

function parseTemplates(texts: ReadonlyMap<string, string>): ReadonlyMap<string, TemplateFile> {
  return new Map([...texts].flatMap(([path, text]) => path.endsWith('.html')
    ? [[path.slice(0, -5), {file: `templates/${path}`, tree: fromHtml(text, {fragment: true})}]]
    : []))
}

/** A style sheet that loads nothing: an e-book with outside references is not valid, and print has no network. */
function closeStyle(path: string, css: string, report: Report): string {
  return css.replaceAll(/@import[^;]*;|url\((?!\s*['"]?\s*(?:data:|#))[^)]*\)/gi, (reference) => {
    report('read/style-reference', {reference}, {file: `styles/${path}`})
    return reference.startsWith('@') ? '' : 'none'
  })
}
