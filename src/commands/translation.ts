/** `translation export` and `translation import`: texts for translators, and back. */
import {basename, join, resolve} from 'node:path'
import {maybeLanguage} from '../core/locale.ts'
import type {Language} from '../core/model.ts'
import {KeepError, type World} from '../core/world.ts'
import {exportTranslations, importTranslations, type Exported, type Imported} from '../exchange/exchange.ts'
import {formatDiagnostics, shownOfOneCode} from '../reporter.ts'
import {exchangeFormats, type ExchangeFormat} from '../translation/exchange/formats.ts'
import {maybeGivenFile, writeGivenFile} from '../world/given-file.ts'
import {makeNodeWorld} from '../world/node-world.ts'
import {isFolder} from '../world/starter.ts'
import {UsageError, type Command, type Setting, type Values} from './command.ts'

export const translation: Command = async ([verb, ...rest], values, setting) => {
  if (verb === 'export') return exportAll(rest, values, setting)
  if (verb === 'import') return importAll(rest, values, setting)
  throw new UsageError(`Unexpected ${verb === undefined ? 'end of the command' : verb}, expected hexapla translation export or hexapla translation import`)
}

async function exportAll(folders: readonly string[], values: Values, setting: Setting): Promise<number> {
  if (folders.length > 1) throw new UsageError(`Unexpected argument ${folders[1]}, expected one folder`)
  const [format, languages] = [parseFormat(values.format), parseLanguages(values.lang)]
  const slugs = values.articles?.flatMap((list) => list.split(',')).map((slug) => slug.trim().normalize('NFC')).filter(Boolean)
  const exported = await withWorld(folders[0], values, setting, (world, folderName) =>
    exportTranslations(world, {folderName, format, drafts: values.draft ?? false, ...(languages && {languages}), ...(slugs && {slugs})}))
  const out = resolve(values.out ?? 'translation')
  for (const {name, text} of exported.files) if (!values.force) await refuseOther(join(out, name), text)
  for (const {name, text} of exported.files) await writeGivenFile(join(out, name), text)
  report(exported, values, setting, {files: exported.files.map(({text: _, name, ...file}) => ({file: join(out, name), ...file}))}, () =>
    exported.files.map(({name, units, open}) => `${join(out, name)}: ${units} passages, ${open} to translate\n`).join(''))
  return exitOf(exported, values)
}

/** What stands there may hold translations that nobody has taken yet. */
async function refuseOther(path: string, text: string): Promise<void> {
  const former = await maybeGivenFile(path)
  if (former && new TextDecoder('utf-8').decode(former) !== text) throw new KeepError(`Unexpected file ${path}, expected none, or the same: it may hold translations. Import it first and delete it, or write over it with --force; nothing was written`)
}

async function importAll(paths: readonly string[], values: Values, setting: Setting): Promise<number> {
  const kinds = await Promise.all(paths.map(isFolder))
  const [folders, files] = [paths.filter((_, at) => kinds[at]), paths.filter((_, at) => !kinds[at])]
  if (folders.length > 1) throw new UsageError(`Unexpected folder ${folders[1]}, expected one`)
  if (files.length === 0) throw new UsageError('Expected files that came back from translators: hexapla translation import honey-fr.po')
  const contents = await Promise.all(files.map(async (name) => {
    const content = await maybeGivenFile(name)
    if (!content) throw new UsageError(`Unexpected file ${name}, expected one that exists`)
    return {name, content}
  }))
  const imported = await withWorld(folders[0], values, setting, (world, folderName) => importTranslations(world, {folderName, files: contents, force: values.force ?? false}))
  const {kept, taken, confirmed, unchanged, open} = imported
  report(imported, values, setting, {kept, taken, confirmed, unchanged, open}, () =>
    `${kept.map((path) => `wrote ${path}\n`).join('')}${taken} passages taken, ${confirmed} confirmed, ${unchanged} as they were, ${open} not translated\n`)
  return exitOf(imported, values)
}

async function withWorld<T>(given: string | undefined, values: Values, {signal}: Setting, work: (world: World, folderName: string) => Promise<T>): Promise<T> {
  const folder = resolve(given ?? (await isFolder('manuscripts') ? 'manuscripts' : '.'))
  if (!await isFolder(folder)) throw new UsageError(`Unexpected folder ${folder}, expected one that exists`)
  const world = makeNodeWorld({folder, out: resolve('dist'), signal, cache: values['no-cache'] ? false : undefined, progress: () => undefined})
  try {
    const done = await work(world, basename(folder) === 'manuscripts' ? basename(resolve(folder, '..')) : basename(folder))
    signal.throwIfAborted()
    return done
  } finally {
    await world.close()
  }
}

function parseFormat(values: readonly string[] | undefined): ExchangeFormat {
  const [format = 'po', ...more] = values ?? []
  const found = exchangeFormats.find((each) => each === format)
  if (!found || more.length > 0) throw new UsageError(`Unexpected format ${[format, ...more].join(', ')}, expected one of ${exchangeFormats.join(', ')}`)
  return found
}

function parseLanguages(values: readonly string[] | undefined): readonly Language[] | undefined {
  return values?.flatMap((value) => value.split(',')).map((tag) => {
    const language = maybeLanguage(tag.trim())
    if (language === undefined) throw new UsageError(`Unexpected language ${tag}, expected a tag such as fr or pt-BR`)
    return language
  })
}

function report({diagnostics}: Exported | Imported, values: Values, {output: {print, note}}: Setting, json: object, text: () => string): void {
  if (values.json) return print(`${JSON.stringify({...json, diagnostics}, undefined, 2)}\n`)
  note(formatDiagnostics(diagnostics, values.verbose ? Infinity : shownOfOneCode))
  print(text())
}

function exitOf({diagnostics, misconfigured}: Exported | Imported, values: Values): number {
  return misconfigured ? 2 : diagnostics.some(({severity}) => severity !== 'warning' || values.strict) ? 1 : 0
}
