/** `build` and `check`: a publication becomes books, or only messages. */
import {basename, resolve} from 'node:path'
import {build as buildPublication, type BuildOptions, type Built} from '../build.ts'
import {formats, isFormat} from '../core/formats.ts'
import {maybeLanguage} from '../core/locale.ts'
import type {HandoutSet} from '../core/handouts.ts'
import type {Format} from '../core/model.ts'
import {formatDiagnostics, formatJson, formatSummary, shownOfOneCode} from '../reporter.ts'
import {makeNodeWorld} from '../world/node-world.ts'
import {isFolder} from '../world/starter.ts'
import {UsageError, type Command, type Values} from './command.ts'
import {openSigner} from './signing.ts'

/** The command; without `emits` it checks only. */
export function build(emits: boolean): Command {
  return async (positionals, values, {output, signal}) => {
    if (positionals.length > 1) throw new UsageError(`Unexpected argument ${positionals[1]}, expected one folder`)
    const folder = resolve(positionals[0] ?? (await isFolder('manuscripts') ? 'manuscripts' : '.'))
    if (!await isFolder(folder)) throw new UsageError(`Unexpected folder ${folder}, expected one that exists`)
    const out = resolve(values.out ?? 'dist')
    const started = performance.now()
    const isTerminal = process.stderr.isTTY === true
    const world = makeNodeWorld({
      folder, out, signal, browser: values.browser, cache: values['no-cache'] ? false : undefined,
      progress: (line) => output.note(isTerminal ? `\r\u001B[K${line}` : `${line}\n`)
    })
    try {
      const {languages, pairs} = parseLanguages(values.lang)
      const handouts = listHandouts(values)
      const keyFile = emits ? values.sign ?? process.env['HEXAPLA_SIGNING_KEY'] : undefined
      const sign = keyFile ? await openSigner(keyFile, [folder, out]) : undefined
      const formats = emits ? parseFormats(values.format ?? (handouts.length > 0 ? ['handouts'] : undefined)) : []
      const built = await buildPublication(world, {
        folderName: nameOf(folder), strict: values.strict ?? false, drafts: values.draft ?? false,
        ...(languages && {languages}), ...(pairs && {pairs}), ...(formats && {formats}), ...(handouts.length > 0 && {handouts}), ...(sign && {sign})
      })
      signal.throwIfAborted()
      if (isTerminal) output.note('\r\u001B[K')
      report(built, values, output, (performance.now() - started) / 1000)
      return statusOf(built, values)
    } finally {
      await world.close()
    }
  }
}

/** A folder called `manuscripts` is named by the one around it. */
function nameOf(folder: string): string {
  return basename(folder) === 'manuscripts' ? basename(resolve(folder, '..')) : basename(folder)
}

/** `fr` is an edition, `fr+es` one in two languages. */
function parseLanguages(values: readonly string[] | undefined): Pick<BuildOptions, 'languages' | 'pairs'> {
  if (!values) return {}
  const wanted = values.flatMap((value) => value.split(',')).map((tags) => tags.split('+').map((tag) => {
    const language = maybeLanguage(tag.trim())
    if (language === undefined) throw new UsageError(`Unexpected language ${tag}, expected a tag such as fr or pt-BR, or two of them: fr+es`)
    return language
  }))
  const pairs = wanted.filter(({length}) => length > 1).map(([first = '', second = '', ...more]) => {
    if (more.length > 0 || first === second) throw new UsageError(`Unexpected languages ${[first, second, ...more].join('+')}, expected two: fr+es`)
    return [first, second] as const
  })
  return {languages: wanted.flatMap((tags) => tags.length === 1 ? tags : []), ...(pairs.length > 0 && {pairs})}
}

function parseFormats(values: readonly string[] | undefined): readonly Format[] | undefined {
  return values?.flatMap((value) => value.split(',')).map((format) => {
    if (!isFormat(format)) throw new UsageError(`Unexpected format ${format}, expected ${formats.join(', ')}`)
    return format
  })
}

/** Handouts that are asked for: one of each list of articles, one of each keyword. */
function listHandouts({articles = [], keyword = []}: Values): readonly HandoutSet[] {
  const lists = articles.map((list) => list.split(',').map((slug) => slug.trim().normalize('NFC')).filter(Boolean))
  return [
    ...lists.filter((list) => list.length > 0).map((list) => ({articles: list, keywords: []})),
    ...keyword.map((word) => ({name: word, articles: [], keywords: [word]}))
  ]
}

function report(built: Built, values: Values, {print, note}: {readonly print: (text: string) => void; readonly note: (text: string) => void}, seconds: number): void {
  if (values.json) return print(formatJson(built))
  note(formatDiagnostics(built.diagnostics, values.verbose ? Infinity : shownOfOneCode))
  print(formatSummary(built.made))
  const count = (severity: string): number => built.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
  print(`${count('fatal') + count('error')} errors, ${count('warning')} warnings, ${seconds.toFixed(1)} s\n`)
}

function statusOf({diagnostics, misconfigured}: Built, values: Values): number {
  if (misconfigured) return 2
  return diagnostics.some(({severity}) => severity !== 'warning' || values.strict) ? 1 : 0
}
