/** When a translation was last worked on: commits that set its marks and blanks otherwise do not count. */
import type {Manuscript} from '../core/model.ts'
import {hashBlock} from '../core/translation.ts'
import type {History, Revision} from '../core/world.ts'

/** Commits of one file that are looked at in vain before the next is taken as it is. */
const mostRounds = 8

/** The last revision that changed what each file says, in the order given; `undefined` where history does not know the file. */
export async function findLastEdits(files: readonly Pick<Manuscript, 'file'>[], history: History): Promise<readonly (Revision | undefined)[]> {
  const changes = files.map(({file}) => history.changes(file))
  const steps = files.map(() => 0)
  let open = [...files.keys()]
  for (let round = 0; round < mostRounds && open.length > 0; round++) {
    const asked = open.flatMap((at) => {
      const [last, before] = [changes[at]?.[steps[at] ?? 0], changes[at]?.[(steps[at] ?? 0) + 1]]
      return last && before ? [{at, last: last.id, before: before.id, path: files[at]?.file ?? ''}] : []
    })
    const texts = await history.texts(asked.flatMap(({last, before, path}) => [{revision: last, path}, {revision: before, path}]))
    open = asked.flatMap(({at}, place) => isSameText(texts[2 * place], texts[2 * place + 1]) ? [at] : [])
    for (const at of open) steps[at] = (steps[at] ?? 0) + 1
  }
  return files.map((_, at) => changes[at]?.[steps[at] ?? 0])
}

/** Whether two texts differ in nothing but typography, line ends and blanks. */
export function isSameText(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && (a === b || hashBlock('text', a) === hashBlock('text', b))
}
