/** DAISY Ace, the accessibility checker for EPUB: run as a command of its own, in the browser that prints our books. */
import {execFile} from 'node:child_process'
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {findBrowserPath} from '../support/browser.ts'

export interface AceVerdict {
  readonly outcome: string
  /** `index.xhtml link-in-text-block serious: The link has …`, one for each violation. */
  readonly violations: readonly string[]
}

interface AceReport {
  readonly 'earl:result': {readonly 'earl:outcome': string}
  readonly assertions: readonly {
    readonly 'earl:testSubject': {readonly url: string}
    readonly assertions: readonly {
      readonly 'earl:test': {readonly 'dct:title': string; readonly 'earl:impact': string}
      readonly 'earl:result': {readonly 'dct:description': string}
    }[]
  }[]
}

const command = createRequire(import.meta.url).resolve('@daisy/ace-cli/bin/ace.js')

/** The verdict on one file. Throws where Ace could not run: a check that did not run has not passed. */
export async function checkWithAce(file: string): Promise<AceVerdict> {
  const folder = await mkdtemp(join(tmpdir(), 'ace-'))
  try {
    const environment = {...process.env, PUPPETEER_EXECUTABLE_PATH: await findBrowserPath()}
    await promisify(execFile)(process.execPath, [command, '-s', '-f', '-o', folder, file], {env: environment, maxBuffer: 1 << 26})
    const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as AceReport // the format of Ace 1.4
    const violations = report.assertions.flatMap(({'earl:testSubject': {url}, assertions}) => assertions.map(({'earl:test': test, 'earl:result': result}) =>
      `${url} ${test['dct:title']} ${test['earl:impact']}: ${result['dct:description'].replace(/\s+/g, ' ').slice(0, 120)}`))
    return {outcome: report['earl:result']['earl:outcome'], violations}
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}
