/** The command as a user runs it. */
import {spawn, type ChildProcess} from 'node:child_process'
import {fileURLToPath} from 'node:url'

export const packageFolder = fileURLToPath(new URL('../..', import.meta.url))

export interface Run {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
}

export interface Running {
  readonly child: ChildProcess
  /** Settles once standard error holds the text; rejects when the command ends before. */
  readonly says: (text: string) => Promise<void>
  /** A command that was killed has status 1. */
  readonly ended: Promise<Run>
}

/** Runs `hexapla` with these arguments in a folder. */
export async function runHexapla(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return startHexapla(args, options).ended
}

/** The same, to be interrupted. */
export function startHexapla(args: readonly string[], {cwd = packageFolder, env = {}}: RunOptions = {}): Running {
  const child = spawn(process.execPath, [`${packageFolder}/bin/hexapla.mjs`, ...args], {cwd, env: {...process.env, ...env}, stdio: ['ignore', 'pipe', 'pipe']})
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => { stdout += chunk.toString() })
  child.stderr.on('data', (chunk: Buffer) => { stderr += chunk.toString() })
  const ended = new Promise<Run>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({status: code ?? 1, stdout, stderr}))
  })
  const says = (text: string): Promise<void> => new Promise((resolve, reject) => {
    const look = (): void => { if (stderr.includes(text)) resolve() }
    child.stderr.on('data', look)
    child.on('close', () => reject(new Error(`It never said "${text}", only: ${stderr}`)))
    look()
  })
  return {child, says, ended}
}
