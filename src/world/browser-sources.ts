/** The ways to a browser that change nothing on this machine: named, installed, in puppeteer's cache. */
import {readdir} from 'node:fs/promises'
import {homedir} from 'node:os'
import {join} from 'node:path'
import {MissingToolError} from '../core/world.ts'
import type {BrowserSource} from './find-browser.ts'
import type {Probe} from './probe.ts'

export interface Surroundings {
  readonly environment: NodeJS.ProcessEnv
  readonly platform: NodeJS.Platform
  readonly probe: Probe
}

type Candidate = NonNullable<Awaited<ReturnType<BrowserSource['find']>>>

/** The one named by option, HEXAPLA_BROWSER or PUPPETEER_EXECUTABLE_PATH; throws `MissingToolError` when it does not run. */
export function namedBrowser(option: string | undefined, around: Surroundings): BrowserSource {
  const {HEXAPLA_BROWSER, PUPPETEER_EXECUTABLE_PATH} = around.environment
  const named = ([['--browser', option], ['HEXAPLA_BROWSER', HEXAPLA_BROWSER], ['PUPPETEER_EXECUTABLE_PATH', PUPPETEER_EXECUTABLE_PATH]] as const)
    .find(([, path]) => path)
  return {
    origin: `named by ${named?.[0] ?? '--browser'}`,
    find: async () => {
      if (!named?.[1]) return undefined
      const browser = await maybeCandidate(named[1], around)
      if (browser) return browser
      throw new MissingToolError(`Unexpected browser ${named[1]} that does not run, named by ${named[0]}; expected the path of Chrome, Chromium or Edge. ` +
        'To mend it: correct the path, or leave it out to have a browser looked for')
    }
  }
}

/** Chrome, Chromium and Edge where their installers put them, or on PATH. */
export function installedBrowser(around: Surroundings): BrowserSource {
  return {
    origin: 'installed',
    find: async () => {
      for (const path of installedPaths(around)) {
        const browser = await maybeCandidate(path, around)
        if (browser) return browser
      }
      for (const name of commandNames) {
        const path = await around.probe.which(name)
        const browser = path && await maybeCandidate(path, around)
        if (browser) return browser
      }
      return undefined
    }
  }
}

const commandNames = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge', 'chrome', 'msedge']

function installedPaths({platform, environment}: Surroundings): readonly string[] {
  if (platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`))
  }
  if (platform === 'win32') {
    const roots = [environment['PROGRAMFILES'], environment['PROGRAMFILES(X86)'], environment['LOCALAPPDATA']].filter((root) => root !== undefined)
    return ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
      .flatMap((path) => roots.map((root) => `${root}\\${path}`))
  }
  return ['/opt/google/chrome/chrome', '/usr/bin/chromium', '/snap/bin/chromium', '/opt/microsoft/msedge/msedge']
}

/** What `npx puppeteer browsers install` has left: a headless shell before a whole Chrome, newer before older. */
export function cachedBrowser(around: Surroundings): BrowserSource {
  return {
    origin: 'puppeteer’s cache',
    find: async () => {
      const cache = puppeteerCache(around)
      for (const product of ['chrome-headless-shell', 'chrome'] as const) {
        const builds = await readdir(join(cache, product)).catch(() => [])
        for (const build of builds.sort((a, b) => b.localeCompare(a, 'en', {numeric: true}))) {
          const browser = await maybeCachedBuild(join(cache, product, build), product, around)
          if (browser) return browser
        }
      }
      return undefined
    }
  }
}

export function puppeteerCache({environment}: Surroundings): string {
  return environment['PUPPETEER_CACHE_DIR'] ?? join(homedir(), '.cache', 'puppeteer')
}

async function maybeCachedBuild(folder: string, product: 'chrome' | 'chrome-headless-shell', around: Surroundings): Promise<Candidate | undefined> {
  const mac = 'Google Chrome for Testing'
  const names = product === 'chrome' ? ['chrome', 'chrome.exe', `${mac}.app/Contents/MacOS/${mac}`] : [product, `${product}.exe`]
  for (const inner of await readdir(folder).catch(() => [])) {
    for (const name of names) {
      const browser = await maybeCandidate(join(folder, inner, name), around)
      if (browser) return {...browser, mode: product === 'chrome' ? 'browser' : 'shell'}
    }
  }
  return undefined
}

/** A file counts only if it runs: its libraries may be missing, and Ubuntu's `chromium-browser` may be a note about snap. */
export async function maybeCandidate(path: string, {probe, platform}: Surroundings): Promise<Candidate | undefined> {
  if (!await probe.isExecutable(path)) return undefined
  const mode = /headless[-_]shell/i.test(path) ? 'shell' : 'browser'
  if (platform === 'win32') return {path, version: undefined, mode} // there `--version` opens a window
  const version = await probe.firstLine(path, ['--version'])
  return version === undefined ? undefined : {path, version, mode}
}
