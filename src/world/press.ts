/** The press: browsers at work, one for each job that runs, so that a document which kills its browser harms no other. */
import {readdir, rm} from 'node:fs/promises'
import {availableParallelism, tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Browser as Running, Page} from 'puppeteer'
import type {PictureJob, Press, PrintJob} from '../core/world.ts'
import {MissingToolError, PressError} from '../core/world.ts'
import {browserFlags, unwantedFlags} from './browser-flags.ts'
import type {Browser} from './find-browser.ts'
import type {HouseFonts} from './fonts.ts'
import {canDivide} from './hyphenation/probe.ts'
import {hasDictionary, placeDictionaries, prepareProfile} from './hyphenation/dictionaries.ts'
import {isAlive} from './lock.ts'
import {checkPrinted} from './press-output.ts'
import {picturePage, printPage, type Division} from './press-page.ts'

export interface PressOptions {
  readonly browser: Browser
  readonly fonts: HouseFonts
  readonly signal: AbortSignal
  readonly progress: (line: string) => void
  /** Time for one job, ms; for tests. */
  readonly patience?: (job: PrintJob | PictureJob) => number
}

export interface OpenPress extends Press {
  readonly close: () => Promise<void>
}

const profileName = /^hexapla-profile-(\d+)-\d+$/
let profilesMade = 0

/** A minute, and 100 s for each megabyte of HTML: ten times what a busy machine was seen to take. */
export function patienceFor(job: PrintJob | PictureJob): number {
  return 60_000 + job.html.length / 10
}

/** Starts no browser before the first job, unless only a running one can tell its version. */
export async function openPress(options: PressOptions): Promise<OpenPress> {
  await sweepProfiles()
  const bare = process.getuid?.() === 0 || process.env['HEXAPLA_NO_SANDBOX'] === '1'
  if (bare) options.progress('Printing without the browser’s sandbox, which does not work as root')
  const width = Math.min(availableParallelism(), 4)
  const idle: Slot[] = Array.from({length: width}, () => makeSlot(options, bare))
  const slots = [...idle]
  const waiting: ((slot: Slot) => void)[] = []
  const abort = (): void => { for (const slot of slots) slot.kill() }
  options.signal.addEventListener('abort', abort)
  const work = async (task: Task): Promise<Uint8Array> => {
    const slot = idle.pop() ?? await new Promise<Slot>((take) => { waiting.push(take) })
    try {
      return await tryTwice(slot, task, options)
    } finally {
      const next = waiting.shift()
      if (next) next(slot)
      else idle.push(slot)
    }
  }
  const version = options.browser.version ?? await slots[0]?.version() ?? ''
  return {
    version: `${version} (${options.browser.mode})`,
    width,
    print: (job) => work({job, wanted: 'a PDF', make: async (page, division) => checkPrinted(await printPage(page, job, options.fonts, division), job)}),
    picture: (job) => work({job, wanted: 'a picture', make: (page) => picturePage(page, job, options.fonts)}),
    close: async () => {
      options.signal.removeEventListener('abort', abort)
      await Promise.all(slots.map((slot) => slot.close()))
    }
  }
}

/** What a job makes of a fresh page. */
interface Task {
  readonly job: PrintJob | PictureJob
  readonly wanted: string
  readonly make: (page: Page, division: Division) => Promise<Uint8Array>
}

/** A browser may die by bad luck once. */
async function tryTwice(slot: Slot, task: Task, {signal, patience = patienceFor}: PressOptions): Promise<Uint8Array> {
  const {job, wanted} = task
  let reason = ''
  for (let attempt = 1; attempt <= 2; attempt++) {
    signal.throwIfAborted()
    try {
      return await slot.work(task, patience(job))
    } catch (error) {
      slot.kill()
      signal.throwIfAborted()
      if (error instanceof MissingToolError) throw error
      reason = error instanceof Error ? error.message : String(error)
    }
  }
  throw new PressError(`Unexpected end of the browser, twice, at a document of ${Math.ceil(job.html.length / 1024)} KB (${reason}), expected ${wanted}`)
}

interface Slot {
  readonly version: () => Promise<string>
  readonly work: (task: Task, patience: number) => Promise<Uint8Array>
  readonly kill: () => void
  readonly close: () => Promise<void>
}

