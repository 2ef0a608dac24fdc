/** Texts written into the publication's own folder, never outside of it: all of them or none. */
import {chmod, lstat, mkdir, readFile, realpath, rm, writeFile} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {KeepError} from '../core/world.ts'
import {isPlainPath, reasonOf} from './files.ts'
import {renameOver, syncFolder, writeDurably} from './publication-output.ts'

interface Draft {
  readonly path: string
  readonly target: string
  readonly draft: string
  /** What stood there before. */
  readonly former?: Buffer
}

let kept = 0

/** Writes each text beside its place first; only when all are on disk do they take their places. Throws `KeepError`. */
export async function keepTexts(folder: string, texts: ReadonlyMap<string, string>, signal: AbortSignal): Promise<void> {
  const root = await realpath(folder)
  const drafts: Draft[] = []
  const moved: Draft[] = []
  try {
    for (const [path, text] of texts) {
      signal.throwIfAborted()
      const place = await findPlace(root, path)
      drafts.push(place)
      await writeDurably(place.draft, new TextEncoder().encode(text))
      if (place.former) await chmod(place.draft, (await lstat(place.target)).mode & 0o777)
    }
    for (const draft of drafts) {
      await renameOver(draft.draft, draft.target)
      moved.push(draft)
    }
    for (const parent of new Set(drafts.map(({target}) => dirname(target)))) await syncFolder(parent)
  } catch (error) {
    await Promise.all(drafts.map(({draft}) => rm(draft, {force: true}).catch(() => undefined)))
    for (const {target, former} of moved) await (former ? writeFile(target, former) : rm(target, {force: true})).catch(() => undefined)
    if (error instanceof KeepError || signal.aborted) throw error
    throw new KeepError(`Unexpected failure at writing into ${folder} (${reasonOf(error)}), expected to write ${texts.size} files; none was changed`)
  }
}

/** Where a text goes; every folder above it is a folder, and what stands there is a regular file. */
async function findPlace(root: string, path: string): Promise<Draft> {
  if (!isPlainPath(path) || path.split('/').some((step) => step.startsWith('.'))) throw new KeepError(`Unexpected path ${path}, expected one within the publication's folder`)
  const steps = path.split('/')
  for (let depth = 1; depth < steps.length; depth++) {
    const parent = join(root, ...steps.slice(0, depth))
    const stat = await statOf(parent)
    if (!stat) await mkdir(parent)
    else if (!stat.isDirectory()) throw new KeepError(`Unexpected ${stat.isSymbolicLink() ? 'link' : 'file'} ${steps.slice(0, depth).join('/')}, expected a folder; ${path} is not written`)
  }
  const target = join(root, path)
  const stat = await statOf(target)
  if (stat && !stat.isFile()) throw new KeepError(`Unexpected ${stat.isSymbolicLink() ? 'link' : 'special file'} ${path}, expected a regular file; it is not written`)
  const draft = join(dirname(target), `.${basename(target).slice(0, 100)}.${process.pid}-${++kept}.tmp`)
  return {path, target, draft, ...(stat && {former: await readFile(target)})}
}

async function statOf(file: string): Promise<Awaited<ReturnType<typeof lstat>> | undefined> {
  try {
    return await lstat(file)
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return undefined
    throw error
  }
}
