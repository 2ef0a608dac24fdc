/** Older texts of the publication's files, as git keeps them: two processes for all files, however many there are. */
import {spawn} from 'node:child_process'
import {StringDecoder} from 'node:string_decoder'
import type {History, Revision} from '../core/world.ts'
import {reasonOf} from './files.ts'

const mebibyte = 1024 * 1024
/** Longer answers and waits are not worth what history tells. */
const answerLimit = 512 * mebibyte
const patience = 120_000

/** A folder of authors may bring its own settings of git: none of them runs a program, asks a person or reaches the network. */
const settings = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'log.showSignature=false', 'log.follow=false', 'log.showRoot=true', 'protocol.allow=never', 'core.quotePath=false', 'core.pager=cat']
/** What names another repository than the folder's own, as the hooks of git do. */
const repositoryNames = /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|PREFIX|SHALLOW_FILE|GRAFT_FILE|EXTERNAL_DIFF|TRACE.*)$/
const logFormat = '--format=tformat:%x01%H%x02%P%x02%cs'

/** What git knows of a folder; `undefined` outside of a work tree, without commits, without git. Never throws but when interrupted. */
export async function readHistory(folder: string, signal: AbortSignal, progress: (line: string) => void): Promise<History | undefined> {
  const ask = (args: readonly string[], input?: string): Promise<Buffer> => runGit(folder, args, signal, input)
  try {
    const [inside, shallow] = (await ask(['rev-parse', '--is-inside-work-tree', '--is-shallow-repository'])).toString().trim().split('\n')
    if (inside !== 'true') return undefined
    const log = await ask(['log', '-z', logFormat, '--name-status', '-M', '--relative', '--no-diff-merges', '--no-ext-diff', '--no-textconv', '--no-color', '--', '.'])
    const commits = parseLog(log.toString(), shallow === 'true')
    const [newest] = commits
    if (!newest) return undefined
    return makeHistory(commits, async (names) => parseBatch(await ask(['cat-file', '--batch'], names.map((name) => `${name}\n`).join('')), names.length))
  } catch (error) {
    signal.throwIfAborted()
    const reason = error instanceof Error && error.message !== '' ? error.message : reasonOf(error)
    if (!/not a git repository|ENOENT|does not have any commits/.test(reason)) progress(`The history of ${folder} is not known: ${reason}`)
    return undefined
  }
}

interface Commit extends Revision {
  readonly edits: readonly Edit[]
}

/** A file that a commit changed; `from` where it had another name before. */
interface Edit {
  readonly path: string
  readonly from?: string
  readonly touched: boolean
}

/** Commits, newest first. What the oldest one of a shallow clone says to have added may be much older: its edits are no changes. */
export function parseLog(log: string, shallow: boolean): readonly Commit[] {
  return log.split('\u0001').flatMap((chunk) => {
    const [, id, parents, date, rest] = /^([0-9a-f]{40,64})\u0002([0-9a-f ]*)\u0002([0-9-]+)\0\n?([^]*)$/.exec(chunk) ?? []
    if (id === undefined || date === undefined || rest === undefined) return []
    return [{id, date, edits: shallow && parents === '' ? [] : parseEdits(rest.split('\0'))}]
  })
}

function parseEdits(fields: readonly string[]): readonly Edit[] {
  const edits: Edit[] = []
  for (let at = 0; at + 1 < fields.length;) {
    const [status = '', path = '', to = ''] = [fields[at], fields[at + 1], fields[at + 2]]
    const isMove = /^[RC]\d*$/.test(status)
    if (isMove) edits.push({path: to, ...(status.startsWith('R') && {from: path}), touched: !/^[RC]100$/.test(status)})
    else if (!status.startsWith('D')) edits.push({path, touched: true})
    at += isMove ? 3 : 2
  }
  return edits
}

