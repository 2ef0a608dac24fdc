/** A lane of the parse pool: a queue of manuscripts and the threads of one size that work it off. */
import {makeDiagnostic} from '../core/diagnostic.ts'
import {digestOf} from '../core/digest.ts'
import type {Manuscript, Parsed, ParseSettings} from '../core/model.ts'
import {startThread} from './parse-thread.ts'
import type {BatchResult, Failure, ParseThread} from './parse-thread.ts'

/** A manuscript on its way, and where its result goes. */
export interface Task {
  readonly manuscript: Manuscript
  readonly settings: ParseSettings
  /** A `Parsed` as `v8.serialize` writes it. */
  readonly settle: (serialised: Uint8Array) => void
  readonly giveUp: (unparsed: Parsed) => void
  readonly reject: (reason: unknown) => void
}

export interface LaneOptions {
  readonly parser: string
  /** How many threads at most. */
  readonly width: number
  /** Heap of one thread, MB. */
  readonly heap: number
  /** Processor time for one manuscript, ms. */
  readonly deadline: (manuscript: Manuscript) => number
}

export interface Lane {
  readonly add: (task: Task) => void
  /** Ends all threads and rejects what is not done. */
  readonly close: (reason: Error) => Promise<void>
}

/** Characters in a batch: enough to make messages cheap, few enough to share the work evenly. */
const batchSize = 64 * 1024

export function makeLane(options: LaneOptions): Lane {
  const queue: Task[] = []
  const idle: ParseThread[] = []
  const threads = new Set<ParseThread>()
  let closed: Error | undefined
  const start = (): ParseThread => {
    const thread = startThread({parser: options.parser, limits: {maxOldGenerationSizeMb: options.heap, stackSizeMb: 4}})
    threads.add(thread)
    return thread
  }
  const work = async (thread: ParseThread, tasks: readonly Task[]): Promise<void> => {
    const result = await runTasks(thread, tasks, options.deadline)
    if (result.alive) idle.push(thread)
    else threads.delete(thread)
    queue.push(...settleTasks(tasks, result))
  }
  const advance = (): void => {
    if (closed) for (const task of queue.splice(0)) task.reject(closed)
    while (queue.length > 0 && (idle.length > 0 || threads.size < options.width)) {
      const tasks = takeBatch(queue)
      const thread = idle.pop() ?? start()
      void work(thread, tasks).catch((error: unknown) => {
        threads.delete(thread)
        for (const task of tasks) task.reject(closed ?? error)
      }).then(advance)
    }
  }
  return {
    add: (task) => {
      queue.push(task)
      if (queue.length === 1) setImmediate(advance) // so that a whole edition is queued before batches are cut
    },
    close: async (reason) => {
      closed ??= reason
      advance()
      await Promise.all([...threads].map((thread) => thread.close()))
      threads.clear()
    }
  }
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

async function runTasks(thread: ParseThread, tasks: readonly Task[], deadline: LaneOptions['deadline']): Promise<BatchResult> {
  const manuscripts = tasks.map((task) => task.manuscript)
  const [first] = tasks
  if (!first) return {parsed: new Map(), failed: new Map(), alive: true}
  return thread.run({manuscripts, settings: first.settings}, (index) => {
    const manuscript = manuscripts[index]
    return manuscript ? deadline(manuscript) : 0
  })
}

/** Hands out results; gives back what the death of a thread left undone. */
function settleTasks(tasks: readonly Task[], {parsed, failed}: BatchResult): readonly Task[] {
  return tasks.filter((task, index) => {
    const serialised = parsed.get(index)
    const failure = failed.get(index)
    if (serialised) task.settle(serialised)
    else if (failure) task.giveUp(makeUnparsed(task.manuscript, failure))
    return !serialised && !failure
  })
}

/** The article whose text cannot be had: it keeps its place, so that links to it still lead somewhere. */
function makeUnparsed({file, language, slug, text}: Manuscript, failure: Failure): Parsed {
  return {
    article: {
      file, language, slug, title: slug.replaceAll('-', ' '), keywords: [], aliases: [], authors: [], translators: [],
      draft: false, words: 0, digest: digestOf({title: slug, text}), tree: {type: 'root', children: []}
    },
    diagnostics: ['limit' in failure ? makeDiagnostic('parse/limit-exceeded', failure, {file}) : makeDiagnostic('parse/fault', {reason: failure.fault}, {file})]
  }
}
