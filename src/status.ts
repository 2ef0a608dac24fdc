/** `status`: every translation of a publication judged against its source, and records written where the publisher accepts. */
import {makeLedger, sortDiagnostics, type Diagnostic, type Report} from './core/diagnostic.ts'
import type {Language, Manuscript, Parsed, Slug, Sources} from './core/model.ts'
import {parseSidecar, recordPath, type Sidecar} from './core/sidecar.ts'
import {suggest} from './core/suggest.ts'
import type {History, World} from './core/world.ts'
import {fold} from './link/targets.ts'
import {parseSettingsOf} from './editions/parsing.ts'
import {readSources} from './read/sources.ts'
import {applySilences} from './silence.ts'
import {planRecords} from './translation/accept.ts'
import {findBases, type Translated} from './translation/bases.ts'
import {countWordsIn, judgeTranslation, type StatusRow} from './translation/standing.ts'
import {chooseSource, countByLanguage, sumUp, type Status} from './translation/status.ts'

export interface StatusOptions {
  /** The folder's own name. */
  readonly folderName: string
  /** Only these languages; all when absent. */
  readonly languages?: readonly Language[]
  readonly drafts: boolean
  /** What is unrecorded counts as not translated. */
  readonly strict: boolean
  /** Articles whose translations are recorded as up to date, on this calendar date. */
  readonly accept?: {readonly slugs: readonly Slug[] | 'all'; readonly date: string}
}

export interface Judged {
  /** Absent: the configuration cannot be used, or there are no manuscripts. */
  readonly status?: Status
  readonly diagnostics: readonly Diagnostic[]
  /** Records that were written. */
  readonly kept: readonly string[]
}

/** Judges the publication in the world's folder. */
export async function judgeStatus(world: World, options: StatusOptions): Promise<Judged> {
  const {list, report} = makeLedger()
  const sources = await readSources(world, options.folderName, report)
  const {publication, manuscripts} = sources
  const known = publication.editions.map(({language}) => language)
  for (const language of options.languages ?? []) if (!known.includes(language)) report('read/no-edition', {language, languages: known.join(', ')})
  const finish = (): readonly Diagnostic[] => sortDiagnostics(applySilences(list, publication.silences))
  const source = chooseSource(publication.sourceLanguage, countByLanguage(manuscripts))
  if (!source || finish().some(({severity}) => severity === 'fatal')) return {diagnostics: finish(), kept: []}
  const languages = known.filter((language) => language !== source.language && (options.languages?.includes(language) ?? true))
  const shelf = await parseAll(sources, [source.language, ...languages], world)
  const history = await world.history()
  const judged = await judgeAll({sources, shelf, source: source.language, languages, history, options, world, report})
  const {title = options.folderName} = publication.editions.find(({language}) => language === source.language) ?? {}
  return {status: {title, source: source.language, chosenBy: source.chosenBy, ...sumUp(judged.rows, languages, options.strict)}, diagnostics: finish(), kept: judged.kept}
}

interface Shelved {
  readonly parsed: Parsed
  readonly written: Manuscript
}

/** Articles by language, then by folded slug. */
type Shelf = ReadonlyMap<Language, ReadonlyMap<string, Shelved>>

async function parseAll(sources: Sources, languages: readonly Language[], world: World): Promise<Shelf> {
  const shelf = new Map<Language, ReadonlyMap<string, Shelved>>()
  for (const language of languages) {
    const own = sources.manuscripts.filter((manuscript) => manuscript.language === language)
    world.progress(`${language}: ${own.length} manuscripts`)
    const parsed = await world.parse(own, parseSettingsOf(language, sources))
    shelf.set(language, new Map(own.flatMap((written, at) => parsed[at] ? [[fold(written.slug), {written, parsed: parsed[at]}] as const] : [])))
  }
  return shelf
}

interface Judging {
  readonly sources: Sources
  readonly shelf: Shelf
  readonly source: Language
  readonly languages: readonly Language[]
  readonly history: History | undefined
  readonly options: StatusOptions
  readonly world: World
  readonly report: Report
}

