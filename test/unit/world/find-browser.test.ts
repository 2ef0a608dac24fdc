/** The chain of ways to a browser, with a machine that exists in the test only. */
import {mkdir, mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {MissingToolError} from '../../../src/core/world.ts'
import {downloadedBrowser, packagedBrowser, progressLine} from '../../../src/world/browser-install.ts'
import {cachedBrowser, installedBrowser, namedBrowser} from '../../../src/world/browser-sources.ts'
import type {Surroundings} from '../../../src/world/browser-sources.ts'
import {browserRemedy, findBrowser} from '../../../src/world/find-browser.ts'
import type {Browser} from '../../../src/world/find-browser.ts'

/** A machine with some programs: path → what `--version` writes, `undefined` when it fails. */
function machine(programs: Readonly<Record<string, string | undefined>>, environment: NodeJS.ProcessEnv = {}, platform: NodeJS.Platform = 'linux'): Surroundings {
  return {
    environment,
    platform,
    probe: {
      firstLine: async (program) => programs[program],
      isExecutable: async (file) => file in programs,
      which: async (name) => Object.keys(programs).find((path) => path.startsWith('/path/') && path.endsWith(`/${name}`))
    }
  }
}

const quiet = {progress: () => undefined, signal: new AbortController().signal}
const find = (around: Surroundings, option?: string): Promise<Browser> =>
  findBrowser([namedBrowser(option, around), installedBrowser(around), cachedBrowser(around)], around.platform)

describe('findBrowser', () => {
  it('takes the one named, by option before environment', async () => {
    const programs = {'/opt/a': 'A 1', '/opt/b': 'B 2', '/usr/bin/chromium': 'Chromium 3'}
    expect(await find(machine(programs), '/opt/a')).toEqual({path: '/opt/a', version: 'A 1', mode: 'browser', origin: 'named by --browser'})
    expect(await find(machine(programs, {HEXAPLA_BROWSER: '/opt/b', PUPPETEER_EXECUTABLE_PATH: '/opt/a'}))).toMatchObject({path: '/opt/b', origin: 'named by HEXAPLA_BROWSER'})
    expect(await find(machine(programs, {PUPPETEER_EXECUTABLE_PATH: '/opt/a'}), '')).toMatchObject({path: '/opt/a'})
  })

  it('refuses a named one that does not run rather than taking another', async () => {
    await expect(find(machine({'/opt/a': undefined, '/usr/bin/chromium': 'Chromium 3'}), '/opt/a')).rejects.toThrow(/browser \/opt\/a that does not run, named by --browser/)
    await expect(find(machine({'/usr/bin/chromium': 'Chromium 3'}), '/opt/none')).rejects.toThrow(MissingToolError)
  })

  it('takes an installed one that runs, by place before PATH', async () => {
    expect(await find(machine({'/usr/bin/chromium': 'Chromium 3', '/path/google-chrome': 'Chrome 4'}))).toMatchObject({path: '/usr/bin/chromium', origin: 'installed'})
    expect(await find(machine({'/usr/bin/chromium': undefined, '/path/google-chrome': 'Chrome 4'}))).toMatchObject({path: '/path/google-chrome'})
  })

  it('knows where macOS and Windows keep theirs, and never asks for a version on Windows', async () => {
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    expect(await find(machine({[mac]: 'Google Chrome 5'}, {}, 'darwin'))).toMatchObject({path: mac, version: 'Google Chrome 5'})
    const windows = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    expect(await find(machine({[windows]: 'opened a window'}, {'PROGRAMFILES(X86)': 'C:\\Program Files (x86)'}, 'win32'))).toMatchObject({path: windows, version: undefined})
  })

  it('takes the newest headless shell of puppeteer’s cache', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'hexapla-browsers-'))
    const shell = (build: string): string => join(cache, 'chrome-headless-shell', `linux-${build}`, 'chrome-headless-shell-linux64', 'chrome-headless-shell')
    for (const build of ['99.0.1', '148.0.7']) await mkdir(join(shell(build), '..'), {recursive: true})
    const around = machine({[shell('99.0.1')]: 'Chrome 99', [shell('148.0.7')]: 'Chrome 148'}, {PUPPETEER_CACHE_DIR: cache})
    expect(await find(around)).toMatchObject({path: shell('148.0.7'), mode: 'shell', origin: 'puppeteer’s cache'})
    await rm(cache, {recursive: true})
  })

  it('says what to type when there is none', async () => {
    await expect(find(machine({}, {PUPPETEER_CACHE_DIR: '/nowhere'}))).rejects.toThrow(/sudo apt-get install chromium.*HEXAPLA_BROWSER/)
    expect(browserRemedy('darwin')).toContain('Google Chrome')
    expect(browserRemedy('win32')).toContain('Microsoft Edge')
  })
})

