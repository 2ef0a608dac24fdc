/** Where the packages of fonts lie: among the libraries, or in the user's cache. */
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {findCacheFolder, isUsable, systemCacheFolder} from '../cache.ts'
import {maybePackageFolder, packageVersion} from '../package.ts'
import {pinByPackage, type FontFace} from './families.ts'

/** Folders that may hold fetched fonts. */
export function fontFolders(environment: NodeJS.ProcessEnv): readonly string[] {
  const named = environment['HEXAPLA_FONTS'] ? [environment['HEXAPLA_FONTS']] : []
  const cache = findCacheFolder(environment)
  return [...new Set([...named, join(systemCacheFolder(environment), 'fonts'), ...cache === undefined ? [] : [join(cache, 'fonts')]])]
}

/** Where fonts that are fetched go: the first that can be written to. */
export function maybeFontFolder(environment: NodeJS.ProcessEnv): string | undefined {
  return fontFolders(environment).find(isUsable)
}

/** `@fontsource+noto-serif-thai@5.3.0` */
export function folderNameOf(packageName: string): string {
  return `${packageName.replace('/', '+')}@${pinByPackage.get(packageName)?.version ?? ''}`
}

const found = new Map<string, string>()

/** The folder of a package in the very version that we print with, so that a font is the same wherever it comes from. */
export function maybeFontPackage(packageName: string, environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const key = `${packageName}\n${environment['HEXAPLA_FONTS'] ?? ''}\n${environment['HEXAPLA_CACHE'] ?? ''}`
  const before = found.get(key)
  if (before !== undefined) return before
  const installed = maybePackageFolder(packageName)
  const fits = installed !== undefined && packageVersion(installed) === pinByPackage.get(packageName)?.version
  const place = fits ? installed : fontFolders(environment).map((folder) => join(folder, folderNameOf(packageName))).find((folder) => existsSync(folder))
  if (place !== undefined) found.set(key, place)
  return place
}

/** Where a face lies on this machine, `undefined` when its package is not there. */
export function maybeFontFile(face: Pick<FontFace, 'package' | 'path'>): string | undefined {
  const folder = maybeFontPackage(face.package)
  const file = folder && join(folder, face.path)
  return file && existsSync(file) ? file : undefined
}
