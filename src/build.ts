/** The flow: read, then for each edition parse, link, index, compose, emit, verify; publish at the end, or nothing. */
import {setTypefaces} from './compose/typefaces.ts'
import {indexTag, joinSpecs, tagOf} from './core/bilingual.ts'
import type {Shelved} from './core/concordance.ts'
import {makeLedger, sortDiagnostics, type Diagnostic, type Ledger, type Report} from './core/diagnostic.ts'
import {isEbook} from './core/formats.ts'
import type {HandoutSet} from './core/handouts.ts'
import type {Edition, EditionSpec, Format, Language, Publication} from './core/model.ts'
import type {Product} from './core/product.ts'
import type {ReleasedEdition, ReleasedFile} from './core/release.ts'
import type {World} from './core/world.ts'
import {emitErrata, openFormer} from './errata.ts'
import {makeEdition, makeEditionSetting, type EditionSetting} from './editions/edition.ts'
import {freezeEdition} from './editions/frozen.ts'
import {makeConcordance, makePolyglotIndex, shelve} from './editions/polyglot.ts'
import {emitProducts} from './products.ts'
import {readSources} from './read/sources.ts'
import {closeRelease, describeFile, type Sign} from './release/close.ts'
import {describeEdition, describePublication, type Staged} from './release/describe.ts'
import {applySilences} from './silence.ts'

export interface BuildOptions {
  /** The folder's own name, from which name and title are made where nothing gives them. */
  readonly folderName: string
  /** Only these languages; all when absent. */
  readonly languages?: readonly Language[]
  /** Editions in two languages, besides those of `languages`; those of the publication when both are absent. */
  readonly pairs?: readonly (readonly [first: Language, second: Language])[]
  /** Instead of the publication's formats; none at all to check only. */
  readonly formats?: readonly Format[]
  /** Warnings count as fatal. */
  readonly strict: boolean
  readonly drafts: boolean
  /** Handouts of these instead of the publication's. */
  readonly handouts?: readonly HandoutSet[]
  /** Signs the sums of what is published. */
  readonly sign?: Sign
}

/** A product without its content; of its companions their paths. */
export interface MadeProduct extends Omit<Product, 'content' | 'companions' | 'files'> {
  readonly companions?: readonly string[]
}

/** What was made of one edition. */
export interface Made {
  readonly language: Language
  readonly articles: number
  readonly working: number
  readonly dangling: number
  readonly products: readonly MadeProduct[]
  /** Size of each product in bytes, in the same order. */
  readonly sizes: readonly number[]
  /** Whether it went to the output folder. */
  readonly published: boolean
}

export interface Built {
  readonly made: readonly Made[]
  readonly diagnostics: readonly Diagnostic[]
  /** The configuration cannot be used: nothing was built. */
  readonly misconfigured: boolean
}

/** Builds the publication in the world's folder. Former books are replaced only by sound ones. */
export async function build(world: World, options: BuildOptions): Promise<Built> {
  const {list, report} = makeLedger()
  const sources = await readSources(world, options.folderName, report)
  const {publication} = sources
  for (const language of [...options.languages ?? [], ...(options.pairs ?? []).flat()]) reportMissing(language, publication, report)
  const former = openFormer(sources, world, report)
  const heard = applySilences(list, publication.silences)
  if (heard.some((diagnostic) => isFatal(diagnostic, options))) {
    return {made: [], diagnostics: sortDiagnostics(heard), misconfigured: heard.some(({severity}) => severity === 'fatal')}
  }
  const formats = options.formats ?? publication.formats
  if (!formats.every(isEbook)) await world.press() // a missing browser is found before the work, not after
  const setting: Setting = {...makeEditionSetting(sources, options.drafts), ...(former && {former}), formats, options}
  const finished: Finished[] = []
  for (const spec of chooseEditions(publication, options)) finished.push(await makeBooks(spec, setting, world, list))
  const isWhole = options.languages === undefined && options.pairs === undefined
  const shared = isWhole ? await makeShared(finished.flatMap(({shelved}) => shelved ?? []), setting, world, list) : {finished: [], files: []}
  const all = [...finished, ...shared.finished]
  const release = await describePublication(publication, all.flatMap(({released}) => released ?? []), [...shared.files, ...all.flatMap(({errata}) => errata ?? [])], world)
  const scope = {everyEdition: isWhole, everyFormat: isEveryFormat(setting), someHandouts: (options.handouts ?? []).length > 0, tags: listTags(publication)}
  const told = list.length
  let isRefused = false
  await world.publish(async (before) => {
    const closing = await closeRelease(release, before, {sources, scope, ...(former && {since: former.release}), ...(options.sign && {sign: options.sign})}, report)
    isRefused = closing === undefined || applySilences(list.slice(told), publication.silences).some((diagnostic) => isFatal(diagnostic, options))
    return isRefused ? undefined : closing
  })
  return {made: all.map(({made}) => isRefused ? {...made, published: false} : made), diagnostics: sortDiagnostics(applySilences(list, publication.silences, isWhole && scope.everyFormat)), misconfigured: false}
}

