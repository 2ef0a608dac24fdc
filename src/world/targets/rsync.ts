/** A folder of another machine, by the rsync program, as a place to publish to. */
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {stagingFolder, type Outgoing, type Target} from '../../core/target.ts'
import {withTemporary} from '../temporary.ts'
import {check, makeRunner, maybeRan, parseListing, parseSent, type RunRsync} from './rsync-program.ts'

export interface RsyncOptions {
  /** The output folder, absolute: rsync reads it itself. */
  readonly source: string
  readonly signal: AbortSignal
}

/** Readable by the server's own user, whatever the rights are here. */
const rights = ['--perms', '--chmod=D755,F644']

/**
 * rsync cannot rename there, but it can hold back all files of a run in hidden folders beside their places, where the next run finds them again, and rename
 * them at its end, with the former ones moved aside: so contents are sent by `place`. Throws `TargetError` only, and `MissingToolError` where it is not installed.
 */
export async function openRsyncTarget(address: string, {source, signal}: RsyncOptions): Promise<Target> {
  const run = makeRunner(address, signal)
  const there = /[/:]$/.test(address) ? address : `${address}/`
  let kept: Kept = {paths: new Set(), folder: ''}
  let tell: (file: Outgoing, bytes: number) => void = () => undefined
  check(await run(['--version'])) // a missing program is told first
  const list: Target['list'] = async () => parseListing(maybeRan(await run(['--list-only', '--recursive', '--no-human-readable', '--8-bit-output', '--', there]))?.stdout ?? '')
  const remove: Target['remove'] = (paths) => inTwo(paths.map((path) => ({path})), kept, (some, aside) => withTemporary(async (cwd) => {
    for (const {path} of some) await mkdir(join(cwd, dirname(path)), {recursive: true}) // else it complains of folders that have vanished
    check(await run(['--delete-missing-args', ...aside, '--', './', there], {cwd, paths: some.map(({path}) => path)}))
  }))
  return {
    name: address,
    list, remove,
    read: (path) => readOne(run, there, path),
    create: async (path, content) => {
      await writeOne(run, there, path, content, ['--ignore-existing', '--mkpath'])
      return Buffer.from(await readOne(run, there, path) ?? []).equals(content)
    },
    write: (path, content) => writeOne(run, there, path, content, ['--ignore-times']),
    stage: async (_, sent) => { tell = sent },
    keep: async (paths, folder) => { kept = {paths: new Set(paths), folder} },
    place: (files) => inTwo(files, kept, async (some, aside) => {
      const {stdout} = check(await run([
        '--checksum', '--delay-updates', `--partial-dir=${stagingFolder}`, ...rights, ...aside, '--8-bit-output', '--out-format=%b %n', '--', './', there
      ], {cwd: source, paths: some.map(({path}) => path)}))
      const bytes = parseSent(stdout)
      for (const file of some) {
        await file.content() // what was sent is what was verified
        tell(file, bytes.get(file.path) ?? 0)
      }
    }),
    clear: async () => { // rsync itself removes what it puts in place; the rest is of a run that was interrupted, of files that this release has not
      await remove((await list()).map(({path}) => path).filter((path) => path.split('/').includes(stagingFolder)))
    }
  }
}

/** Files whose former content is to be found in a folder. */
interface Kept {
  readonly paths: ReadonlySet<string>
  readonly folder: string
}

/** In two runs at most: those that replace nothing that is kept, and the others, which readers know, after them. */
async function inTwo<T extends {readonly path: string}>(files: readonly T[], {paths, folder}: Kept, work: (files: readonly T[], aside: readonly string[]) => Promise<void>): Promise<void> {
  const [aside, plain] = [files.filter(({path}) => paths.has(path)), files.filter(({path}) => !paths.has(path))]
  if (plain.length > 0) await work(plain, [])
  if (aside.length > 0) await work(aside, ['--backup', `--backup-dir=${folder}`])
}

function readOne(run: RunRsync, there: string, path: string): Promise<Uint8Array | undefined> {
  return withTemporary(async (folder) => maybeRan(await run(['--', `${there}${path}`, `${folder}/found`])) && readFile(`${folder}/found`))
}

function writeOne(run: RunRsync, there: string, path: string, content: Uint8Array, how: readonly string[]): Promise<void> {
  return withTemporary(async (folder) => {
    await mkdir(dirname(join(folder, path)), {recursive: true})
    await writeFile(join(folder, path), content)
    check(await run(['--relative', ...rights, ...how, '--', path, there], {cwd: folder}))
  })
}
