/** The flow: read, then for each edition parse, link, index, compose, emit, verify; publish at the end, or nothing. */
import {setTypefaces} from './compose/typefaces.ts'
import {makeLedger, sortDiagnostics, type Diagnostic, type Report} from './core/diagnostic.ts'
import {isEbook} from './core/formats.ts'
import type {HandoutSet} from './core/handouts.ts'
import type {EditionSpec, Format, Language, Publication} from './core/model.ts'
import type {Product} from './core/product.ts'
import type {World} from './core/world.ts'
import {makeEdition, makeEditionSetting, type EditionSetting} from './edition.ts'
import {emitProducts} from './products.ts'
import {readSources} from './read/sources.ts'
import {applySilences} from './silence.ts'

export interface BuildOptions {
  /** The folder's own name, from which name and title are made where nothing gives them. */
  readonly folderName: string
  /** Only these languages; all when absent. */
  readonly languages?: readonly Language[]
  /** Instead of the publication's formats; none at all to check only. */
  readonly formats?: readonly Format[]
  /** Warnings count as fatal. */
  readonly strict: boolean
  readonly drafts: boolean
  /** Handouts of these instead of the publication's. */
  readonly handouts?: readonly HandoutSet[]
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
  for (const language of options.languages ?? []) reportMissing(language, publication, report)
  const heard = applySilences(list, publication.silences)
  if (heard.some((diagnostic) => isFatal(diagnostic, options))) {
    return {made: [], diagnostics: sortDiagnostics(heard), misconfigured: heard.some(({severity}) => severity === 'fatal')}
  }
  const formats = options.formats ?? publication.formats
  if (!formats.every(isEbook)) await world.press() // a missing browser is found before the work, not after
  const setting = {...makeEditionSetting(sources, options.drafts), formats, options}
  const made: Made[] = []
  for (const spec of publication.editions) {
    if (options.languages?.includes(spec.language) ?? true) made.push(await makeBooks(spec, setting, world, list))
  }
  await world.publish()
  const complete = options.languages === undefined && options.formats === undefined
  return {made, diagnostics: sortDiagnostics(applySilences(list, publication.silences, complete)), misconfigured: false}
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

/** The books of one edition, staged when all of them are sound; its diagnostics join those of the build. */
async function makeBooks(spec: EditionSpec, setting: Setting, world: World, all: Diagnostic[]): Promise<Made> {
  const {sources: {publication}, formats, options} = setting
  const {list, report} = makeLedger()
  const composed = await makeEdition(spec, setting, world, report)
  const isSound = (): boolean => !applySilences(list, publication.silences).some((diagnostic) => isFatal(diagnostic, options))
  const edition = isSound() ? await setTypefaces(composed, formats, world, report) : composed
  const products = isSound() ? await emitProducts(edition, {sources: setting.sources, formats, ...(options.handouts && {handouts: options.handouts})}, world, report) : []
  const published = products.length > 0 && isSound()
  const sizes = published ? await stageAll(products, world) : products.map(({content}) => content.length)
  all.push(...list)
  const {working, dangling} = edition.graph
  return {
    language: spec.language, articles: edition.articles, working, dangling, published, sizes,
    products: products.map(({content: _, companions, files = companions, ...product}) => ({...product, ...(files && {companions: files.map(({path}) => path)})}))
  }
}

/** Stages every file of the products; the size of each product in bytes, its companions left out. */
async function stageAll(products: readonly Product[], world: World): Promise<readonly number[]> {
  const sizes: number[] = []
  for (const {path, content, companions = [], files} of products) {
    let size = content.length
    for (const each of [...files ? [] : [{path, content}], ...companions]) await world.stage(each.path, each.content)
    for (const file of files ?? []) {
      const made = file.make()
      size += made.length
      await world.stage(file.path, made)
    }
    sizes.push(size)
  }
  return sizes
}
