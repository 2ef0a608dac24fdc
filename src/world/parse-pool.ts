/** Parses manuscripts in worker threads under limits of time, heap and stack: a hostile one costs itself and nothing else. */
import {availableParallelism} from 'node:os'
import {deserialize} from 'node:v8'
import type {Manuscript, Parsed, ParseSettings} from '../core/model.ts'
import type {Cache} from './cache.ts'
import {makeLane} from './parse-lane.ts'
import type {Lane} from './parse-lane.ts'

export interface ParsePool {
  readonly parse: (manuscripts: readonly Manuscript[], settings: ParseSettings) => Promise<readonly Parsed[]>
  readonly close: () => Promise<void>
}

export interface PoolOptions {
  readonly cache: Cache
  readonly signal: AbortSignal
  /** URL of the module that exports `parseManuscript`. */
  readonly parser?: string
  /** Processor time for one manuscript, ms. */
  readonly deadline?: (manuscript: Manuscript) => number
  /** Heap of a usual thread, MB. */
  readonly heap?: number
}

/** 200 KB take a hundred MB to parse, more text in proportion: one thread of its own size takes the few long manuscripts. */
const longText = 200_000
const usualHeap = 256
const longHeap = 2048

/** 10 s, and 5 s for each 100 KB: five times what honest text was seen to take. HEXAPLA_PARSE_SECONDS replaces the 10. */
export function deadlineFor({text}: Manuscript, environment: NodeJS.ProcessEnv = process.env): number {
  const seconds = Number(environment['HEXAPLA_PARSE_SECONDS'])
  return ((seconds > 0 ? seconds : 10) + 5 * Math.floor(text.length / 100_000)) * 1000
}

/** No thread is started before the first manuscript that the cache does not know. */
export function makeParsePool({cache, signal, parser, deadline = deadlineFor, heap = usualHeap}: PoolOptions): ParsePool {
  const shared = {parser: parser ?? new URL('../parse/manuscript.ts', import.meta.url).href, deadline}
  const usual = makeLane({...shared, width: Math.min(availableParallelism(), 4), heap})
  const long = makeLane({...shared, width: 1, heap: longHeap})
  const close = async (): Promise<void> => {
    const reason = signal.aborted && signal.reason instanceof Error ? signal.reason : new Error('The parse pool is closed')
    await Promise.all([usual.close(reason), long.close(reason)])
  }
  const abort = (): void => void close()
  signal.addEventListener('abort', abort, {once: true})
  return {
    parse: async (manuscripts, settings) => {
      signal.throwIfAborted()
      return Promise.all(manuscripts.map((manuscript) => parseOne(manuscript, settings, cache, manuscript.text.length > longText ? long : usual)))
    },
    close: () => {
      signal.removeEventListener('abort', abort)
      return close()
    }
  }
}

/** A failure is never cached: it may be the machine's. */
async function parseOne(manuscript: Manuscript, settings: ParseSettings, cache: Cache, lane: Lane): Promise<Parsed> {
  const name = cache.nameOf('parse', [manuscript, settings])
  const kept = await cache.load(name)
  if (kept) return deserialize(kept) as Parsed // stored below by this very version of the code
  const serialised = await new Promise<Uint8Array | Parsed>((settle, reject) => {
    lane.add({manuscript, settings, settle, giveUp: settle, reject})
  })
  if (!(serialised instanceof Uint8Array)) return serialised
  await cache.store(name, serialised)
  return deserialize(serialised) as Parsed // from our own worker
}
