#!/usr/bin/env node
/** The command: sees to it that the libraries are there, teaches Node TypeScript, then hands over to src/cli.ts. */
import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const folder = fileURLToPath(new URL('..', import.meta.url))
const missingTool = 3

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Unexpected Node ${process.version}, expected 20 or newer. To mend it: install it from https://nodejs.org`)
  process.exit(missingTool)
}

if (!areLibrariesThere()) {
  const status = existsSync(`${folder}/package-lock.json`) ? spawnSync(process.execPath, [`${folder}/scripts/setup.mjs`], {stdio: 'inherit'}).status : 1
  if (status !== 0) {
    console.error(`Unexpected installation without its libraries, expected them in node_modules. To mend it: run \`npm ci --ignore-scripts\` in ${folder}`)
    process.exit(missingTool)
  }
}

const {register} = await import('tsx/esm/api')
register()
const {main} = await import('../src/cli.ts')
process.exitCode = await main(process.argv.slice(2))

/** Our own lock file is there in a checkout only; as an installed package our libraries may lie beside us. */
function areLibrariesThere() {
  try {
    return Boolean(import.meta.resolve('tsx/esm/api'))
  } catch {
    return false
  }
}
