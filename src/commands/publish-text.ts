/** What was published, or would be, in lines for people. */
import type {Plan} from '../distribute/publishing/plan.ts'
import type {Published} from '../distribute/publishing/publish.ts'
import {formatBytes} from './verify-release.ts'

interface Sized {
  readonly path: string
  readonly size: number
}

/** The verdict; for a dry run every file too. */
export function describePublished({plan, sent, done}: Published, target: string, isDry: boolean): string {
  if (!plan) return `${target}: nothing was sent\n`
  const isIdle = plan.files.length + plan.records.length + plan.removed.length + plan.pruned.length === 0
  if (isIdle) return `${target}: nothing to do, all ${plan.unchanged.length} files are there\n`
  const rows = isDry ? [...list('add', plan.added), ...list('replace', plan.replaced), ...list('remove', plan.removed), ...list('renew', plan.records)] : []
  const kept = plan.archive ? `  kept       ${plan.archive.paths.length} former files in ${plan.archive.folder}/\n` : ''
  const pruned = plan.pruned.length > 0 ? `  dropped    ${plan.pruned.length} files of former states beyond --keep\n` : ''
  const verdict = isDry ? 'would be published' : done ? 'published' : 'not published'
  const least = isDry ? `  to send    ${count([...plan.files, ...plan.records])}, less what an interrupted run has sent\n` : `  sent       ${sent.files} files, ${formatBytes(sent.bytes)}\n`
  return `${target}: ${verdict}\n${rows.join('')}${least}  added      ${count(plan.added)}\n  replaced   ${count(plan.replaced)}\n  removed    ${count(plan.removed)}\n  unchanged  ${count(plan.unchanged)}\n${kept}${pruned}`
}

function list(word: string, files: Plan['removed'] | Plan['files']): readonly string[] {
  return files.map(({path, size}) => `  ${word.padEnd(10)} ${path} (${formatBytes(size)})\n`)
}

function count(files: readonly Sized[]): string {
  return `${files.length} files, ${formatBytes(files.reduce((sum, {size}) => sum + size, 0))}`
}
