/** The ways to a browser that fetch one: puppeteer's download, and the packages of Debian and Ubuntu. */
import {spawn} from 'node:child_process'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {cachedBrowser, installedBrowser, puppeteerCache} from './browser-sources.ts'
import type {Surroundings} from './browser-sources.ts'
import type {BrowserSource} from './find-browser.ts'
import {maybePackageFolder} from './package.ts'

export interface InstallOptions {
  readonly progress: (line: string) => void
  readonly signal: AbortSignal
}

/** Runs a program to its end with its messages shown; whether it ended with status 0. */
export type Run = (program: string, args: readonly string[], environment: NodeJS.ProcessEnv) => Promise<boolean>

const downloadHost = 'https://storage.googleapis.com/chrome-for-testing-public/'

/** A headless shell from Google's build server, into puppeteer's cache. */
export function downloadedBrowser(around: Surroundings, {progress, signal}: InstallOptions, run: Run = makeRun(signal)): BrowserSource {
  const {environment} = around
  return {
    origin: 'downloaded',
    find: async () => {
      const folder = maybePackageFolder('puppeteer')
      if (!folder || isTrue(environment['PUPPETEER_SKIP_DOWNLOAD'])) return undefined
      if (!await isReachable(downloadHost, environment)) {
        progress('No browser found, and none can be downloaded: the network does not answer')
        return undefined
      }
      progress('No browser found: downloading Chrome Headless Shell (once; 110 MB)')
      const {bin} = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {bin: string} // puppeteer's own, of one command
      const command = [join(folder, bin), 'browsers', 'install', 'chrome-headless-shell', '--path', puppeteerCache(around)]
      await run(process.execPath, command, environment)
      return cachedBrowser(around).find()
    }
  }
}

/** `apt-get install chromium`, where root runs Debian or Ubuntu: a container, most of the time. */
export function packagedBrowser(around: Surroundings, {progress, signal}: InstallOptions, run: Run = makeRun(signal), root = process.getuid?.() === 0): BrowserSource {
  return {
    origin: 'installed with apt-get',
    find: async () => {
      const apt = around.platform === 'linux' && root ? await around.probe.which('apt-get') : undefined
      if (!apt) return undefined
      progress('No browser found: installing the package chromium with apt-get (once; a minute or two)')
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
