/** The world as it is: files of this machine, worker threads, a browser, a cache folder. */
import {join, resolve} from 'node:path'
import {MissingToolError, type History, type Press, type World} from '../core/world.ts'
import {findCacheFolder, makeCache} from './cache.ts'
import {openFolder} from './files.ts'
import {maybeFontFolder} from './fonts/places.ts'
import {readHistory} from './history.ts'
import {readHouse} from './house.ts'
import {maybeOlderFolder, readRevision} from './revision.ts'
import {keepTexts} from './keep.ts'
import {packageFolder, packageVersion} from './package.ts'
import {makeParsePool} from './parse-pool.ts'
import {openOutput} from './publication-output.ts'
import type {OpenPress} from './press.ts'
import type {UsualPressOptions} from './usual-press.ts'

export interface NodeWorldOptions {
  /** The publication's folder. */
  readonly folder: string
  /** The output folder. */
  readonly out: string
  /** Folder of the cache; `undefined` for the usual place, `false` for none. */
  readonly cache?: string | false | undefined
  /** Path of the browser to print with, before any other. */
  readonly browser?: string | undefined
  readonly signal: AbortSignal
  readonly progress: (line: string) => void
}

/** Whoever makes it closes it: threads and browsers would keep the program running. */
export function makeNodeWorld(options: NodeWorldOptions): World & {readonly close: () => Promise<void>} {
  const {signal, progress} = options
  const out = resolve(options.out)
  const cacheFolder = options.cache === false ? undefined : options.cache ?? findCacheFolder(process.env)
  const cache = makeCache(cacheFolder)
  const folder = openFolder(options.folder, [out])
  const pool = makeParsePool({cache, signal})
  const output = openOutput(out, {signal})
  let press: Promise<OpenPress> | undefined
  let pressAtHand: Promise<OpenPress | undefined> | undefined
  let history: Promise<History | undefined> | undefined
  let supply: World['provideFonts'] | undefined
  const pressOptions = (): UsualPressOptions =>
    ({option: options.browser, cacheFolder: cacheFolder ?? findCacheFolder(process.env) ?? join(out, '.hexapla-browser'), signal, progress})
  // sharp and the ways to a browser are slow to load: only who needs them waits for them
  const startPress = async (): Promise<OpenPress> => await pressAtHand ?? (await import('./usual-press.ts')).openUsualPress(pressOptions())
  const findPress = async (): Promise<OpenPress | undefined> => (await import('./usual-press.ts')).maybeUsualPress(pressOptions())
  return {
    modified: async (date) => epochOf(process.env, progress) ?? (date === undefined ? folder.newest() : Date.parse(`${date}T00:00:00Z`) / 1000),
    list: folder.list,
    read: folder.read,
    history: () => history ??= readHistory(options.folder, signal, progress),
    at: (revision) => maybeOlderFolder(options.folder, revision, signal),
    keep: (texts) => keepTexts(options.folder, texts, signal),
    house: readHouse,
    parse: pool.parse,
    press: async (): Promise<Press> => press ??= startPress(),
    maybePress: async (): Promise<Press | undefined> => press ?? (pressAtHand ??= findPress()),
    encodePicture: (picture, limits, wanted) => cache.recall('picture', [picture.hash, picture.mediaType, limits, wanted], async () =>
      (await import('./pictures.ts').catch(blameSharp)).encodePicture(await picture.load(), picture, limits, wanted)),
    greyPicture: async (jpeg) => (await import('./pictures.ts').catch(blameSharp)).greyPicture(jpeg),
    provideFonts: async (families) => (supply ??= (await import('./fonts/supply.ts')).makeFontSupply({folder: maybeFontFolder(process.env) ?? join(out, '.hexapla-fonts'), signal, progress}))(families),
    coverage: async (families) => (await import('./coverage.ts')).measureCoverage(families),
    subsetFont: async (cut, text) => (await import('./fonts/subset.ts')).recallSubset(cut, text, cache),
    separate: async (job) => (await import('./separate.ts')).separatePdf(job, signal),
    drawCover: async (cover) => (await import('./plain-cover.ts').catch(blameSharp)).drawPlainCover(cover),
    recall: cache.recall,
    stage: output.stage,
    publish: output.publish,
    revision: () => readRevision(options.folder, signal),
    tools: async () => ({hexapla: packageVersion(packageFolder), node: process.versions.node, ...await nameBrowser(press ?? pressAtHand)}),
    progress,
    close: async () => {
      await Promise.all([pool.close(), ...[press, pressAtHand].map((opening) => opening?.then((open) => open?.close(), () => undefined)), output.close()])
      await cache.sweep(Date.now())
    }
  }
}

async function nameBrowser(opening: Promise<OpenPress | undefined> | undefined): Promise<{readonly browser?: string}> {
  const open = await opening?.catch(() => undefined)
  return open ? {browser: open.version} : {}
}

/** sharp comes as a package for each system, which an installation without optional packages lacks. */
function blameSharp(error: unknown): never {
  const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
  throw new MissingToolError(`Unexpected lack of sharp for this system, expected it to encode pictures (${reason}). To mend it: run \`npm install --include=optional sharp\``)
}

/** SOURCE_DATE_EPOCH, the convention of reproducible-builds.org. */
function epochOf(environment: NodeJS.ProcessEnv, progress: (line: string) => void): number | undefined {
  const value = environment['SOURCE_DATE_EPOCH']
  if (value === undefined || value === '') return undefined
  if (/^\d{1,11}$/.test(value)) return Number(value)
  progress(`Unexpected SOURCE_DATE_EPOCH ${value}, expected seconds since 1970; the newest file's time is used instead`)
  return undefined
}
