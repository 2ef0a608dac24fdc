/** The headless shell that `@sparticuz/chromium` (an optional dependency, Linux x64) carries in compressed form. */
import {createReadStream, createWriteStream, existsSync} from 'node:fs'
import {chmod, mkdir, rename, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {createBrotliDecompress} from 'node:zlib'
import type {Surroundings} from './browser-sources.ts'
import {maybeCandidate} from './browser-sources.ts'
import type {BrowserSource} from './find-browser.ts'
import {maybePackageFolder, packageVersion} from './package.ts'

export interface UnpackOptions {
  /** Folder to unpack into; ours alone, where no other user can plant a program. */
  readonly cacheFolder: string
  readonly progress: (line: string) => void
  readonly signal: AbortSignal
}

export function unpackedBrowser(around: Surroundings, {cacheFolder, progress, signal}: UnpackOptions): BrowserSource {
  return {
    origin: '@sparticuz/chromium',
    find: async () => {
      const folder = around.platform === 'linux' && process.arch === 'x64' ? maybePackageFolder('@sparticuz/chromium') : undefined
      const packed = folder && join(folder, 'bin', 'chromium.br')
      if (!folder || !packed || !existsSync(packed)) return undefined
      const file = join(cacheFolder, 'browser', packageVersion(folder), 'headless-shell')
      if (!existsSync(file)) {
        progress('Unpacking the browser of @sparticuz/chromium (once; some seconds, 200 MB)')
        await unpack(packed, file, signal)
      }
      return maybeCandidate(file, around) // it may lack libraries of the system: NSS, NSPR, Expat
    }
  }
}

async function unpack(packed: string, file: string, signal: AbortSignal): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`
  await mkdir(join(file, '..'), {recursive: true})
  try {
    await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(draft), {signal})
    await chmod(draft, 0o755)
    await rename(draft, file)
  } catch (error) {
    await rm(draft, {force: true})
    throw error
  }
}