async function judgeAll(judging: Judging): Promise<{readonly rows: readonly StatusRow[]; readonly kept: readonly string[]}> {
  const {sources, shelf, source, languages, history, options, world} = judging
  const own = shelf.get(source) ?? new Map<string, Shelved>()
  const pairs = languages.flatMap((language) => listPairs(own, shelf.get(language), sources.records, source))
  const records = await accept(pairs, judging)
  const current = pairs.map((pair) => records.has(recordPath(pair.written.target)) ? {...pair, record: records.get(recordPath(pair.written.target)) as Sidecar} : pair)
  const bases = await findBases(current, history, (older) => world.parse(older, parseSettingsOf(source, sources)))
  const basisByFile = new Map(current.map(({written}, at) => [written.target.file, bases[at]]))
  const isShown = ({parsed}: Shelved): boolean => options.drafts || !parsed.article.draft
  const keys = new Set([own, ...languages.map((language) => shelf.get(language) ?? new Map<string, Shelved>())].flatMap((articles) => [...articles.keys()]))
  const rows = [...keys].sort().flatMap((key): readonly StatusRow[] => {
    const from = own.get(key)
    if (from && !isShown(from)) return []
    const standings = languages.flatMap((language) => {
      const to = shelf.get(language)?.get(key)
      const target = to && isShown(to) ? to : undefined
      const basis = target && basisByFile.get(target.written.file)
      return judgeTranslation({language, ...(from && {source: from.parsed}), ...(target && {target: target.parsed}), ...(basis && {basis})}) ?? []
    })
    if (!from) for (const {language, file = ''} of standings) reportOrphan({language, file, key}, own, judging)
    const [first] = languages.flatMap((language) => shelf.get(language)?.get(key) ?? [])
    const shown = from ?? first
    if (!shown || !from && standings.length === 0) return []
    const {written: {slug, file}, parsed: {article}} = shown
    return [{slug, title: article.title, words: from ? countWordsIn(from.parsed) : 0, ...(from && {file}), standings}]
  })
  return {rows: [...rows.filter(({file}) => file !== undefined), ...rows.filter(({file}) => file === undefined)], kept: [...records.keys()]}
}

function listPairs(own: ReadonlyMap<string, Shelved>, theirs: ReadonlyMap<string, Shelved> | undefined, records: ReadonlyMap<string, Sidecar>, source: Language): readonly Translated[] {
  return [...theirs ?? []].flatMap(([key, {parsed, written}]) => {
    const from = own.get(key)
    const record = records.get(recordPath(written))
    return from ? [{source: from.parsed, target: parsed, written: {source: from.written, target: written}, ...(record?.sourceLanguage === source && {record})}] : []
  })
}

/** Writes the records of what is accepted; they are given as they will be read. */
async function accept(pairs: readonly Translated[], {options, source, history, world, report}: Judging): Promise<ReadonlyMap<string, Sidecar>> {
  if (!options.accept) return new Map()
  const {slugs, date} = options.accept
  const wanted = slugs === 'all' ? undefined : new Set(slugs.map(fold))
  for (const slug of slugs === 'all' ? [] : slugs) {
    const known = [...new Set(pairs.map(({written}) => written.target.slug))]
    if (!known.some((each) => fold(each) === fold(slug))) report('translation/nothing-to-accept', {slug, suggestion: suggest(slug, known)})
  }
  const texts = await planRecords(pairs.filter(({written}) => wanted?.has(fold(written.target.slug)) ?? true), source, date, history)
  if (texts.size > 0) await world.keep(texts)
  return new Map([...texts].flatMap(([path, text]) => {
    const record = parseSidecar(text, path, report)
    return record ? [[path, record] as const] : []
  }))
}

function reportOrphan({language, file, key}: {readonly language: Language; readonly file: string; readonly key: string}, own: ReadonlyMap<string, Shelved>, {source, history, shelf, report}: Judging): void {
  const theirs = shelf.get(language)
  const withoutFolder = (path: string): string => path.slice(path.indexOf('/') + 1)
  const lacking = [...own.values()].filter(({written}) => !theirs?.has(fold(written.slug)))
  const renamed = history && lacking.find(({written}) => history.formerNames(written.file).some((name) => withoutFolder(name) === withoutFolder(file)))
  const suggestion = renamed?.written.slug ?? suggest(key, lacking.map(({written}) => written.slug))
  report('translation/orphan', {slug: theirs?.get(key)?.written.slug ?? key, source, suggestion, renamed: renamed !== undefined}, {file})
}
