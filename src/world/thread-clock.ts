/** Processor time of single threads, where the system tells it (Linux): a busy machine must not look like a hanging article. */
import {readFileSync, readlinkSync} from 'node:fs'

const tick = 10 // ms; USER_HZ is 100 on every Linux that Node runs on

/** Name of the calling thread for `processorTime`, `undefined` where the system has none. */
export function nameOfThisThread(): string | undefined {
  try {
    return readlinkSync('/proc/thread-self').split('/').at(-1)
  } catch {
    return undefined
  }
}

/** Processor time (ms) that a thread of this process has used, `undefined` when it is gone or the system does not tell. */
export function processorTime(thread: string | undefined): number | undefined {
  if (thread === undefined) return undefined
  try {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ') // the thread's name stands in brackets and may hold blanks
    return (Number(fields[11]) + Number(fields[12])) * tick // utime and stime, proc(5)
  } catch {
    return undefined
  }
}