describe('fetched browsers', () => {
  it('installs Debian’s package as root, after an update', async () => {
    const programs: Record<string, string | undefined> = {'/path/apt-get': 'apt'}
    const ran: string[] = []
    const run = async (program: string, args: readonly string[]): Promise<boolean> => {
      ran.push([program, ...args.slice(-2)].join(' '))
      if (args.includes('install')) programs['/usr/bin/chromium'] = 'Chromium 6'
      return true
    }
    expect(await packagedBrowser(machine(programs), quiet, run, true).find()).toMatchObject({path: '/usr/bin/chromium'})
    expect(ran).toEqual(['/path/apt-get Acquire::https::Timeout=20 update', '/path/apt-get --no-install-recommends chromium'])
  })

  it('leaves the system alone for others than root, and where there is no apt-get', async () => {
    const run = (): Promise<boolean> => Promise.reject(new Error('ran'))
    expect(await packagedBrowser(machine({'/path/apt-get': 'apt'}), quiet, run, false).find()).toBeUndefined()
    expect(await packagedBrowser(machine({}), quiet, run, true).find()).toBeUndefined()
    expect(await packagedBrowser(machine({'/path/apt-get': 'apt'}, {}, 'darwin'), quiet, run, true).find()).toBeUndefined()
  })

  it('gives nothing when the package turns out not to run', async () => {
    expect(await packagedBrowser(machine({'/path/apt-get': 'apt'}), quiet, async () => false, true).find()).toBeUndefined()
  })

  it('downloads nothing when told so', async () => {
    const fetchBuild = (): Promise<never> => Promise.reject(new Error('fetched'))
    expect(await downloadedBrowser(machine({}, {PUPPETEER_SKIP_DOWNLOAD: 'true'}), quiet, fetchBuild).find()).toBeUndefined()
  })

  it('downloads into puppeteer’s cache and takes it from there', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'hexapla-browsers-'))
    const shell = join(cache, 'chrome-headless-shell', 'linux-148', 'chrome-headless-shell-linux64', 'chrome-headless-shell')
    const programs: Record<string, string> = {}
    const fetchBuild = async (): Promise<void> => {
      await mkdir(join(shell, '..'), {recursive: true})
      programs[shell] = 'Chrome 148'
    }
    const around = machine(programs, {HTTPS_PROXY: 'http://proxy.invalid', PUPPETEER_CACHE_DIR: cache})
    expect(await downloadedBrowser(around, quiet, fetchBuild).find()).toMatchObject({path: shell, mode: 'shell'})
    await rm(cache, {recursive: true})
  })

  it('goes on after a failed download, and says why', async () => {
    const lines: string[] = []
    const around = machine({}, {HTTPS_PROXY: 'http://proxy.invalid', PUPPETEER_CACHE_DIR: '/nowhere'})
    const fetchBuild = (): Promise<never> => Promise.reject(new Error('connect ECONNREFUSED\n  - detail'))
    expect(await downloadedBrowser(around, {...quiet, progress: (line) => lines.push(line)}, fetchBuild).find()).toBeUndefined()
    expect(lines).toEqual(['No browser found: downloading Chrome Headless Shell (once)', 'The download failed: connect ECONNREFUSED - detail'])
  })

  it('draws its progress', () => {
    expect(progressLine(4, 110_000_000)).toBe('[####------] 40 % of 110 MB')
  })
})
