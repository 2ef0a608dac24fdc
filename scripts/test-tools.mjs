// Sees to what the tests need: the programs that judge what we make (poppler, qpdf, gettext, minisign, rsync, Java), and the fonts of the languages that are tested. Node built-ins only.
import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const tools = [
  {command: 'pdftotext', args: ['-v'], debian: 'poppler-utils', homebrew: 'poppler'},
  {command: 'qpdf', args: ['--version'], debian: 'qpdf', homebrew: 'qpdf'},
  {command: 'msgfmt', args: ['--version'], debian: 'gettext', homebrew: 'gettext'},
  {command: 'java', args: ['-version'], debian: 'default-jre-headless', homebrew: 'openjdk'},
  {command: 'minisign', args: ['-v'], debian: 'minisign', homebrew: 'minisign'},
  {command: 'rsync', args: ['--version'], debian: 'rsync', homebrew: 'rsync'}
]

let missing = findMissing()
if (missing.length > 0 && isDebianAsRoot()) {
  const packages = missing.map(({debian}) => debian)
  console.log(`Installing what the tests judge with: ${packages.join(', ')}`)
  run('apt-get', ['update'])
  run('apt-get', ['install', '-y', '--no-install-recommends', ...packages])
  missing = findMissing()
}
for (const {command, debian, homebrew} of missing) {
  console.error(`Unexpected machine without ${command}, which the tests need. To mend it: apt-get install ${debian}, or brew install ${homebrew}`)
}
process.exitCode = missing.length > 0 ? 3 : fetchFonts()

function findMissing() {
  return tools.filter(({command, args}) => spawnSync(command, args, {stdio: 'ignore'}).status !== 0)
}

/** Fetched once, before tests run side by side: those of all languages that have words of their own, and of scripts beyond them. */
function fetchFonts() {
  const folder = fileURLToPath(new URL('..', import.meta.url))
  const languages = readdirSync(`${folder}/templates/terms`).map((file) => file.replace('.yaml', ''))
  const others = ['am', 'bo', 'dv', 'hy', 'ka', 'km', 'kn', 'lo', 'ml', 'my', 'or', 'pa', 'si']
  return spawnSync(process.execPath, [`${folder}/bin/hexapla.mjs`, 'fonts', ...languages, ...others], {stdio: ['ignore', 'ignore', 'inherit']}).status ?? 1
}

function isDebianAsRoot() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

function run(command, args) {
  const {status, stderr} = spawnSync(command, args, {stdio: ['ignore', 'ignore', 'pipe'], env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'}})
  if (status !== 0) console.error(String(stderr))
}
