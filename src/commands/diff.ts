/** `diff`: what changed from one release to the next. */
import {resolve} from 'node:path'
import type {Shelf} from '../core/changes.ts'
import type {Release} from '../core/release.ts'
import {manifestFile} from '../core/released-files.ts'
import {isSame} from '../distribute/changes/compare.ts'
import {formatChangesPage} from '../distribute/changes/page.ts'
import {formatChanges} from '../distribute/changes/text.ts'
import {readManifest} from '../distribute/manifest/manifest.ts'
import {compareShelves, type Compared} from '../errata.ts'
import {maybeGivenFile, writeGivenFile} from '../world/given-file.ts'
import {makeNodeWorld} from '../world/node-world.ts'
import {isFolder} from '../world/starter.ts'
import {UsageError, type Command, type Setting} from './command.ts'

export const diff: Command = async (positionals, values, {output, signal}) => {
  const [former, now, ...rest] = positionals
  if (former === undefined || now === undefined || rest.length > 0) throw new UsageError('Expected two releases, the former one first: hexapla diff old/dist dist')
  const [before, after] = [await openShelf(former), await openShelf(now)]
  if (before.release.identifier !== after.release.identifier) {
    throw new UsageError(`Unexpected release ${now} of another publication (${after.release.name}, ${after.release.identifier}), expected one of ${before.release.name} (${before.release.identifier})`)
  }
  const compared = await compareShelves(before, after)
  signal.throwIfAborted()
  if (values.html !== undefined) await writeGivenFile(values.html, formatChangesPage(compared.changes, compared.corrections, await readStyle(signal)))
  if (values.json) output.print(formatJson(compared))
  else {
    output.print(formatChanges(compared.changes, compared.corrections))
    if (values.html !== undefined) output.print(`wrote ${values.html}\n`)
    noteUntold(compared, output)
  }
  return isSame(compared.changes) ? 0 : 1
}

/** A folder that a build has made, or its manifest alone, whose texts are then unknown. */
async function openShelf(path: string): Promise<Shelf> {
  const hasFiles = await isFolder(path)
  const file = hasFiles ? resolve(path, manifestFile) : path
  const content = await maybeGivenFile(file)
  if (!content) throw new UsageError(`Unexpected ${hasFiles ? `folder ${path} without ${manifestFile}` : `release ${path}`}, expected a folder that hexapla build has made, or its ${manifestFile}`)
  const release: Release | {readonly problem: string} = readManifest(new TextDecoder().decode(content))
  if ('problem' in release) throw new UsageError(`${file}: unexpected ${release.problem}`)
  return {release, open: async (each) => hasFiles ? maybeGivenFile(resolve(path, each)) : undefined}
}

async function readStyle(signal: AbortSignal): Promise<string> {
  const world = makeNodeWorld({folder: '.', out: resolve('dist'), signal, cache: false, progress: () => undefined})
  try {
    return (await world.house('styles')).get('status.css') ?? ''
  } finally {
    await world.close()
  }
}

function formatJson({changes, corrections, untold}: Compared): string {
  const editions = changes.editions.map((edition) => ({...edition, ...(corrections.has(edition.tag) && {corrections: corrections.get(edition.tag)})}))
  return `${JSON.stringify({...changes, same: isSame(changes), editions, untold}, undefined, 2)}\n`
}

function noteUntold({untold}: Compared, {note}: Setting['output']): void {
  if (untold.length > 0) note(`hexapla: articles only of ${untold.join(', ')}: to compare texts takes both folders with their EPUBs\n`)
}
