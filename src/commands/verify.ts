/** `verify`: finished books by anyone, judged by the files alone, and output folders by their manifests. */
import {makeLedger, sortDiagnostics, type Diagnostic} from '../core/diagnostic.ts'
import {formatDiagnostics, shownOfOneCode} from '../reporter.ts'
import {judgeKind, verifyFile} from '../verify/file.ts'
import type {Row} from '../verify/preflight/report.ts'
import {maybeGivenFile} from '../world/given-file.ts'
import {isFolder} from '../world/starter.ts'
import {UsageError, type Command, type Values} from './command.ts'
import {describeRelease, judgeRelease, readPublicKey, type Told} from './verify-release.ts'

interface Judged {
  readonly diagnostics: readonly Diagnostic[]
  readonly rows: readonly Row[]
  /** Of an output folder. */
  readonly release?: Told
}

export const verify: Command = async (positionals, values, {output, signal}) => {
  if (positionals.length === 0) throw new UsageError('Expected one or more books, or an output folder: hexapla verify book.epub book.pdf, hexapla verify dist')
  const folders = new Set<string>()
  for (const file of positionals) { // a wrong name is told before hours of work, not after
    if (await isFolder(file)) folders.add(file)
    else await open(file)
  }
  if (values.key !== undefined && folders.size === 0) throw new UsageError('Unexpected --key, expected it with an output folder: hexapla verify dist --key minisign.pub')
  const publicKey = values.key === undefined ? undefined : await readPublicKey(values.key)
  const found: Diagnostic[] = []
  const files: (Omit<Judged, 'diagnostics'> & {readonly file: string; readonly sound: boolean})[] = []
  for (const file of positionals) {
    signal.throwIfAborted()
    const {diagnostics, ...judged} = folders.has(file) ? await judgeRelease(file, publicKey, signal) : await judge(file)
    found.push(...diagnostics)
    files.push({file, sound: !diagnostics.some((diagnostic) => isProblem(diagnostic, values)), ...judged})
  }
  if (values.json) output.print(`${JSON.stringify({files: files.map(({rows, ...file}) => ({...file, ...(rows.length > 0 && {preflight: rows})})), diagnostics: found}, undefined, 2)}\n`)
  else {
    output.note(formatDiagnostics(found, values.verbose ? Infinity : shownOfOneCode))
    for (const {file, sound, rows, release} of files) output.print(`${file}: ${sound ? 'sound' : 'not sound'}${count(found, file)}\n${release ? describeRelease(release) : ''}${formatRows(rows)}`)
  }
  return files.every(({sound}) => sound) ? 0 : 1
}

/** The bytes of a book that can be verified. */
async function open(file: string): Promise<Uint8Array> {
  const bytes = await maybeGivenFile(file)
  if (!bytes) throw new UsageError(`Unexpected file ${file}, expected one that exists`)
  const kind = judgeKind(bytes, file)
  if (typeof kind === 'object') throw new UsageError(`Unexpected ${kind.instead}`)
  return bytes
}

async function judge(file: string): Promise<Judged> {
  const {list, report} = makeLedger()
  const rows = await verifyFile(await open(file), file, report)
  return {diagnostics: sortDiagnostics(list), rows}
}

/** What a printer asks of a PDF, a line each. */
function formatRows(rows: readonly Row[]): string {
  return rows.map(({topic, light, said}) => `  ${light.padEnd(9)} ${topic.padEnd(15)} ${said}\n`).join('')
}

function isProblem({severity}: Diagnostic, {strict}: Values): boolean {
  return severity !== 'warning' || (strict ?? false)
}

function count(found: readonly Diagnostic[], file: string): string {
  const own = found.filter(({place}) => place?.file === file || place?.file.startsWith(`${file}/`))
  const warnings = own.filter(({severity}) => severity === 'warning').length
  return `, ${own.length - warnings} errors, ${warnings} warnings`
}
