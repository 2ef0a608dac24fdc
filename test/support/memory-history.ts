/** What version control knows, in memory: states of a publication, newest first. */
import type {History} from '../../src/core/world.ts'

export interface MemoryState {
  readonly id: string
  readonly date: string
  /** All files as they stood. */
  readonly files: Readonly<Record<string, string>>
}

export function makeMemoryHistory(states: readonly [MemoryState, ...MemoryState[]]): History {
  const revisions = states.map(({id, date}) => ({id, date}))
  return {
    head: revisions[0] ?? {id: '', date: ''},
    changes: (path) => revisions.filter((_, at) => states[at]?.files[path] !== undefined && states[at].files[path] !== states[at + 1]?.files[path]),
    formerNames: () => [],
    texts: async (asked) => asked.map(({revision, path}) => states.find(({id}) => id === revision)?.files[path])
  }
}
