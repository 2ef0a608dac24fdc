// Sees to the programs that judge our books in the tests: poppler, qpdf, Java. Node built-ins only.
import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'

const tools = [
  {command: 'pdftotext', args: ['-v'], debian: 'poppler-utils', homebrew: 'poppler'},
  {command: 'qpdf', args: ['--version'], debian: 'qpdf', homebrew: 'qpdf'},
  {command: 'java', args: ['-version'], debian: 'default-jre-headless', homebrew: 'openjdk'}
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
process.exitCode = missing.length > 0 ? 3 : 0

function findMissing() {
  return tools.filter(({command, args}) => spawnSync(command, args, {stdio: 'ignore'}).status !== 0)
}

function isDebianAsRoot() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

function run(command, args) {
  const {status, stderr} = spawnSync(command, args, {stdio: ['ignore', 'ignore', 'pipe'], env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'}})
  if (status !== 0) console.error(String(stderr))
}