function makeSlot({browser}: PressOptions, bare: boolean): Slot {
  let running: Promise<Started> | undefined
  const start = (): Promise<Started> => running ??= startBrowser(browser, bare)
  const kill = (): void => {
    void running?.then(({kill: end}) => { end() }, () => undefined)
    running = undefined
  }
  return {
    version: async () => (await start()).running.version(),
    work: async (task, patience) => workWithin(await start(), task, patience),
    kill,
    close: async () => {
      const started = await running?.catch(() => undefined)
      running = undefined
      await started?.close()
    }
  }
}

interface Started {
  readonly running: Running
  readonly profile: string
  /** Whether it divides words at line ends by itself. */
  readonly divides: boolean
  readonly kill: () => void
  readonly close: () => Promise<void>
}

async function startBrowser(browser: Browser, bare: boolean): Promise<Started> {
  const profile = join(tmpdir(), `hexapla-profile-${process.pid}-${++profilesMade}`)
  const {launch} = await import('puppeteer') // slow to load; a build that recalls everything needs none
  await prepareProfile(profile)
  const running = await launch({
    executablePath: browser.path,
    headless: browser.mode === 'shell' ? 'shell' : true,
    pipe: true, // a killed build takes its browser along; over a WebSocket it would stay
    userDataDir: profile,
    handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
    protocolTimeout: 0,
    args: [...browserFlags(bare)],
    ignoreDefaultArgs: unwantedFlags
  }).catch(async (error: unknown) => {
    await removeProfile(profile)
    throw new MissingToolError(describeFailedStart(browser, error))
  })
  const kill = (): void => {
    running.process()?.kill('SIGKILL')
    void removeProfile(profile)
  }
  const close = async (): Promise<void> => {
    const patience = setTimeout(kill, 3000)
    await running.close().catch(() => undefined)
    clearTimeout(patience)
    await removeProfile(profile)
  }
  const divides = browser.mode !== 'shell' && await canDivide(running, profile).catch(() => false)
  return {running, profile, divides, kill, close}
}

function describeFailedStart({path}: Browser, error: unknown): string {
  const reason = error instanceof Error ? error.message.trim() : String(error)
  const sandbox = /sandbox/i.test(reason)
    ? 'its sandbox is not to be had here. To mend it: install Chrome or Chromium with the system’s own packages, ' +
      'or, in a container that only you use, set HEXAPLA_NO_SANDBOX=1'
    : `it said: ${reason.slice(0, 500)}. To mend it: name another with --browser or HEXAPLA_BROWSER`
  return `Unexpected browser ${path} that does not start, expected one to print with; ${sandbox}`
}

/** Rejects when the page crashes, the browser dies or time is up; the browser is then of no more use. */
async function workWithin({running, profile, divides}: Started, {job, make}: Task, patience: number): Promise<Uint8Array> {
  let clock: NodeJS.Timeout | undefined
  let fail: (reason: Error) => void = () => undefined
  const failure = new Promise<never>((_, reject) => {
    fail = reject
    clock = setTimeout(() => { reject(new Error(`it took more than ${Math.round(patience / 1000)} s`)) }, patience)
  })
  const died = (): void => { fail(new Error('it was gone')) }
  running.once('disconnected', died)
  const work = async (): Promise<Uint8Array> => {
    const [language = '', ...others] = languagesIn(job.html)
    if (divides) await placeDictionaries(profile, [language, ...others])
    const context = await running.createBrowserContext()
    const page = await context.newPage()
    page.on('error', fail)
    const made = await make(page, {isDivided: hasDictionary(language), byBrowser: divides})
    await context.close()
    return made
  }
  try {
    return await Promise.race([work(), failure])
  } finally {
    clearTimeout(clock)
    running.off('disconnected', died)
  }
}

/** Tags, the document's own first. */
function languagesIn(html: string): readonly string[] {
  return [...new Set([...html.matchAll(/\slang="([\w-]{2,35})"/g)].map(([, tag = '']) => tag))]
}

async function removeProfile(profile: string): Promise<void> {
  await rm(profile, {recursive: true, force: true, maxRetries: 5, retryDelay: 100}).catch(() => undefined)
}

/** Profiles of builds that were killed. */
async function sweepProfiles(): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    const pid = Number(profileName.exec(name)?.[1] ?? process.pid)
    if (pid !== process.pid && !isAlive(pid)) await removeProfile(join(tmpdir(), name))
  }
}
