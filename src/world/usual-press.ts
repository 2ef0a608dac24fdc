/** The press with the first browser that can be found here. */
import {MissingToolError} from '../core/world.ts'
import {downloadedBrowser, packagedBrowser} from './browser-install.ts'
import {cachedBrowser, installedBrowser, namedBrowser} from './browser-sources.ts'
import type {Surroundings} from './browser-sources.ts'
import {unpackedBrowser} from './browser-unpack.ts'
import type {UnpackOptions} from './browser-unpack.ts'
import {findBrowser} from './find-browser.ts'
import type {BrowserSource} from './find-browser.ts'
import {findHouseFonts} from './fonts.ts'
import {openPress} from './press.ts'
import type {OpenPress} from './press.ts'
import {makeProbe} from './probe.ts'

export interface UsualPressOptions {
  /** Path that the caller named. */
  readonly option: string | undefined
  /** Where a browser may be unpacked. */
  readonly cacheFolder: string
  readonly signal: AbortSignal
  readonly progress: (line: string) => void
}

/** Throws `MissingToolError` when no source gives a browser. */
export async function openUsualPress(options: UsualPressOptions): Promise<OpenPress> {
  return openFirst(browserSources(options.option, surroundings(), options), options)
}

/** The press with a browser that is here already, `undefined` when there is none: nothing is downloaded or installed for it. */
export async function maybeUsualPress(options: UsualPressOptions): Promise<OpenPress | undefined> {
  try {
    return await openFirst(sourcesAtHand(options.option, surroundings(), options), options)
  } catch (error) {
    options.signal.throwIfAborted()
    if (error instanceof MissingToolError) return undefined
    throw error
  }
}

async function openFirst(sources: readonly BrowserSource[], {signal, progress}: UsualPressOptions): Promise<OpenPress> {
  return openPress({browser: await findBrowser(sources, process.platform), fonts: findHouseFonts(), signal, progress})
}

function surroundings(): Surroundings {
  const {platform, env: environment} = process
  return {environment, platform, probe: makeProbe(environment, platform)}
}

/** All ways to a browser, in the order in which they are tried: first those that change nothing. */
export function browserSources(option: string | undefined, around: Surroundings, options: UnpackOptions): readonly BrowserSource[] {
  return [...sourcesAtHand(option, around, options), downloadedBrowser(around, options), packagedBrowser(around, options)]
}

/** The ways that need no network. The browser that is unpacked is found again when the cache is gone, so that it never matters. */
function sourcesAtHand(option: string | undefined, around: Surroundings, options: UnpackOptions): readonly BrowserSource[] {
  return [namedBrowser(option, around), installedBrowser(around), cachedBrowser(around), unpackedBrowser(around, options)]
}
