/** The command as a user runs it. */
import {spawn} from 'node:child_process'
import {fileURLToPath} from 'node:url'

export const packageFolder = fileURLToPath(new URL('../..', import.meta.url))

export interface Run {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs `hexapla` with these arguments in a folder. */
export async function runHexapla(args: readonly string[], options: {readonly cwd?: string; readonly env?: NodeJS.ProcessEnv} = {}): Promise<Run> {
  const child = spawn(process.execPath, [`${packageFolder}/bin/hexapla.mjs`, ...args], {cwd: options.cwd ?? packageFolder, env: {...process.env, ...options.env}})
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => { stdout += chunk.toString() })
  child.stderr.on('data', (chunk: Buffer) => { stderr += chunk.toString() })
  const status = await new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
  return {status, stdout, stderr}
}
