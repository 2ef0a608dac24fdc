/** Asking programs for their version, and looking for them where the shell would. */
import {spawn} from 'node:child_process'
import {access, constants} from 'node:fs/promises'
import {delimiter, join} from 'node:path'

export interface Probe {
  /** First line that `program ...args` writes (to standard error when nothing else), when it ends with status 0 in time. */
  readonly firstLine: (program: string, args: readonly string[]) => Promise<string | undefined>
  /** Whether a file may be executed. */
  readonly isExecutable: (file: string) => Promise<boolean>
  /** Full path of a program on PATH. */
  readonly which: (name: string) => Promise<string | undefined>
}

const patience = 20_000 // ms; a cold Java or Chromium on a busy machine

export function makeProbe(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): Probe {
  const isExecutable = async (file: string): Promise<boolean> => access(file, constants.X_OK).then(() => true, () => false)
  return {
    firstLine: (program, args) => firstLineOf(program, args),
    isExecutable,
    which: async (name) => {
      const endings = platform === 'win32' ? ['.exe', '.cmd', '.bat'] : ['']
      for (const folder of (environment['PATH'] ?? environment['Path'] ?? '').split(delimiter).filter(Boolean)) {
        for (const ending of endings) {
          const file = join(folder, name + ending)
          if (await isExecutable(file)) return file
        }
      }
      return undefined
    }
  }
}

function firstLineOf(program: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((settle) => {
    const child = spawn(program, args, {stdio: ['ignore', 'pipe', 'pipe'], timeout: patience, killSignal: 'SIGKILL', windowsHide: true})
    let output = ''
    let errors = '' // where Java states its version
    child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString() })
    child.stderr.on('data', (chunk: Buffer) => { errors += chunk.toString() })
    child.on('error', () => { settle(undefined) })
    child.on('close', (status) => {
      const lines = (output.trim() || errors.trim()).split('\n')
      settle(status === 0 ? lines[0]?.trim() : undefined)
    })
  })
}
