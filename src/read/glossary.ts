/** The publication's glossary: rows of words that mean the same, by language. */
import type {Report} from '../core/diagnostic.ts'
import {maybeLanguage} from '../core/locale.ts'
import type {Language} from '../core/model.ts'
import type {Listed, World} from '../core/world.ts'
import glossarySchema from './glossary.schema.json' with {type: 'json'}
import {maybeText} from './manuscripts.ts'
import {maybeYamlFile} from './yaml-file.ts'

/** What a thing is called in each language. */
export type GlossaryRow = ReadonlyMap<Language, string>

/** `glossary.yaml` beside `publication.yaml`; no rows where there is none, or none that can be used. */
export async function readGlossary(world: World, files: readonly Listed[], report: Report): Promise<readonly GlossaryRow[]> {
  const file = files.find(({path}) => /^glossary\.ya?ml$/.test(path))?.path
  const text = file === undefined ? undefined : await maybeText(world, file, report)
  const read = file === undefined || text === undefined ? undefined : maybeYamlFile<readonly Readonly<Record<string, string>>[]>(file, text, glossarySchema, report)
  return (read?.value ?? []).map((row, at) => new Map(Object.entries(row).flatMap(([tag, word]) => {
    const language = maybeLanguage(tag)
    if (language === undefined) report('read/unknown-language', {language: tag}, read?.placeOf([at, tag]))
    return language === undefined ? [] : [[language, word] as const]
  })))
}
