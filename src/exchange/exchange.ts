/** Texts given to translators and taken back: what `hexapla translation` does. */
import {makeLedger, sortDiagnostics, type Diagnostic, type Report} from '../core/diagnostic.ts'
import type {Language, Slug} from '../core/model.ts'
import type {World} from '../core/world.ts'
import {takeParcels, type Taken} from './import.ts'
import {openLibrary, type Library} from './library.ts'
import {listChanges} from '../translation/changes.ts'
import {listUnits} from '../translation/exchange/export.ts'
import {readParcels, writeParcel, type ExchangeFormat} from '../translation/exchange/formats.ts'
import {ExchangeFault, type Parcel, type Received} from '../translation/exchange/unit.ts'

export interface ExportOptions {
  /** The folder's own name. */
  readonly folderName: string
  readonly format: ExchangeFormat
  /** All but the source's when absent; one without articles is one to begin. */
  readonly languages?: readonly Language[]
  /** Only these. */
  readonly slugs?: readonly Slug[]
  readonly drafts: boolean
}

export interface Exported {
  readonly files: readonly {readonly name: string; readonly text: string; readonly language: Language; readonly units: number; readonly open: number}[]
  readonly diagnostics: readonly Diagnostic[]
  /** The configuration cannot be used. */
  readonly misconfigured: boolean
}

/** One file for each target language. */
export async function exportTranslations(world: World, options: ExportOptions): Promise<Exported> {
  const {list, report} = makeLedger()
  const library = await openLibrary(world, options.folderName, report)
  if (!library) return {files: [], diagnostics: sortDiagnostics(list), misconfigured: true}
  const modified = await world.modified(library.sources.publication.date)
  const files: Exported['files'][number][] = []
  for (const language of options.languages ?? library.languages) {
    if (language === library.source) continue
    const units = await listAllUnits(library, language, options)
    const parcel: Parcel = {name: library.sources.publication.name, source: library.source, target: language, modified, units}
    files.push({...writeParcel(parcel, options.format), language, units: units.length, open: units.filter(({target, behind}) => target === undefined || behind).length})
  }
  return {files, diagnostics: sortDiagnostics(list), misconfigured: false}
}

async function listAllUnits(library: Library, language: Language, {slugs, drafts}: ExportOptions): Promise<Parcel['units']> {
  const wanted = slugs && new Set(slugs)
  const articles = await library.pairAll(language)
  return articles.filter(({source: {article}}) => (drafts || !article.draft) && (wanted?.has(article.slug) ?? true)).flatMap(({paired, pair, basis}) =>
    listUnits(paired, pair && basis ? listChanges(pair, basis) : []))
}

export interface ImportOptions {
  readonly folderName: string
  /** As they came back, by the name under which they were given. */
  readonly files: readonly {readonly name: string; readonly content: Uint8Array}[]
  /** Takes what was changed on both sides, and begins editions. */
  readonly force: boolean
}

export interface Imported extends Taken {
  readonly diagnostics: readonly Diagnostic[]
  readonly misconfigured: boolean
}

const nothing: Taken = {kept: [], taken: 0, confirmed: 0, unchanged: 0, open: 0}

/** All files of the publication that change are written, or none. */
export async function importTranslations(world: World, {folderName, files, force}: ImportOptions): Promise<Imported> {
  const {list, report} = makeLedger()
  const library = await openLibrary(world, folderName, report)
  if (!library) return {...nothing, diagnostics: sortDiagnostics(list), misconfigured: true}
  const parcels = files.flatMap(({name, content}) => readParcelsOf(name, content, report).filter((received) => isOurs(received, name, library, force, report)))
  const isSound = !list.some(({severity, code}) => severity === 'fatal' && code.startsWith('exchange/'))
  const taken = isSound ? await takeParcels(parcels, {library, world, force, report}) : nothing
  return {...taken, diagnostics: sortDiagnostics(list), misconfigured: false}
}

function readParcelsOf(name: string, content: Uint8Array, report: Report): readonly Received[] {
  try {
    return readParcels(content, name)
  } catch (error) {
    if (!(error instanceof ExchangeFault)) throw error
    report('exchange/broken-file', {reason: error.message}, {file: name, line: error.line})
    return []
  }
}

/** A memory may hold languages that are none of ours: they are passed over. */
function isOurs({source, target, units}: Received, file: string, {source: own, languages}: Library, force: boolean, report: Report): boolean {
  const isMemory = units.every(({id}) => id === undefined)
  if (source !== undefined && source !== own) {
    if (!isMemory) report('exchange/source-language', {found: source, expected: own}, {file, line: 1})
    return false
  }
  if (languages.includes(target) || (force && target !== own)) return true
  if (!isMemory) report('exchange/unknown-language', {language: target, languages: languages.join(', ')}, {file, line: 1})
  return false
}
