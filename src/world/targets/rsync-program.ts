/** The rsync program: run, listened to, and what its words mean. */
import {spawn} from 'node:child_process'
import {TargetError, type Stored} from '../../core/target.ts'
import {MissingToolError} from '../../core/world.ts'
import {withTemporary} from '../temporary.ts'

export interface Ran {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** `paths` are the files that it works on. Throws `MissingToolError` where it is not installed. */
export type RunRsync = (args: readonly string[], more?: {readonly cwd?: string; readonly paths?: readonly string[]}) => Promise<Ran>

/** Ends rsync when standard input is closed: one that outlives its publisher would put files in place while the next one is at work. */
const guarded = `exec 3<&0
rsync "$@" </dev/null 3<&- & child=$!
{ cat <&3 >/dev/null; kill "$child"; } >/dev/null 2>&1 & guard=$!
wait "$child"; status=$?
kill "$guard" 2>/dev/null
exit $status`

/** Talks to one place: by a daemon, or over ssh without asking for passwords (RSYNC_RSH names another shell). */
export function makeRunner(address: string, signal: AbortSignal): RunRsync {
  const way = address.startsWith('rsync://') ? ['--contimeout=15'] : process.env['RSYNC_RSH'] === undefined ? ['--rsh=ssh -o BatchMode=yes -o ConnectTimeout=15'] : []
  const common = ['--timeout=120', ...way]
  return (args, {cwd, paths} = {}) => {
    if (!paths) return start(args[0] === '--version' ? args : [...common, ...args], cwd, signal)
    return withTemporary(async (folder, write) => {
      await write(new Map([['paths', paths.map((path) => `${path}\0`).join('')]]))
      return start([...common, '--from0', `--files-from=${folder}/paths`, ...args], cwd, signal)
    })
  }
}

function start(args: readonly string[], cwd: string | undefined, signal: AbortSignal): Promise<Ran> {
  const [program, ...first] = process.platform === 'win32' ? ['rsync'] : ['sh', '-c', guarded, 'rsync']
  return new Promise((resolve, reject) => {
    const child = spawn(program ?? 'rsync', [...first, ...args], {cwd, signal, env: {...process.env, LC_ALL: 'C.UTF-8'}, stdio: ['pipe', 'pipe', 'pipe']})
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => { stdout += text })
    child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr = (stderr + text).slice(-10_000) })
    child.stdin.on('error', () => undefined) // it is only held open
    const refuse = (code?: string): void => reject(code === 'ENOENT' || code === 'not found' ? new MissingToolError(missing) : new TargetError(String(code)))
    child.on('error', (error: NodeJS.ErrnoException) => signal.aborted ? reject(signal.reason as Error) : refuse(error.code))
    child.on('close', (status) => status === 127 ? refuse('not found') : resolve({status: status ?? 1, stdout, stderr}))
  })
}

const missing = 'Unexpected machine without rsync, which publishes to other machines. To mend it: apt-get install rsync, or brew install rsync'

/** Throws `TargetError` with its first complaint, which is nearest to the cause. */
export function check(ran: Ran): Ran {
  if (ran.status === 0) return ran
  const line = ran.stderr.split('\n').map((text) => text.trim()).find((text) => text !== '' && !text.startsWith('Warning: Permanently added')) ?? 'it says nothing'
  throw new TargetError(`rsync ${ran.status}: ${line.replaceAll(/[\0-\x1f\x7f]/g, ' ')}`)
}

/** The same, but `undefined` where what is asked for is not there and nothing else is wrong. */
export function maybeRan(ran: Ran): Ran | undefined {
  return ran.status !== 0 && /No such file or directory \(2\)/.test(ran.stderr) ? undefined : check(ran)
}

/** Lines as `-rw-r--r--  1234 2026/11/22 13:00:00 fr/book.pdf`; what is no regular file counts as one of no bytes. */
export function parseListing(text: string): readonly Stored[] {
  return text.split('\n').flatMap((line): readonly Stored[] => {
    const [, kind = '', size, path = ''] = /^(\S)\S{9,}\s+([\d,.]+) \d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d (.*)$/.exec(line) ?? []
    return kind === '' || kind === 'd' ? [] : [{path, size: kind === '-' ? Number(size?.replaceAll(/[,.]/g, '')) : 0}]
  })
}

/** Bytes that went over the line by path, from lines of `--out-format=%b %n`. */
export function parseSent(text: string): ReadonlyMap<string, number> {
  return new Map(text.split('\n').map((line) => [line.slice(line.indexOf(' ') + 1), Number.parseInt(line)]))
}