function makeHistory(commits: readonly Commit[], read: (names: readonly string[]) => Promise<readonly (string | undefined)[]>): History {
  const [head] = commits as [Commit] // there is one
  const order = new Map(commits.map(({id}, at) => [id, at]))
  const editsByPath = new Map<string, (Edit & {readonly at: number})[]>()
  for (const [at, {edits}] of commits.entries()) {
    for (const edit of edits) {
      const known = editsByPath.get(edit.path)
      if (known) known.push({...edit, at})
      else editsByPath.set(edit.path, [{...edit, at}])
    }
  }
  const linesByPath = new Map<string, Line>()
  const lineOf = (path: string): Line => {
    const line = linesByPath.get(path) ?? followFile(path, editsByPath)
    linesByPath.set(path, line)
    return line
  }
  return {
    head: {id: head.id, date: head.date},
    changes: (path) => lineOf(path).changes.flatMap((at) => commits[at] ? [{id: commits[at].id, date: commits[at].date}] : []),
    formerNames: (path) => lineOf(path).renames.map(({from}) => from),
    texts: async (asked) => {
      const names = asked.map(({revision, path}) => {
        const at = order.get(revision) ?? 0
        const then = lineOf(path).renames.filter((rename) => rename.at < at).at(-1)?.from ?? path
        return isRevision(revision) && !/[\n\0]/.test(then) ? `${revision}:./${then}` : ''
      })
      return asked.length === 0 ? [] : read(names.map((name) => name === '' ? 'none:none' : name))
    }
  }
}

interface Line {
  /** Places in the list of commits. */
  readonly changes: readonly number[]
  readonly renames: readonly {readonly at: number; readonly from: string}[]
}

/** A file back through its names. */
function followFile(path: string, editsByPath: ReadonlyMap<string, readonly (Edit & {readonly at: number})[]>): Line {
  const changes: number[] = []
  const renames: {at: number; from: string}[] = []
  let since = -1
  for (let name: string | undefined = path; name !== undefined;) {
    const edits: readonly (Edit & {readonly at: number})[] = (editsByPath.get(name) ?? []).filter(({at}) => at > since)
    const move = edits.find(({from}) => from !== undefined)
    changes.push(...edits.filter(({at, touched}) => touched && at <= (move?.at ?? Infinity)).map(({at}) => at))
    if (move?.from !== undefined) renames.push({at: move.at, from: move.from})
    since = move?.at ?? since
    name = move?.from
  }
  return {changes, renames}
}

/** Names of revisions as people write them, nothing that git could take for an option or a path. */
export function isRevision(name: string): boolean {
  return /^[\p{L}\p{N}_][\p{L}\p{N}_./~^-]*$/u.test(name) && !name.includes('..')
}

/** Answers of `git cat-file --batch`, one for each name asked. */
export function parseBatch(answer: Buffer, count: number): readonly (string | undefined)[] {
  const texts: (string | undefined)[] = []
  for (let at = 0; texts.length < count;) {
    const end = answer.indexOf(10, at)
    if (end < 0) break
    const [, kind, size] = /^[0-9a-f]{40,64} (\w+) (\d+)$/.exec(answer.toString('utf8', at, end)) ?? []
    at = end + 1
    if (kind === undefined) texts.push(undefined)
    else {
      texts.push(kind === 'blob' ? new StringDecoder('utf8').end(answer.subarray(at, at + Number(size))) : undefined)
      at += Number(size) + 1
    }
  }
  return [...texts, ...Array<undefined>(count - texts.length).fill(undefined)]
}

/** What git prints. Throws with what it complains of. */
export async function runGit(folder: string, args: readonly string[], signal: AbortSignal, input?: string): Promise<Buffer> {
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !repositoryNames.test(name)))
  const child = spawn('git', ['--no-optional-locks', ...settings.flatMap((setting) => ['-c', setting]), ...args], {
    cwd: folder, signal, windowsHide: true, stdio: ['pipe', 'pipe', 'pipe'],
    env: {...environment, GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C'}
  })
  const chunks: Buffer[] = []
  let [size, complaint] = [0, '']
  child.stdout.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    size += chunk.length
    if (size > answerLimit) child.kill()
  })
  child.stderr.on('data', (chunk: Buffer) => { if (complaint.length < 2000) complaint += chunk.toString() })
  child.stdin.on('error', () => undefined) // it ended before it had read everything
  child.stdin.end(input ?? '')
  const timer = setTimeout(() => child.kill(), patience) // the option of spawn goes on waiting for a program that is not there
  return new Promise<Buffer>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, killed) => code === 0 ? resolve(Buffer.concat(chunks))
      : reject(new Error(killed ? 'git was stopped, it took too long' : complaint.trim().split('\n')[0] || `git ended with ${code}`)))
  }).finally(() => clearTimeout(timer))
}
