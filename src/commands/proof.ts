/** `proof`: a page in a language, to be judged by those who read it. */
import {join, resolve} from 'node:path'
import {build} from '../build.ts'
import {makeLedger} from '../core/diagnostic.ts'
import {maybeLanguage} from '../core/locale.ts'
import type {Language} from '../core/model.ts'
import {writeProof} from '../proof.ts'
import {formatDiagnostics} from '../reporter.ts'
import {maybeGivenFile, writeGivenFile} from '../world/given-file.ts'
import {makeNodeWorld} from '../world/node-world.ts'
import {withTemporary} from '../world/temporary.ts'
import {UsageError, type Command, type Setting, type Values} from './command.ts'

export const proof: Command = async (tags, values, setting) => {
  if (tags.length === 0) throw new UsageError('Expected one language or several: hexapla proof fr ja')
  const languages = tags.flatMap((tag) => tag.split(',')).map((tag) => {
    const language = maybeLanguage(tag)
    if (language === undefined) throw new UsageError(`Unexpected language ${tag}, expected a tag such as fr or pt-BR`)
    return language
  })
  let status = 0
  for (const language of new Set(languages)) status = Math.max(status, await makeProof(language, values, setting))
  return status
}

/** Made as a handout, the format that is one page, of a publication that is gone when it is done: proofs are no release. */
async function makeProof(language: Language, values: Values, {output, signal}: Setting): Promise<number> {
  const path = join(language, 'handouts', 'proof.pdf')
  return withTemporary(async (folder, write) => {
    const out = join(folder, 'dist')
    const world = makeNodeWorld({folder, out, signal, browser: values.browser, cache: values['no-cache'] ? false : undefined, progress: () => undefined})
    try {
      const {list, report} = makeLedger()
      await write(writeProof(language, await world.house('templates'), report))
      const built = await build(world, {folderName: 'proof', strict: false, drafts: false, formats: ['handouts']})
      signal.throwIfAborted()
      const problems = [...list, ...built.diagnostics]
      output.note(formatDiagnostics(problems, Infinity))
      const content = await maybeGivenFile(join(out, path))
      if (content) {
        const place = resolve(values.out ?? 'proofs', path)
        await writeGivenFile(place, content)
        output.print(`${place}\n`)
      }
      return problems.some(({severity}) => severity !== 'warning') ? 1 : 0
    } finally {
      await world.close()
    }
  })
}
