/** The ways to a browser that fetch one: puppeteer's download, and the packages of Debian and Ubuntu. */
import {spawn} from 'node:child_process'
import {cachedBrowser, installedBrowser, puppeteerCache} from './browser-sources.ts'
import type {Surroundings} from './browser-sources.ts'
import type {BrowserSource} from './find-browser.ts'

export interface InstallOptions {
  readonly progress: (line: string) => void
  readonly signal: AbortSignal
}

/** Runs a program to its end with its messages shown; whether it ended with status 0. */
export type Run = (program: string, args: readonly string[], environment: NodeJS.ProcessEnv) => Promise<boolean>

const downloadHost = 'https://storage.googleapis.com/chrome-for-testing-public/'

/** A headless shell from Google's build server, into puppeteer's cache. */
export function downloadedBrowser(around: Surroundings, options: InstallOptions, fetchBuild: FetchBuild = fetchHeadlessShell): BrowserSource {
  const {environment} = around
  const {progress, signal} = options
  return {
    origin: 'downloaded',
    find: async () => {
      if (isTrue(environment['PUPPETEER_SKIP_DOWNLOAD'])) return undefined
      if (!await isReachable(downloadHost, environment)) {
        progress('No browser found, and none can be downloaded: the network does not answer')
        return undefined
      }
      progress('No browser found: downloading Chrome Headless Shell (once)')
      try {
        await Promise.race([fetchBuild(puppeteerCache(around), progress), rejectOnAbort(signal)])
      } catch (error) {
        signal.throwIfAborted()
        progress(`The download failed: ${error instanceof Error ? error.message.replaceAll(/\s+/g, ' ').slice(0, 300) : String(error)}`)
        return undefined
      }
      return cachedBrowser(around).find()
    }
  }
}

/** Fetches and unpacks a browser into a cache folder of puppeteer's layout. */
export type FetchBuild = (cacheDir: string, progress: (line: string) => void) => Promise<unknown>

/** Exported by puppeteer, but left out of its types. */
interface Revisions {
  readonly PUPPETEER_REVISIONS: Readonly<Record<string, string>>
}

/** The very build that our version of puppeteer was tested with. */
async function fetchHeadlessShell(cacheDir: string, progress: (line: string) => void): Promise<unknown> {
  const {Browser, install} = await import('@puppeteer/browsers')
  const {PUPPETEER_REVISIONS} = await import('puppeteer') as unknown as Revisions
  const browser = Browser.CHROMEHEADLESSSHELL
  let shown = 0
  return install({
    browser, cacheDir, buildId: PUPPETEER_REVISIONS[browser] ?? '',
    downloadProgressCallback: (done, total) => {
      const tenths = Math.floor(10 * done / total)
      if (tenths > shown) progress(progressLine(tenths, total))
      shown = Math.max(shown, tenths)
    }
  })
}

/** `[####------] 40 % of 110 MB` */
export function progressLine(tenths: number, total: number): string {
  return `[${'#'.repeat(tenths)}${'-'.repeat(10 - tenths)}] ${10 * tenths} % of ${Math.round(total / 1_000_000)} MB`
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => { reject(signal.reason as Error) }, {once: true}) // the caller's reason is an error
  })
}

/** `apt-get install chromium`, where root runs Debian or Ubuntu: a container, most of the time. */
export function packagedBrowser(around: Surroundings, options: InstallOptions, run = makeRun(options.signal), root = process.getuid?.() === 0): BrowserSource {
  return {
    origin: 'installed with apt-get',
    find: async () => {
      const apt = around.platform === 'linux' && root ? await around.probe.which('apt-get') : undefined
      if (!apt) return undefined
      options.progress('No browser found: installing the package chromium with apt-get (once; a minute or two)')
      const quiet = ['-qq', '-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::https::Timeout=20']
      const environment = {...around.environment, DEBIAN_FRONTEND: 'noninteractive'}
      await run(apt, [...quiet, 'update'], environment)
      await run(apt, [...quiet, 'install', '-y', '--no-install-recommends', 'chromium'], environment)
      return installedBrowser(around).find()
    }
  }
}

/** Fails within seconds offline; behind a proxy only the download itself can tell. */
async function isReachable(url: string, environment: NodeJS.ProcessEnv): Promise<boolean> {
  if (environment['HTTPS_PROXY'] ?? environment['https_proxy']) return true
  return fetch(url, {method: 'HEAD', signal: AbortSignal.timeout(5000)}).then(() => true, () => false)
}

function isTrue(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value.toLowerCase())
}

function makeRun(signal: AbortSignal): Run {
  return (program, args, environment) => new Promise((settle) => {
    // standard output belongs to the report; progress bars and errors go to standard error
    const child = spawn(program, args, {stdio: ['ignore', 'ignore', 'inherit'], env: environment, signal})
    child.on('error', () => { settle(false) })
    child.on('close', (status) => { settle(status === 0) })
  })
}
