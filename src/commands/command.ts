/** What a command is given, and how it says that it was called wrongly. */

export interface Output {
  /** Results. */
  readonly print: (text: string) => void
  /** Progress and problems. */
  readonly note: (text: string) => void
}

export interface Values {
  readonly out?: string | undefined
  readonly lang?: readonly string[] | undefined
  readonly format?: readonly string[] | undefined
  readonly articles?: readonly string[] | undefined
  readonly keyword?: readonly string[] | undefined
  readonly html?: string | undefined
  readonly 'fail-under'?: string | undefined
  readonly accept?: readonly string[] | undefined
  readonly browser?: string | undefined
  readonly sign?: string | undefined
  readonly key?: string | undefined
  readonly to?: string | undefined
  readonly keep?: string | undefined
  readonly endpoint?: string | undefined
  readonly 'dry-run'?: boolean | undefined
  readonly force?: boolean | undefined
  readonly strict?: boolean | undefined
  readonly sans?: boolean | undefined
  readonly draft?: boolean | undefined
  readonly json?: boolean | undefined
  readonly verbose?: boolean | undefined
  readonly 'no-cache'?: boolean | undefined
}

export interface Setting {
  readonly output: Output
  readonly signal: AbortSignal
}

/** Gives the exit status. */
export type Command = (positionals: readonly string[], values: Values, setting: Setting) => Promise<number>

/** The command line is wrong: exit status 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}
