/** A folder of another machine, by the rsync program: over ssh, or by a daemon. */
import {spawn} from 'node:child_process'
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {stagingFolder, TargetError, type Outgoing, type Stored, type Target} from '../../core/target.ts'
import {MissingToolError} from '../../core/world.ts'
import {withTemporary} from '../temporary.ts'

export interface RsyncOptions {
  /** The output folder, absolute: rsync reads it itself. */
  readonly source: string
  readonly signal: AbortSignal
}

interface Ran {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

type Run = (args: readonly string[], more?: {readonly cwd?: string; readonly paths?: readonly string[]}) => Promise<Ran>

/** Readable by the server's own user, whatever the rights are here. */
const rights = ['--perms', '--chmod=D755,F644']
/** What is asked for is not there, and nothing else is wrong. */
const absent = /No such file or directory \(2\)/

/**
 * rsync cannot rename there, but it can hold back all files of a run in hidden folders beside their places, where the next run finds them again, and rename
 * them at its end, with the former ones moved aside: so contents are sent by `place`. Throws `TargetError` only, and `MissingToolError` where it is not installed.
 */
export async function openRsyncTarget(address: string, {source, signal}: RsyncOptions): Promise<Target> {
  const run = makeRun(address, signal)
  const there = `${address.replace(/\/+$/, '')}${/[:/]$/.test(address) && !address.endsWith('/') ? '' : '/'}`
  let kept: {readonly paths: ReadonlySet<string>; readonly folder: string} = {paths: new Set(), folder: ''}
  let tell: (file: Outgoing, bytes: number) => void = () => undefined
  const read = (path: string): Promise<Uint8Array | undefined> => withTemporary(async (folder) => {
    const {status, stderr} = await run(['--', `${there}${path}`, `${folder}/found`])
    if (status !== 0 && !absent.test(stderr)) throw failure(status, stderr)
    return status === 0 ? readFile(`${folder}/found`) : undefined
  })
  const send = (path: string, content: Uint8Array, ...how: readonly string[]): Promise<void> => withTemporary(async (folder) => {
    await mkdir(dirname(join(folder, path)), {recursive: true})
    await writeFile(join(folder, path), content)
    check(await run(['--relative', ...rights, ...how, '--', path, there], {cwd: folder}))
  })
  /** In two runs: those whose former content is kept, and the others. */
  const inTwo = async <T extends {readonly path: string}>(files: readonly T[], work: (files: readonly T[], aside: readonly string[]) => Promise<void>): Promise<void> => {
    const [aside, plain] = [files.filter(({path}) => kept.paths.has(path)), files.filter(({path}) => !kept.paths.has(path))]
    if (aside.length > 0) await work(aside, ['--backup', `--backup-dir=${kept.folder}`])
    if (plain.length > 0) await work(plain, [])
  }
  check(await run(['--version'])) // a missing program is told first
  return {
    name: address,
    list: async () => {
      const ran = await run(['--list-only', '--recursive', '--no-human-readable', '--8-bit-output', '--', there])
      if (ran.status !== 0 && !absent.test(ran.stderr)) throw failure(ran.status, ran.stderr)
      return ran.status === 0 ? parseListing(ran.stdout) : []
    },
    read,
    create: async (path, content) => {
      await send(path, content, '--ignore-existing', '--mkpath')
      return Buffer.from(await read(path) ?? []).equals(content)
    },
    write: (path, content) => send(path, content, '--ignore-times'),
    stage: async (_, sent) => { tell = sent },
    keep: async (paths, folder) => { kept = {paths: new Set(paths), folder} },
    place: (files) => inTwo(files, async (some, aside) => {
      const ran = check(await run([
        '--checksum', '--delay-updates', `--partial-dir=${stagingFolder}`, ...rights, ...aside, '--8-bit-output', '--out-format=%b %n', '--from0', '--files-from=-', '--', './', there
      ], {cwd: source, paths: some.map(({path}) => path)}))
      const bytes = new Map(ran.stdout.split('\n').map((line) => [line.slice(line.indexOf(' ') + 1), Number.parseInt(line)]))
      for (const file of some) {
        await file.content() // what was sent is what was verified
        tell(file, bytes.get(file.path) ?? 0)
      }
    }),
    remove: (paths) => inTwo(paths.map((path) => ({path})), (some, aside) => withTemporary(async (cwd) => {
      check(await run(['--delete-missing-args', ...aside, '--from0', '--files-from=-', '--', './', there], {cwd, paths: some.map(({path}) => path)}))
    })),
    clear: async () => undefined // rsync does it
  }
}

function makeRun(address: string, signal: AbortSignal): Run {
  const isDaemon = address.startsWith('rsync://')
  const shell = isDaemon ? ['--contimeout=15'] : process.env['RSYNC_RSH'] === undefined ? ['--rsh=ssh -o BatchMode=yes -o ConnectTimeout=15'] : []
  return (args, {cwd, paths} = {}) => new Promise((resolve, reject) => {
    const common = args[0] === '--version' ? [] : ['--timeout=120', ...shell]
    const child = spawn('rsync', [...common, ...args], {cwd, signal, env: {...process.env, LC_ALL: 'C.UTF-8'}, stdio: ['pipe', 'pipe', 'pipe']})
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => { stdout += text })
    child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr = (stderr + text).slice(-10_000) })
    child.stdin.on('error', () => undefined) // it ended early, and says why
    child.stdin.end(paths?.map((path) => `${path}\0`).join('') ?? '')
    child.on('error', (error: NodeJS.ErrnoException) => reject(signal.aborted ? signal.reason as Error : error.code === 'ENOENT'
      ? new MissingToolError('Unexpected machine without rsync, which publishes to other machines. To mend it: apt-get install rsync, or brew install rsync') : new TargetError(error.message)))
    child.on('close', (status) => resolve({status: status ?? 1, stdout, stderr}))
  })
}

function check(ran: Ran): Ran {
  if (ran.status !== 0) throw failure(ran.status, ran.stderr)
  return ran
}

/** Its first complaint, which is nearest to the cause. */
function failure(status: number, stderr: string): TargetError {
  const line = stderr.split('\n').map((text) => text.trim()).find((text) => text !== '' && !text.startsWith('Warning: Permanently added')) ?? 'it says nothing'
  return new TargetError(`rsync ${status}: ${line.replaceAll(/[\0-\x1f\x7f]/g, ' ')}`)
}

/** Lines as `-rw-r--r--  1234 2026/11/22 13:00:00 fr/book.pdf`; what is no regular file counts as one of no bytes. */
function parseListing(text: string): readonly Stored[] {
  return text.split('\n').flatMap((line): readonly Stored[] => {
    const [, kind = '', size, path = ''] = /^(\S)\S{9,}\s+([\d,.]+) \d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d (.*)$/.exec(line) ?? []
    return kind === '' || kind === 'd' ? [] : [{path, size: kind === '-' ? Number(size?.replaceAll(/[,.]/g, '')) : 0}]
  })
}
