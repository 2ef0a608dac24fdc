/** The press with the first browser that can be found here. */
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
export async function openUsualPress({option, cacheFolder, signal, progress}: UsualPressOptions): Promise<OpenPress> {
  const {platform, env: environment} = process
  const around = {environment, platform, probe: makeProbe(environment, platform)}
  const browser = await findBrowser(browserSources(option, around, {cacheFolder, signal, progress}), platform)
  return openPress({browser, fonts: findHouseFonts(), signal, progress})
}

/** All ways to a browser, in the order in which they are tried: first those that change nothing. */
export function browserSources(option: string | undefined, around: Surroundings, options: UnpackOptions): readonly BrowserSource[] {
  return [
    namedBrowser(option, around), installedBrowser(around), cachedBrowser(around), unpackedBrowser(around, options),
    downloadedBrowser(around, options), packagedBrowser(around, options)
  ]
}
