/** One parse worker seen from outside: runs a batch, and tells exactly which article it died at. */
import {Worker} from 'node:worker_threads'
import type {ResourceLimits} from 'node:worker_threads'
import {isLimitError} from '../core/limits.ts'
import type {Batch, WorkerMessage, WorkerSetup} from './parse-messages.ts'
import {processorTime} from './thread-clock.ts'

export interface ThreadOptions {
  /** URL of the module that exports `parseManuscript`. */
  readonly parser: string
  readonly limits: ResourceLimits
}

/** The limit that an article went over, or what a faulty parser said. */
export type Failure = {readonly limit: string} | {readonly fault: string}

/** What became of a batch; articles that are neither parsed nor failed were not begun or their results were lost. */
export interface BatchResult {
  /** By index in the batch. */
  readonly parsed: ReadonlyMap<number, Uint8Array>
  /** Why each failed article did. */
  readonly failed: ReadonlyMap<number, Failure>
  /** Whether the thread can take another batch. */
  readonly alive: boolean
}

export interface ParseThread {
  /** `deadline`: ms for the article at an index. Rejects when the worker cannot even start. */
  readonly run: (batch: Batch, deadline: (index: number) => number) => Promise<BatchResult>
  readonly close: () => Promise<void>
}

const pace = 50 // ms between two looks at the worker
const sleepFactor = 20 // a machine this many times overbooked is out of order

export function startThread({parser, limits}: ThreadOptions): ParseThread {
  const shared = new SharedArrayBuffer(24)
  const watch = new BigInt64Array(shared)
  watch[0] = -1n
  const setup: WorkerSetup = {parser, watch: shared}
  const worker = new Worker(new URL('./parse-worker.mjs', import.meta.url), {workerData: setup, resourceLimits: limits, execArgv: []})
  const ready = new Promise<string | undefined>((settle, reject) => {
    worker.once('message', (message: WorkerMessage) => { settle(message.kind === 'ready' ? message.thread : undefined) })
    worker.once('error', reject)
    worker.once('exit', () => { reject(new Error('The parse worker ended before it was ready')) })
  })
  ready.catch(() => undefined) // seen by `run`
  return {
    run: async (batch, deadline) => {
      const thread = await ready
      return runBatch({worker, watch, limits, thread}, batch, deadline)
    },
    close: async () => { await worker.terminate() }
  }
}

interface Watched {
  readonly worker: Worker
  readonly watch: BigInt64Array
  readonly limits: ResourceLimits
  readonly thread: string | undefined
}

function runBatch(watched: Watched, batch: Batch, deadline: (index: number) => number): Promise<BatchResult> {
  const {worker, watch, limits} = watched
  return new Promise((settle) => {
    const parsed = new Map<number, Uint8Array>()
    const failed = new Map<number, Failure>()
    let failure: Failure | undefined
    const finish = (alive: boolean): void => {
      clearInterval(clock)
      worker.off('message', hear).off('error', blame).off('exit', end)
      settle({parsed, failed, alive})
    }
    const hear = (message: WorkerMessage): void => {
      if (message.kind === 'parsed') parsed.set(message.index, message.serialised)
      else if (message.kind === 'thrown') failed.set(message.index, blameFor(message.reason, message.isLimit))
      else if (message.kind === 'done') finish(true)
    }
    const blame = (error: Error): void => {
      const full = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      failure ??= full ? {limit: `${limits.maxOldGenerationSizeMb} MB of memory`} : blameFor(`${error.name}: ${error.message}`, isLimitError(error))
    }
    const end = (): void => {
      const index = Number(Atomics.load(watch, 0))
      if (index >= 0 && !parsed.has(index) && !failed.has(index)) failed.set(index, failure ?? blameFor('its thread ended', true))
      finish(false)
    }
    const clock = setInterval(() => {
      const index = Number(Atomics.load(watch, 0))
      if (index < 0 || !isOverdue(watched, index, deadline(index))) return
      failure = {limit: `${deadline(index) / 1000} s`}
      void worker.terminate()
    }, pace)
    worker.on('message', hear).on('error', blame).on('exit', end)
    worker.postMessage(batch)
  })
}

function blameFor(reason: string, isLimit: boolean): Failure {
  return isLimit ? {limit: `what the parser bears (${reason})`} : {fault: reason}
}

/** Counts the worker's own processor time; where that is unknown, or the worker sleeps, time by the wall. */
function isOverdue({watch, thread}: Watched, index: number, deadline: number): boolean {
  const passed = Date.now() - Number(Atomics.load(watch, 1))
  if (passed <= deadline) return false
  const used = processorTime(thread)
  const overdue = used === undefined || passed > sleepFactor * deadline || used - Number(Atomics.load(watch, 2)) > deadline
  return overdue && Number(Atomics.load(watch, 0)) === index // it may have gone on meanwhile
}
