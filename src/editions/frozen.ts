/** The publication as it was when an edition was translated: a translation that is behind is at least consistent. */
import {makeLedger, type Report} from '../core/diagnostic.ts'
import type {EditionSpec, Sources} from '../core/model.ts'
import type {World} from '../core/world.ts'
import {readSources} from '../read/sources.ts'

export interface Frozen {
  readonly spec: EditionSpec
  readonly sources: Sources
}

/** The edition with all but its own folder read as the revision has it that its `translation.at` names; what is wrong with that is told once, where it matters. */
export async function freezeEdition(spec: EditionSpec, sources: Sources, world: World, folderName: string, report: Report): Promise<Frozen> {
  const {language, translation: {at}} = spec
  if (at === undefined) return {spec, sources}
  const older = await world.at(at)
  if (!older) {
    report('translation/unknown-revision', {revision: at, language}, {file: `${language}/edition.yaml`})
    return {spec, sources}
  }
  const own = [...new Set(sources.manuscripts.filter((manuscript) => manuscript.language === language).map(({file}) => file.slice(0, file.indexOf('/') + 1)))]
  const isOwn = (path: string): boolean => own.some((folder) => path.startsWith(folder))
  const {list, report: hear} = makeLedger()
  const frozen = await readSources({
    ...world,
    list: async () => [...(await world.list()).filter(({path}) => isOwn(path)), ...(await older.list()).filter(({path}) => !isOwn(path))],
    read: (path) => isOwn(path) ? world.read(path) : older.read(path)
  }, folderName, hear)
  for (const {code, facts, place, severity} of list) if (severity === 'fatal') report(code, facts as never, place)
  return {spec: frozen.publication.editions.find((each) => each.language === language) ?? spec, sources: frozen}
}
