/** The articles of a publication beside their translations, block by block, for exchange. */
import {maybeSeverity, type Report} from '../core/diagnostic.ts'
import type {Language, Manuscript, Parsed, ParseSettings, Slug, Sources} from '../core/model.ts'
import {recordPath} from '../core/sidecar.ts'
import type {World} from '../core/world.ts'
import {fold} from '../link/targets.ts'
import {parseSettingsOf} from '../editions/parsing.ts'
import {readSources} from '../read/sources.ts'
import {findBases, type Translated} from '../translation/bases.ts'
import type {Basis} from '../translation/changes.ts'
import type {Paired} from '../translation/exchange/passage-list.ts'
import {pairArticles, type Pair} from '../translation/pair.ts'
import {chooseSource, countByLanguage} from '../translation/status.ts'

/** An article of the source with its translation, if it has one. */
export interface Opened {
  readonly slug: Slug
  readonly source: Parsed
  readonly paired: Paired
  readonly pair?: Pair
  /** From what the translation is known to have been made. */
  readonly basis?: Basis
}

export interface Library {
  readonly sources: Sources
  readonly source: Language
  /** The others. */
  readonly languages: readonly Language[]
  readonly settings: ParseSettings
  /** All articles of the source, in the order of their files. */
  readonly pairAll: (language: Language) => Promise<readonly Opened[]>
}

/** `undefined` where the publication cannot be read. */
export async function openLibrary(world: World, folderName: string, report: Report): Promise<Library | undefined> {
  let isSound = true
  const sources = await readSources(world, folderName, (code, facts, place) => {
    if (maybeSeverity(code) === 'fatal') isSound = false
    report(code, facts, place)
  })
  const source = isSound ? chooseSource(sources.publication.sourceLanguage, countByLanguage(sources.manuscripts))?.language : undefined
  if (source === undefined) return undefined
  const settings = {...parseSettingsOf(source, sources), blocks: true}
  const own = sources.manuscripts.filter(({language}) => language === source)
  const parsed = await world.parse(own, settings)
  return {
    sources, source, settings, languages: sources.publication.editions.map(({language}) => language).filter((language) => language !== source),
    pairAll: (language) => pairAll(own, parsed, language, {sources, source, settings, world})
  }
}

interface Setting {
  readonly sources: Sources
  readonly source: Language
  readonly settings: ParseSettings
  readonly world: World
}

async function pairAll(own: readonly Manuscript[], parsed: readonly Parsed[], language: Language, {sources, source, settings, world}: Setting): Promise<readonly Opened[]> {
  const theirs = sources.manuscripts.filter((manuscript) => manuscript.language === language)
  const answers = await world.parse(theirs, settings)
  const bySlug = new Map(theirs.map((written, at) => [fold(written.slug), {written, parsed: answers[at]}]))
  const translated = own.map((written, at): Translated | undefined => {
    const [from, to] = [parsed[at], bySlug.get(fold(written.slug))]
    if (!from || !to?.parsed) return undefined
    const record = sources.records.get(recordPath(to.written))
    return {source: from, target: to.parsed, written: {source: written, target: to.written}, ...(record?.sourceLanguage === source && {record})}
  })
  const present = translated.filter((each) => each !== undefined)
  const bases = await findBases(present, await world.history(), (older) => world.parse(older, settings))
  const basisOf = new Map(present.map((each, at) => [each, bases[at]]))
  return own.flatMap((written, at) => {
    const from = parsed[at]
    const both = translated[at]
    return from ? [open(written, from, both, both && basisOf.get(both))] : []
  })
}

function open(written: Manuscript, source: Parsed, translated: Translated | undefined, basis: Basis | undefined): Opened {
  const blocks = source.blocks ?? []
  if (!translated) {
    const beads = blocks.map((_, at) => ({source: [at, at + 1], target: [0, 0], confidence: 1} as const))
    return {slug: written.slug, source, paired: {written: {source: written}, blocks: {source: blocks, target: []}, beads}}
  }
  const pair = pairArticles(source, translated.target, translated.record)
  return {slug: written.slug, source, pair, paired: {written: translated.written, blocks: {source: blocks, target: translated.target.blocks ?? []}, beads: pair.beads}, ...(basis && {basis})}
}