/** Whether nothing that the publication wants is left out. */
function isEveryFormat({sources, options}: Pick<Setting, 'sources' | 'options'>): boolean {
  return !options.handouts?.length && sources.publication.formats.every((format) => options.formats?.includes(format) ?? true)
}

function listTags({editions, bilingual, polyglotIndex}: Publication): readonly string[] {
  return [...[...editions, ...bilingual].map(tagOf), ...polyglotIndex ? [indexTag] : []]
}

interface Setting extends EditionSetting {
  readonly formats: readonly Format[]
  readonly options: BuildOptions
}

function isFatal({severity}: Diagnostic, {strict}: BuildOptions): boolean {
  return severity === 'fatal' || (strict && severity === 'warning')
}

function reportMissing(language: Language, {editions}: Publication, report: Report): void {
  const languages = editions.map((spec) => spec.language)
  if (!languages.includes(language)) report('read/no-edition', {language, languages: languages.join(', ')})
}

/** Those that were asked for, else all; the publication's own where it has one in these two languages. */
function chooseEditions({editions, bilingual}: Publication, {languages, pairs}: BuildOptions): readonly EditionSpec[] {
  if (!languages && !pairs) return [...editions, ...bilingual]
  const of = (language: Language): EditionSpec | undefined => editions.find((spec) => spec.language === language)
  return [
    ...editions.filter(({language}) => languages?.includes(language)),
    ...(pairs ?? []).flatMap(([first, second]) => {
      const [one, two] = [of(first), of(second)]
      return one && two ? bilingual.find((spec) => tagOf(spec) === `${first}+${second}`) ?? [joinSpecs(one, two)] : []
    })
  ]
}

/** Problems of a manuscript that the edition in its language told already are not told again. */
function listNew(list: readonly Diagnostic[], told: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Set(told.map((diagnostic) => JSON.stringify(diagnostic)))
  return list.filter((diagnostic) => !known.has(JSON.stringify(diagnostic)))
}

/** The books of one edition; its diagnostics join those of the build. */
async function makeBooks(wanted: EditionSpec, shared: Setting, world: World, all: Diagnostic[]): Promise<Finished> {
  const ledger = makeLedger()
  const {spec, sources} = await freezeEdition(wanted, shared.sources, world, shared.options.folderName, ledger.report)
  const setting = sources === shared.sources ? shared : {...shared, ...makeEditionSetting(sources, shared.options.drafts)}
  const composed = await (spec.pairing ? (await import('./editions/bilingual.ts')).makeBilingualEdition(spec, spec.pairing, setting, world, ledger.report) : makeEdition(spec, setting, world, ledger.report))
  const formats = spec.pairing ? setting.formats.filter((format) => format !== 'handouts') : setting.formats // sheets are in one language
  const finished = await finishBooks(composed, {...setting, formats}, ledger, world)
  all.push(...spec.pairing ? listNew(ledger.list, all) : ledger.list)
  return finished
}

