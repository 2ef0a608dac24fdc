/** Other programs that make a PDF of HTML with page references: installed on demand, outside of this package, or named as missing. */
import {execFileSync, spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {findCacheFolder} from '../../src/world/cache.ts'
import {node} from './meter.ts'

/** A program with its version, and how it is run. */
export interface Peer {
  readonly name: string
  readonly command: string
  readonly args: (html: string, out: string) => readonly string[]
}

/** A program that cannot be had here. */
export interface MissingPeer {
  readonly name: string
  readonly reason: string
}

const folder = `${findCacheFolder(process.env) ?? '/tmp/hexapla'}-peers`
/** Half an hour: more than the slowest takes for 1,000 pages. */
export const patienceSeconds = 1800

/** The peers, all with the browser that prints our books. */
export function installPeers(browser: string): readonly (Peer | MissingPeer)[] {
  const paged = fileURLToPath(new URL('paged-print.ts', import.meta.url))
  return [
    installFromNpm('Paged.js', 'pagedjs-cli', '0.4.3', (home) => (html, out) => ['--import', 'tsx', paged, home, browser, html, out]),
    installFromNpm('Vivliostyle', '@vivliostyle/cli', '11.0.0', (home) => (html, out) =>
      [join(home, 'node_modules/@vivliostyle/cli/dist/cli.js'), 'build', html, '--single-doc', '--output', out, '--executable-browser', browser, '--timeout', String(patienceSeconds)]),
    installWeasyPrint()
  ]
}

function installFromNpm(name: string, packageName: string, version: string, argsIn: (home: string) => Peer['args']): Peer | MissingPeer {
  const home = join(folder, `${packageName.replaceAll(/\W+/g, '-').replace(/^-/, '')}-${version}`)
  if (!existsSync(join(home, 'node_modules', packageName, 'package.json'))) {
    const half = `${home}.half` // one that was interrupted is not taken for whole
    mkdirSync(half, {recursive: true})
    writeFileSync(join(half, 'package.json'), '{"private": true}\n')
    const {status, stderr} = spawnSync('npm', ['install', '--ignore-scripts', '--no-fund', '--no-audit', `${packageName}@${version}`], {cwd: half, encoding: 'utf8'})
    if (status === 0) renameSync(half, home)
    else return {name: `${name} ${version}`, reason: `npm cannot install it: ${lastLine(stderr)}`}
  }
  return {name: `${name} ${version}`, command: node, args: argsIn(home)}
}

/** As it is found on this machine; else from Debian's packages, or from Python's into a folder of its own. */
function installWeasyPrint(): Peer | MissingPeer {
  const home = join(folder, 'weasyprint')
  const isDebianAsRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  const ways: readonly (() => void)[] = [
    () => undefined,
    () => { if (isDebianAsRoot) execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'weasyprint'], {stdio: ['ignore', 'ignore', 'pipe']}) },
    () => {
      execFileSync('python3', ['-m', 'venv', home], {stdio: ['ignore', 'ignore', 'pipe']})
      execFileSync(join(home, 'bin', 'pip'), ['install', '--quiet', '--retries', '1', '--timeout', '20', 'weasyprint'], {stdio: ['ignore', 'ignore', 'pipe']})
    }
  ]
  let reason = ''
  for (const install of ways) {
    try {
      install()
    } catch (error) {
      reason = lastLine(String((error as {stderr?: unknown}).stderr ?? error))
    }
    for (const command of ['weasyprint', join(home, 'bin', 'weasyprint')]) {
      const version = /WeasyPrint version ([\d.]+)/.exec(spawnSync(command, ['--version'], {encoding: 'utf8'}).stdout ?? '')?.[1]
      if (version !== undefined) return {name: `WeasyPrint ${version}`, command, args: (html, out) => [html, out]}
    }
  }
  return {name: 'WeasyPrint', reason: `neither apt-get nor pip can install it${reason && `: ${reason}`}`}
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}
