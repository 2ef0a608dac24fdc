/** Finds a browser that can print: named, installed, cached, packed in an npm package, downloaded, or from the system's packages. */
import {MissingToolError} from '../core/world.ts'

export interface Browser {
  /** Executable file. */
  readonly path: string
  /** As the browser states it; `undefined` where it cannot be asked without opening a window (Windows). */
  readonly version: string | undefined
  /** A headless shell has no other mode and wants its own flag. */
  readonly mode: 'browser' | 'shell'
  /** How it was found, for people. */
  readonly origin: string
}

/** One way to come by a browser; tried in order, `undefined` when it leads nowhere. */
export interface BrowserSource {
  readonly origin: string
  readonly find: () => Promise<Pick<Browser, 'path' | 'version' | 'mode'> | undefined>
}

/** The first browser that any source gives. Throws `MissingToolError` with the remedy for this system. */
export async function findBrowser(sources: readonly BrowserSource[], platform: NodeJS.Platform): Promise<Browser> {
  for (const {origin, find} of sources) {
    const browser = await find()
    if (browser) return {...browser, origin}
  }
  throw new MissingToolError('Unexpected machine without a browser, expected Chrome, Chromium or Edge to print with ' +
    `(EPUB needs none: --format epub). ${browserRemedy(platform)}`)
}

/** What to type to have a browser. */
export function browserRemedy(platform: NodeJS.Platform): string {
  const install = {
    darwin: 'install Google Chrome, or run `npx puppeteer browsers install chrome-headless-shell`',
    win32: 'install Google Chrome or Microsoft Edge, or run `npx puppeteer browsers install chrome-headless-shell`',
    linux: 'run `sudo apt-get install chromium` (Fedora: `sudo dnf install chromium`), or `npx puppeteer browsers install chrome-headless-shell`'
  }
  const step = platform === 'darwin' || platform === 'win32' ? install[platform] : install.linux
  return `To mend it: ${step}; or name a browser with --browser or HEXAPLA_BROWSER`
}
