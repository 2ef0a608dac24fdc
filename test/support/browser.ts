/** The browser that prints our books, for tools of the tests that would look for one of their own. */
import {cachedBrowser, installedBrowser, namedBrowser} from '../../src/world/browser-sources.ts'
import {unpackedBrowser} from '../../src/world/browser-unpack.ts'
import {findCacheFolder} from '../../src/world/cache.ts'
import {findBrowser} from '../../src/world/find-browser.ts'
import {makeProbe} from '../../src/world/probe.ts'

export async function findBrowserPath(): Promise<string> {
  const {platform, env: environment} = process
  const around = {environment, platform, probe: makeProbe(environment, platform)}
  const options = {cacheFolder: findCacheFolder(environment) ?? '', signal: new AbortController().signal, progress: () => undefined}
  const sources = [namedBrowser(undefined, around), installedBrowser(around), cachedBrowser(around), unpackedBrowser(around, options)]
  return (await findBrowser(sources, platform)).path
}
