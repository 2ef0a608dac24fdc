/** Time and memory of a command with everything it starts, from the operating system's accounts (Linux). */
import {spawn} from 'node:child_process'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

/** What measured commands of our own are run with. */
export const node = process.execPath
export const hexapla = fileURLToPath(new URL('../../bin/hexapla.mjs', import.meta.url))

export interface Measure {
  readonly status: number
  readonly wallSeconds: number
  readonly cpuSeconds: number
  /** Of them those of the command itself, without what it started. */
  readonly ownCpuSeconds: number
  /** Highest sum of the proportional memory of all processes at one moment, in MB. */
  readonly peakMegabytes: number
  readonly output: string
}

const ticksPerSecond = 100 // USER_HZ, the unit of /proc on every common Linux

export interface MeasureOptions {
  readonly environment?: NodeJS.ProcessEnv
  /** After so long it is stopped, with status 1. */
  readonly limitSeconds?: number
}

/** Runs a command and watches its process tree four times a second. */
export async function measure(command: string, args: readonly string[], {environment = process.env, limitSeconds = Infinity}: MeasureOptions = {}): Promise<Measure> {
  if (!existsSync('/proc/self/smaps_rollup')) throw new Error('The benchmark reads /proc, which only Linux has')
  const started = performance.now()
  const child = spawn(command, args, {stdio: ['ignore', 'pipe', 'pipe'], env: environment})
  let [output, peak, cpu, own] = ['', 0, 0, 0]
  child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString() })
  child.stderr.on('data', (chunk: Buffer) => { output += chunk.toString() })
  const watch = setInterval(() => {
    const pids = child.pid === undefined ? [] : treeOf(child.pid)
    peak = Math.max(peak, pids.reduce((sum, pid) => sum + memoryOf(pid), 0))
    cpu = Math.max(cpu, pids.reduce((sum, pid) => sum + cpuOf(pid), 0))
    own = Math.max(own, secondsIn(child.pid ?? 0, 11, 13))
    if (performance.now() - started < limitSeconds * 1000) return
    output += `\nstopped after ${limitSeconds} s`
    for (const pid of pids) stop(pid)
  }, 250)
  const status = await new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
  clearInterval(watch)
  return {status, wallSeconds: (performance.now() - started) / 1000, cpuSeconds: cpu, ownCpuSeconds: own, peakMegabytes: peak / 1024, output}
}

function stop(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    return // it ended meanwhile
  }
}

function treeOf(root: number): readonly number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = Number(fieldsOf(Number(name))[1])
    children.set(parent, [...children.get(parent) ?? [], Number(name)])
  }
  const tree = [root]
  for (let at = 0; at < tree.length; at++) tree.push(...children.get(tree[at] ?? 0) ?? [])
  return tree
}

/** Seconds of a process and of its children that have ended. */
function cpuOf(pid: number): number {
  return secondsIn(pid, 11, 15)
}

/** The sum of some fields, which are times. */
function secondsIn(pid: number, from: number, to: number): number {
  return fieldsOf(pid).slice(from, to).reduce((sum, ticks) => sum + Number(ticks), 0) / ticksPerSecond
}

/** The fields of /proc/<pid>/stat after the name, none for a process that has gone. */
function fieldsOf(pid: number): readonly string[] {
  const text = textOf(`/proc/${pid}/stat`)
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

function memoryOf(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // the process ended meanwhile
  }
}
