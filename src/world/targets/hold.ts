/** One publisher at a time: a note at the place itself says who is at work, and what an interrupted one may have left undone. */
import {randomUUID} from 'node:crypto'
import {hostname} from 'node:os'
import {holdFile, type Hold, type Target} from '../../core/target.ts'
import {isAlive} from '../lock.ts'

/** A note this old (ms) is of a publisher that is gone; whoever is at work renews it much more often. */
const staleAge = 10 * 60 * 1000
const renewal = 60 * 1000

interface Note {
  /** Absent: nobody is at work. */
  readonly token?: string
  readonly pid: number
  readonly host: string
  readonly renewed: string
  readonly doubtful: readonly string[]
}

/** Takes hold of a place, from a publisher that is gone as well, or tells who is at work there. */
export async function takeHold(target: Target): Promise<Hold | {readonly holder: string}> {
  const token = randomUUID()
  const confirm = async (): Promise<boolean> => parseNote(await target.read(holdFile))?.token === token
  let doubtful: readonly string[] = []
  if (!await target.create(holdFile, writeNote({token, doubtful}))) {
    const former = parseNote(await target.read(holdFile))
    if (former && isAtWork(former)) return {holder: describe(former)}
    doubtful = former?.doubtful ?? []
    await target.write(holdFile, writeNote({token, doubtful}))
  }
  if (!await confirm()) return {holder: describe(parseNote(await target.read(holdFile)))}
  return keepHold(target, token, doubtful, confirm)
}

/** Renews the note until it is given back. */
function keepHold(target: Target, token: string, found: readonly string[], confirm: () => Promise<boolean>): Hold {
  let doubtful = found
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => { // an older note never comes after a newer one
    const next = last.catch(() => undefined).then(work)
    last = next
    return next
  }
  const renew = async (): Promise<void> => {
    if (await confirm()) await target.write(holdFile, writeNote({token, doubtful}))
  }
  const timer = setInterval(() => void inTurn(renew).catch(() => undefined), renewal)
  timer.unref()
  return {
    doubtful: found, confirm,
    record: (paths) => {
      doubtful = [...new Set([...doubtful, ...paths])].sort()
      return inTurn(() => target.write(holdFile, writeNote({token, doubtful})))
    },
    release: (isDone) => {
      clearInterval(timer)
      return inTurn(async () => {
        if (!await confirm()) return
        if (isDone || doubtful.length === 0) await target.remove([holdFile])
        else await target.write(holdFile, writeNote({doubtful}))
      })
    }
  }
}

/** For a look without a hand on anything: as if we had taken hold. */
export async function peekHold(target: Target): Promise<Hold> {
  return {doubtful: parseNote(await target.read(holdFile))?.doubtful ?? [], record: async () => undefined, confirm: async () => true, release: async () => undefined}
}

function isAtWork({token, pid, host, renewed}: Note): boolean {
  if (token === undefined || !(Date.now() - Date.parse(renewed) < staleAge)) return false
  return host !== hostname() || (pid !== process.pid && isAlive(pid))
}

function writeNote(said: Pick<Note, 'token' | 'doubtful'>): Uint8Array {
  const note: Note = {...said, pid: process.pid, host: hostname(), renewed: new Date().toISOString()}
  return new TextEncoder().encode(`${JSON.stringify(note)}\n`)
}

function parseNote(content: Uint8Array | undefined): Note | undefined {
  try {
    const {token, pid, host, renewed, doubtful} = JSON.parse(new TextDecoder().decode(content)) as Partial<Note>
    const paths = Array.isArray(doubtful) ? doubtful.filter((path) => typeof path === 'string') : []
    return {...(typeof token === 'string' && {token}), pid: Number(pid), host: String(host), renewed: String(renewed), doubtful: paths}
  } catch {
    return undefined
  }
}

function describe(note: Note | undefined): string {
  return note ? `process ${note.pid} on ${note.host}, last seen ${note.renewed}`.replaceAll(/[\0-\x1f\x7f]/g, ' ') : 'another one'
}
