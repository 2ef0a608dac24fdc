/** Where this program lies on disk, and the fingerprint of its own code. */
import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** Folder that holds our `package.json`, `src`, `templates` and `styles`. */
export const packageFolder = fileURLToPath(new URL('../..', import.meta.url))

const require = createRequire(import.meta.url)

/** Folder of an installed package wherever Node resolves it from, `undefined` when it is not installed. */
export function maybePackageFolder(name: string): string | undefined {
  for (const folder of require.resolve.paths(name) ?? []) { // by folder: a package need not let its package.json be resolved
    if (existsSync(join(folder, name, 'package.json'))) return join(folder, name)
  }
  return undefined
}

/** Version that a package's own `package.json` states. */
export function packageVersion(folder: string): string {
  const content = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {version?: unknown} // npm's own format
  return String(content.version ?? '')
}

let fingerprint: string | undefined

/**
 * SHA-256 over our code, the libraries it is locked to and Node itself (its ICU sorts and its V8 serialises): two runs
 * with the same fingerprint make the same value of the same input.
 */
export function ownFingerprint(): string {
  fingerprint ??= computeFingerprint()
  return fingerprint
}

function computeFingerprint(): string {
  const hash = createHash('sha256').update(process.version).update(process.versions['icu'] ?? '')
  for (const name of ['package.json', 'package-lock.json']) {
    const text = maybeText(join(packageFolder, name))
    if (text) hash.update(name).update(text)
  }
  const source = join(packageFolder, 'src')
  const files = readdirSync(source, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort()
  for (const file of files) hash.update(file.slice(source.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function maybeText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
