/** `publish`: an output folder sent to where readers fetch it. */
import {resolve} from 'node:path'
import type {Diagnostic} from '../core/diagnostic.ts'
import {publishRelease, type Published} from '../distribute/publishing/publish.ts'
import {examineRelease} from '../publish.ts'
import {formatDiagnostics, shownOfOneCode} from '../reporter.ts'
import {isWithin} from '../world/given-file.ts'
import {openOutputFolder} from '../world/output-folder.ts'
import {isFolder} from '../world/starter.ts'
import {peekHold, takeHold} from '../world/targets/hold.ts'
import {maybeTargetKind, openTarget, type TargetKind} from '../world/targets/open-target.ts'
import {UsageError, type Command, type Setting, type Values} from './command.ts'
import {describePublished} from './publish-text.ts'
import {readPublicKey} from './verify-release.ts'

export const publish: Command = async (positionals, values, {output, signal}) => {
  if (positionals.length > 1) throw new UsageError(`Unexpected argument ${positionals[1]}, expected one folder`)
  const folder = positionals[0] ?? 'dist'
  if (!await isFolder(folder)) throw new UsageError(`Unexpected folder ${folder}, expected the output folder of a build`)
  const kind = await parseTarget(values.to, folder)
  const keep = parseKeep(values.keep)
  const publicKey = values.key === undefined ? undefined : await readPublicKey(values.key)
  const source = openOutputFolder(folder, signal)
  const {read, diagnostics} = await examineRelease(source, publicKey)
  signal.throwIfAborted()
  if (!read || diagnostics.length > 0) return end({diagnostics, sent: {files: 0, bytes: 0}, done: false}, values, output)
  const target = await openTarget(kind, {source: resolve(folder), signal, ...(values.endpoint !== undefined && {endpoint: values.endpoint})})
  const dryRun = values['dry-run'] ?? false
  const published = await publishRelease(source, read, target, {
    force: values.force ?? false, dryRun, keep, takeHold: dryRun ? peekHold : takeHold,
    sent: ({path}, bytes, nth, of) => output.note(process.stderr.isTTY ? `\r\u001B[K${nth} of ${of}: ${path}` : `${nth} of ${of}: ${path}${bytes === 0 ? ', sent before' : ''}\n`)
  })
  if (process.stderr.isTTY) output.note('\r\u001B[K')
  return end(published, values, output, target.name)
}

function end(published: Published, values: Values, {print, note}: Setting['output'], target = ''): number {
  const problems: readonly Diagnostic[] = published.diagnostics
  if (values.json) print(`${JSON.stringify({...published, target, dryRun: values['dry-run'] ?? false}, undefined, 2)}\n`)
  else {
    note(formatDiagnostics(problems, values.verbose ? Infinity : shownOfOneCode))
    print(target === '' ? 'nothing was sent: the output folder is not sound\n' : describePublished(published, target, values['dry-run'] ?? false))
  }
  return problems.length > 0 ? 1 : 0
}

async function parseTarget(to: string | undefined, source: string): Promise<TargetKind> {
  if (to === undefined) throw new UsageError('Expected a place to publish to: --to folder, --to user@host:path, --to rsync://host/module/path, --to s3://bucket/prefix')
  const kind = maybeTargetKind(to)
  if (!kind) throw new UsageError(`Unexpected --to ${to}, expected a folder, user@host:path, rsync://host/module/path or s3://bucket/prefix`)
  if (kind.kind === 'folder' && await isWithin(kind.folder, source)) throw new UsageError(`Unexpected --to ${to}, expected a place outside of the output folder`)
  if (kind.kind === 'folder' && await isWithin(source, kind.folder)) throw new UsageError(`Unexpected --to ${to}, expected a place that does not hold the output folder itself`)
  return kind
}

function parseKeep(value: string | undefined): number {
  if (value === undefined) return Infinity
  if (!/^\d{1,6}$/.test(value)) throw new UsageError(`Unexpected --keep ${value}, expected a number of former states such as 5, or 0`)
  return Number(value)
}