/** What all languages share: the table of pages, and the polyglot index where the publisher wants it. */
async function makeShared(editions: readonly Shelved[], {sources, ...setting}: Setting, world: World, all: Diagnostic[]): Promise<Shared> {
  const isPlaced = editions.some(({placeById, documentById}) => placeById.size + documentById.size > 0) // else a former table knows more
  const table = isPlaced ? makeConcordance(sources.publication, editions) : undefined
  const files = table ? [await stageFile(table.path, table.content, world)] : []
  if (!sources.publication.polyglotIndex) return {finished: [], files}
  const ledger = makeLedger()
  const composed = await makePolyglotIndex(editions, sources, world, ledger.report)
  const formats = setting.formats.filter((format) => isEbook(format) || format === 'pdf' || format === 'screen')
  const finished = composed && await finishBooks(composed, {...setting, sources, formats}, ledger, world, editions.map(({spec}) => spec.language))
  all.push(...ledger.list)
  return {finished: finished ? [finished] : [], files}
}

interface Shared {
  readonly finished: readonly Finished[]
  readonly files: readonly ReleasedFile[]
}

interface Finished {
  readonly made: Made
  /** Where its articles stand; absent where it was not published, and for books in two languages. */
  readonly shelved?: Shelved
  /** What was published of it. */
  readonly released?: ReleasedEdition
  /** Corrections to its former printing. */
  readonly errata?: readonly ReleasedFile[]
}

/** The products of a composed edition, staged when all of them are sound; `languages` are those of a polyglot index. */
async function finishBooks(composed: Edition, {sources, formats, options, former}: Setting, {list, report}: Ledger, world: World, languages?: readonly Language[]): Promise<Finished> {
  const {publication} = sources
  const isSound = (): boolean => !applySilences(list, publication.silences).some((diagnostic) => isFatal(diagnostic, options))
  const edition = isSound() ? await setTypefaces(composed, formats, world, report) : composed
  const {products, pagination} = isSound() ? await emitProducts(edition, {sources, formats, ...(options.handouts && {handouts: options.handouts})}, world, report) : {products: []}
  const published = products.length > 0 && isSound()
  const staged = published ? await stageAll(products, world) : []
  const sizes = published ? staged.map(({files}) => files.reduce((sum, {size}) => sum + size, 0)) : products.map(({content}) => content.length)
  const {working, dangling} = edition.graph
  const made: Made = {
    language: tagOf(edition.spec), articles: edition.articles, working, dangling, published, sizes,
    products: products.map(({content: _, companions, files = companions, ...product}) => ({...product, ...(files && {companions: files.map(({path}) => path)})}))
  }
  const released = published ? describeEdition(edition, staged, pagination, languages) : undefined
  const errata: ReleasedFile[] = []
  if (former && released && isEveryFormat({sources, options})) { // of some formats only, errata would know less than those that are there
    const finished = {edition: released, epub: products.find(({format}) => isEbook(format))?.content, composed, isPrinted: !formats.every(isEbook)}
    for (const {path, content} of await emitErrata(finished, former, sources, world, report)) errata.push(await stageFile(path, content, world))
  }
  return {
    made, ...(released && {released, errata}),
    ...(published && !edition.spec.pairing && {shelved: shelve(edition, products, pagination)})
  }
}

/** Stages every file of the products. */
async function stageAll(products: readonly Product[], world: World): Promise<readonly Staged[]> {
  const staged: Staged[] = []
  for (const {content, ...product} of products) {
    const {path, companions = [], files} = product
    const own: ReleasedFile[] = []
    if (files) for (const file of files) own.push(await stageFile(file.path, file.make(), world))
    else own.push(await stageFile(path, content, world))
    const beside: ReleasedFile[] = []
    for (const each of companions) beside.push(await stageFile(each.path, each.content, world))
    staged.push({product, files: own, companions: beside})
  }
  return staged
}

async function stageFile(path: string, content: Uint8Array, world: World): Promise<ReleasedFile> {
  await world.stage(path, content)
  return describeFile(path, content)
}
