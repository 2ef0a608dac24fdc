/** `status`: where every translation stands. */
import {basename, resolve} from 'node:path'
import {maybeLanguage} from '../core/locale.ts'
import type {Language} from '../core/model.ts'
import {formatDiagnostics, shownOfOneCode} from '../reporter.ts'
import {judgeStatus, type Judged} from '../status.ts'
import {formatStatusJson} from '../translation/status-json.ts'
import {formatStatusPage} from '../translation/status-page.ts'
import {formatStatus} from '../translation/status-text.ts'
import {writeGivenFile} from '../world/given-file.ts'
import {makeNodeWorld} from '../world/node-world.ts'
import {isFolder} from '../world/starter.ts'
import {UsageError, type Command, type Setting, type Values} from './command.ts'

export const status: Command = async (positionals, values, {output, signal}) => {
  if (positionals.length > 1) throw new UsageError(`Unexpected argument ${positionals[1]}, expected one folder`)
  const folder = resolve(positionals[0] ?? (await isFolder('manuscripts') ? 'manuscripts' : '.'))
  if (!await isFolder(folder)) throw new UsageError(`Unexpected folder ${folder}, expected one that exists`)
  const [languages, threshold, accept] = [parseLanguages(values.lang), parseThreshold(values['fail-under']), parseAccepted(values.accept)]
  const world = makeNodeWorld({
    folder, out: resolve(values.out ?? 'dist'), signal, cache: values['no-cache'] ? false : undefined,
    progress: (line) => output.note(process.stderr.isTTY ? `\r\u001B[K${line}` : `${line}\n`)
  })
  try {
    const folderName = basename(folder) === 'manuscripts' ? basename(resolve(folder, '..')) : basename(folder)
    const judged = await judgeStatus(world, {folderName, drafts: values.draft ?? false, strict: values.strict ?? false, ...(languages && {languages}), ...(accept && {accept})})
    signal.throwIfAborted()
    if (process.stderr.isTTY) output.note('\r\u001B[K')
    const styles = values.html === undefined ? undefined : await world.house('styles')
    if (values.html !== undefined && judged.status) await writeGivenFile(values.html, formatStatusPage(judged.status, styles?.get('status.css') ?? ''))
    report(judged, values, output)
    return judgeExit(judged, values, threshold, output)
  } finally {
    await world.close()
  }
}

function parseLanguages(values: readonly string[] | undefined): readonly Language[] | undefined {
  return values?.flatMap((value) => value.split(',')).map((tag) => {
    const language = maybeLanguage(tag.trim())
    if (language === undefined) throw new UsageError(`Unexpected language ${tag}, expected a tag such as fr or pt-BR`)
    return language
  })
}

function parseThreshold(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const percent = Number(value.replace(/\s*%$/, ''))
  if (value.trim() === '' || !(percent >= 0 && percent <= 100)) throw new UsageError(`Unexpected --fail-under ${value}, expected percents such as 90`)
  return percent
}

function parseAccepted(values: readonly string[] | undefined): {readonly slugs: readonly string[] | 'all'; readonly date: string} | undefined {
  const slugs = values?.flatMap((value) => value.split(',')).map((slug) => slug.trim().normalize('NFC')).filter(Boolean)
  if (!slugs) return undefined
  if (slugs.length === 0) throw new UsageError('Expected articles to accept: hexapla status --accept honey,forage, or all')
  const seconds = Number(process.env['SOURCE_DATE_EPOCH'])
  const now = seconds > 0 ? new Date(seconds * 1000) : new Date(Date.now())
  return {slugs: slugs.includes('all') ? 'all' : slugs, date: now.toISOString().slice(0, 10)}
}

function report({status: found, diagnostics, kept}: Judged, values: Values, {print, note}: Setting['output']): void {
  if (values.json) return print(formatStatusJson(found, {kept, diagnostics}))
  for (const path of kept) print(`wrote ${path}\n`)
  if (values.accept && kept.length === 0) print('nothing to write: all that is accepted is recorded so already\n')
  if (found) print(formatStatus(found, {verbose: values.verbose ?? false}))
  if (values.html !== undefined && found) print(`wrote ${values.html}\n`)
  note(formatDiagnostics(diagnostics, values.verbose ? Infinity : shownOfOneCode))
}

function judgeExit({status: found, diagnostics}: Judged, values: Values, threshold: number | undefined, {note}: Setting['output']): number {
  if (!found) return 2
  const low = found.languages.filter(({percent}) => threshold !== undefined && percent.words < threshold)
  if (low.length > 0) note(`hexapla: less than ${threshold} % of the words are translated in ${low.map(({language, percent}) => `${language} (${percent.words} %)`).join(', ')}\n`)
  return low.length > 0 || diagnostics.some(({severity}) => severity !== 'warning' || values.strict) ? 1 : 0
}
