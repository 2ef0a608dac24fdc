/** Installs what package-lock.json says when node_modules is absent or does not match; needs nothing but Node. */
import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'

const stampName = '.hexapla-lock'

/** Whether the libraries in `folder` are those of its lock file; leaves a stamp there so that the next look is quick. */
export function isUpToDate(folder) {
  const lock = readFileSync(join(folder, 'package-lock.json'))
  const hash = createHash('sha256').update(lock).digest('hex')
  const stamp = join(folder, 'node_modules', stampName)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true
  if (!isInstalled(folder, JSON.parse(lock.toString()))) return false
  writeFileSync(stamp, hash)
  return true
}

/** Compares versions with the list that npm itself keeps of what it has installed. */
function isInstalled(folder, lock) {
  const kept = join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(kept)) return false
  const installed = JSON.parse(readFileSync(kept, 'utf8')).packages ?? {}
  return Object.entries(lock.packages ?? {}).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true
    const found = installed[path]
    if (!found) return Boolean(wanted.optional || wanted.devOptional) // for another system, or left out on purpose
    return found.version === wanted.version
  })
}

/** Installs with npm; returns its exit status. */
export function install(folder) {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
  const npm = process.env.npm_execpath // set when an npm script runs us
  const options = {cwd: folder, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' && !npm}
  const {status, error} = npm?.endsWith('.js') || npm?.endsWith('.cjs')
    ? spawnSync(process.execPath, [npm, ...args], {...options, shell: false})
    : spawnSync('npm', args, options)
  if (error) console.error(`npm cannot be run: ${error.message}`)
  return status ?? 1
}

function main(folder) {
  if (!existsSync(join(folder, 'package-lock.json'))) {
    console.error(`Unexpected folder ${folder} without package-lock.json, expected a checkout of Hexapla`)
    return 1
  }
  if (isUpToDate(folder)) return 0
  console.error('Installing the libraries that package-lock.json names (once; a minute or two) …')
  const status = install(folder)
  if (status === 0 && isUpToDate(folder)) return 0
  console.error('The libraries could not be installed: see npm’s message above. To mend it: check the network or the registry setting ' +
    '(`npm config get registry`), then run `npm ci --ignore-scripts`')
  return status || 1
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = main(fileURLToPath(new URL('..', import.meta.url)))
}
