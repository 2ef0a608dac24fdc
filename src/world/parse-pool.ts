/** Parses manuscripts in worker threads under limits of time, heap and stack: a hostile one costs itself and nothing else. */
import {availableParallelism} from 'node:os'
import {deserialize} from 'node:v8'
import {makeDiagnostic} from '../core/diagnostic.ts'
import type {Manuscript, Parsed, ParseSettings} from '../core/model.ts'
import type {Cache} from './cache.ts'
import {startThread} from './parse-thread.ts'
import type {BatchResult, ParseThread} from './parse-thread.ts'

export interface ParsePool {
  readonly parse: (manuscripts: readonly Manuscript[], settings: ParseSettings) => Promise<readonly Parsed[]>
  readonly close: () => Promise<void>
}

export interface PoolOptions {
  readonly cache: Cache
  readonly signal: AbortSignal
  /** URL of the module that exports `parseManuscript`. */
  readonly parser?: string
  /** Time for one article, ms. */
  readonly deadline?: (manuscript: Manuscript) => number
  /** Heap of one worker, MB. */
  readonly heap?: number
}

/** Characters in a batch: enough to make messages cheap, few enough to share the work evenly. */
const batchSize = 64 * 1024
const threadLimit = Math.min(availableParallelism(), 4)

/** 10 s, and 1 s for each 100 KB: a thousand times what an honest article takes. HEXAPLA_PARSE_SECONDS replaces the 10. */
export function deadlineFor({text}: Manuscript, environment: NodeJS.ProcessEnv = process.env): number {
  const seconds = Number(environment['HEXAPLA_PARSE_SECONDS'])
  return ((seconds > 0 ? seconds : 10) + Math.ceil(text.length / 100_000)) * 1000
}

/** An article on its way: where its result goes, under which name the cache keeps it. */
interface Task {
  readonly manuscript: Manuscript
  readonly settings: ParseSettings
  readonly name: string
  readonly settle: (parsed: Parsed) => void
  readonly reject: (reason: unknown) => void
}

export function makeParsePool(options: PoolOptions): ParsePool {
  const {cache, signal} = options
  const queue: Task[] = []
  const idle: ParseThread[] = []
  const threads = new Set<ParseThread>()
  const start = (): ParseThread => {
    const limits = {maxOldGenerationSizeMb: options.heap ?? 256, stackSizeMb: 4}
    const thread = startThread({parser: options.parser ?? new URL('../parse/manuscript.ts', import.meta.url).href, limits})
    threads.add(thread)
    return thread
  }
  const work = async (thread: ParseThread, tasks: readonly Task[]): Promise<void> => {
    const result = await runTasks(thread, tasks, options)
    if (result.alive) idle.push(thread)
    else threads.delete(thread)
    await settleTasks(tasks, result, cache, queue)
  }
  let closed: Error | undefined
  const advance = (): void => {
    if (closed) for (const task of queue.splice(0)) task.reject(closed)
    while (queue.length > 0 && (idle.length > 0 || threads.size < threadLimit)) {
      const tasks = takeBatch(queue)
      const thread = idle.pop() ?? start()
      void work(thread, tasks).catch((error: unknown) => {
        threads.delete(thread)
        for (const task of tasks) task.reject(closed ?? error)
      }).then(advance)
    }
  }
  const close = async (): Promise<void> => {
    closed ??= signal.aborted && signal.reason instanceof Error ? signal.reason : new Error('The parse pool is closed')
    advance()
    await Promise.all([...threads].map((thread) => thread.close()))
    threads.clear()
  }
  signal.addEventListener('abort', () => void close(), {once: true})
  return {
    parse: async (manuscripts, settings) => {
      signal.throwIfAborted()
      return Promise.all(manuscripts.map((manuscript) => parseOne(manuscript, settings, cache, queue, advance)))
    },
    close
  }
}

async function parseOne(manuscript: Manuscript, settings: ParseSettings, cache: Cache, queue: Task[], advance: () => void): Promise<Parsed> {
  const name = cache.nameOf('parse', [manuscript, settings])
  const kept = await cache.load(name)
  if (kept) return deserialize(kept) as Parsed // stored below by this very version of the code
  return new Promise((settle, reject) => {
    queue.push({manuscript, settings, name, settle, reject})
    advance()
  })
}

/** Tasks from the front of the queue that share their settings. */
function takeBatch(queue: Task[]): readonly Task[] {
  let count = 0
  for (let size = 0; count < queue.length && size < batchSize; count++) {
    const task = queue[count]
    if (!task || task.settings !== queue[0]?.settings) break
    size += task.manuscript.text.length
  }
  return queue.splice(0, count)
}

async function runTasks(thread: ParseThread, tasks: readonly Task[], {deadline = deadlineFor}: PoolOptions): Promise<BatchResult> {
  const manuscripts = tasks.map((task) => task.manuscript)
  const [first] = tasks
  if (!first) return {parsed: new Map(), failed: new Map(), alive: true}
  return thread.run({manuscripts, settings: first.settings}, (index) => {
    const manuscript = manuscripts[index]
    return manuscript ? deadline(manuscript) : 0
  })
}

/** Hands out results; what the death of a thread left undone goes back to the queue. */
async function settleTasks(tasks: readonly Task[], {parsed, failed}: BatchResult, cache: Cache, queue: Task[]): Promise<void> {
  for (const [index, task] of tasks.entries()) {
    const serialised = parsed.get(index)
    const limit = failed.get(index)
    if (serialised) {
      task.settle(deserialize(serialised) as Parsed) // from our own worker
      await cache.store(task.name, serialised)
    } else if (limit !== undefined) task.settle(makeUnparsed(task.manuscript, limit))
    else queue.push(task)
  }
}

/** The article whose text cannot be had: it keeps its place, so that links to it still lead somewhere. Never cached. */
function makeUnparsed({file, language, slug}: Manuscript, limit: string): Parsed {
  return {
    article: {
      file, language, slug, title: slug.replaceAll('-', ' '), keywords: [], aliases: [], authors: [], translators: [],
      draft: false, words: 0, tree: {type: 'root', children: []}
    },
    diagnostics: [makeDiagnostic('parse/limit-exceeded', {limit}, {file})]
  }
}
