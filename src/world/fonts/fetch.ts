/** Fetches packages of fonts with npm, so that the user's own settings of registry and proxy hold; each once, exactly the version and bytes that are pinned. */
import {spawn} from 'node:child_process'
import {randomBytes} from 'node:crypto'
import {cp, mkdir, readdir, rename, rm, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {withLock} from '../lock.ts'
import {houseFaces, pinByPackage} from './families.ts'
import {folderNameOf, maybeFontPackage} from './places.ts'

/** Runs npm in a folder; its messages where it fails. */
export type RunNpm = (folder: string, args: readonly string[], signal: AbortSignal) => Promise<{readonly status: number; readonly messages: string}>

export interface FetchOptions {
  /** Where the packages are to lie. */
  readonly folder: string
  readonly signal: AbortSignal
  readonly progress: (line: string) => void
  readonly run?: RunNpm
  /** Whether a package is there already; others may have fetched it meanwhile. */
  readonly isHere?: (name: string) => boolean
}

/** Below the age at which a lock counts as left behind. */
const patience = 9 * 60 * 1000

/** Fetches those of the packages that are not there; `undefined`, or why they could not be had. */
export async function fetchFonts(packages: readonly string[], options: FetchOptions): Promise<string | undefined> {
  const {folder, signal, isHere = (name) => maybeFontPackage(name) !== undefined} = options
  try {
    return await withLock(join(folder, '.lock'), {patience, signal}, async () => {
      const wanted = packages.filter((name) => !isHere(name))
      return wanted.length === 0 ? undefined : fetchAll(wanted, options)
    })
  } catch (error) {
    signal.throwIfAborted()
    return oneLine(error instanceof Error ? error.message : String(error))
  }
}

async function fetchAll(packages: readonly string[], {folder, signal, progress, run = runNpm}: FetchOptions): Promise<string | undefined> {
  progress(`Fetching fonts with npm (once): ${packages.join(' ')}`)
  const draft = join(folder, `.${process.pid}-${randomBytes(4).toString('hex')}`)
  try {
    await mkdir(draft, {recursive: true})
    await writeFile(join(draft, 'package.json'), JSON.stringify(describeProject(packages)))
    await writeFile(join(draft, 'package-lock.json'), JSON.stringify(describeLock(packages)))
    const args = ['ci', '--prefix', draft, '--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--fetch-retries', '1', '--fetch-retry-mintimeout', '2000', '--loglevel', 'error']
    const {status, messages} = await run(draft, args, AbortSignal.any([signal, AbortSignal.timeout(patience)]))
    if (status !== 0) return explain(messages)
    for (const name of packages) await keepFaces(name, draft, folder)
    return undefined
  } finally {
    await rm(draft, {recursive: true, force: true, maxRetries: 3}).catch(() => undefined)
  }
}

function describeProject(packages: readonly string[]): object {
  return {name: 'hexapla-fonts', version: '0.0.0', private: true, dependencies: Object.fromEntries(packages.map((name) => [name, pinByPackage.get(name)?.version]))}
}

/** A lock file as npm writes it (version 3) without addresses: npm asks the registry that it is set to, and checks the bytes. */
function describeLock(packages: readonly string[]): object {
  const project = describeProject(packages)
  return {
    ...project, lockfileVersion: 3, requires: true,
    packages: {'': project, ...Object.fromEntries(packages.map((name) => [`node_modules/${name}`, pinByPackage.get(name)]))}
  }
}

/** Of a package only the faces that we use, with its licences: a tenth of some. Appears as a whole, by a rename. */
async function keepFaces(name: string, draft: string, folder: string): Promise<void> {
  const [from, to] = [join(draft, 'node_modules', name), join(draft, folderNameOf(name))]
  const licences = (await readdir(from)).filter((file) => /^(?:LICEN[CS]E|OFL|package\.json)/i.test(file))
  const faces = houseFaces.filter((face) => face.package === name).flatMap(({path}) => path.endsWith('.woff2') ? [path, path.replace(/2$/, '')] : [path])
  for (const path of [...licences, ...faces]) {
    await mkdir(dirname(join(to, path)), {recursive: true})
    await cp(join(from, path), join(to, path)).catch((error: unknown) => { if (!path.endsWith('.woff')) throw error })
  }
  await rename(to, join(folder, folderNameOf(name))).catch(async (error: unknown) => {
    if (!(await readdir(folder)).includes(folderNameOf(name))) throw error // another was as quick
  })
}

/** What npm says of a failure in one line: its code and first sentence. */
function explain(messages: string): string {
  const lines = messages.split('\n').map((line) => line.replace(/^npm (?:error|ERR!) ?/, '').trim()).filter((line) => line !== '' && !/^A complete log|^npm warn/i.test(line))
  return oneLine(lines.slice(0, 4).join('; ')) || 'npm gave no reason'
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 300)
}

/** The npm that runs us, else the one on the path. */
export const runNpm: RunNpm = (folder, args, signal) => new Promise((settle) => {
  const npm = process.env['npm_execpath']
  const own = npm !== undefined && /npm-cli\.c?js$/.test(npm)
  const [program, all] = own ? [process.execPath, [npm, ...args]] : ['npm', [...args]]
  let messages = ''
  // standard output belongs to the report
  const child = spawn(program, all, {cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], shell: process.platform === 'win32' && !own, signal})
  child.stderr.on('data', (chunk: Buffer) => { messages = (messages + chunk.toString()).slice(-10_000) })
  child.on('error', (error) => { settle({status: 1, messages: signal.aborted ? 'it took too long' : error.message}) })
  child.on('close', (status) => { settle({status: status ?? 1, messages}) })
})
