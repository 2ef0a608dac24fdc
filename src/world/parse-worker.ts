/** A parse worker: parses batches one article after another, and always says which one it is at. */
import {parentPort, workerData} from 'node:worker_threads'
import {serialize} from 'node:v8'
import {isLimitError} from '../core/limits.ts'
import type {Manuscript, Parsed, ParseSettings} from '../core/model.ts'
import type {Batch, WorkerMessage, WorkerSetup} from './parse-messages.ts'
import {nameOfThisThread, processorTime} from './thread-clock.ts'

interface Parser {
  readonly parseManuscript: (manuscript: Manuscript, settings: ParseSettings) => Parsed
}

const setup = workerData as WorkerSetup // set by the pool
const watch = new BigInt64Array(setup.watch)
const thread = nameOfThisThread()
const {parseManuscript} = await import(setup.parser) as Parser

function send(message: WorkerMessage): void {
  const bytes = message.kind === 'parsed' ? message.serialised.buffer : undefined
  parentPort?.postMessage(message, bytes instanceof ArrayBuffer ? [bytes] : [])
}

function parseOne(manuscript: Manuscript, settings: ParseSettings, index: number): void {
  try {
    const serialised = Uint8Array.from(serialize(parseManuscript(manuscript, settings))) // own memory: it is handed over
    send({kind: 'parsed', index, serialised})
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    send({kind: 'thrown', index, reason, isLimit: isLimitError(error)})
  }
}

parentPort?.on('message', ({manuscripts, settings}: Batch) => {
  manuscripts.forEach((manuscript, index) => {
    Atomics.store(watch, 1, BigInt(Date.now()))
    Atomics.store(watch, 2, BigInt(processorTime(thread) ?? 0))
    Atomics.store(watch, 0, BigInt(index))
    parseOne(manuscript, settings, index)
  })
  Atomics.store(watch, 0, -1n)
  send({kind: 'done'})
})
send({kind: 'ready', thread})
